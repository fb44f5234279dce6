export type Mark = 'S' | 'I' | 'U';

export interface Variant<Value extends string = string> {
  values: readonly [Value, ...Value[]];
  mark: Mark;
  explanation: string;
}

/** One row of the table; the first value is the default. */
export function variant<const Value extends string>(
  mark: Mark,
  explanation: string,
  ...values: [Value, ...Value[]]
): Variant<Value> {
  return { values, mark, explanation };
}
