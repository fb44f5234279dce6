import type { CellRule, Checks, Rule, Severity } from '../profile/checks.ts';
import type { Batch } from './bytes.ts';
import { BIT, heldBy } from './cells.ts';
import { type Compiled, cellAt, compile } from './compile.ts';

/** What the administrator set, or what is known of the template. */
export interface Parameters {
  /** Null: not known; rules that need one of them then are warnings at most. */
  level: 'district' | 'school' | null;
  guardians: 'users' | 'separate';
  /** School ids set at the receiver, null where they were not given. */
  schoolIds: readonly string[] | null;
  /** All of the file's rows are seen, and not a page of a preview. */
  complete: boolean;
  /** Does PowerSchool put quotes around values? */
  quotes: boolean;
  /** One character. */
  fieldDelimiter: string;
}

/** What a rule reports: where, how often, and what to do. Holds no value of a student, but for codes such as a grade. */
export interface Finding {
  code: string;
  cause: string;
  severity: Severity;
  /** The column that the finding points to, null for the whole file. */
  column: string | null;
  /** How many rows, exactly. */
  count: number;
  /** The first of them; rows are counted from 0, columns as given. */
  cells: { row: number; column: number }[];
  message: string;
  advice: string;
}

/** More cells than this are counted, not listed. */
const LISTED = 100;

const RANK: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
const plurals = new Intl.PluralRules('en-US');
const numbers = new Intl.NumberFormat('en-US');

interface Running {
  rule: Rule;
  column: number;
  compiled: Compiled;
  found: Map<number, { count: number; rows: number[] }>;
}

interface CellCount {
  count: number;
  rows: number[];
}

/**
 * Runs a file's rules over its rows, batch by batch. Every rule is compiled once; where the batches are cut does not
 * matter.
 */
export class Checker {
  readonly #columns: readonly (string | null)[];
  readonly #header: readonly string[];
  readonly #parameters: Parameters;
  readonly #checks: Checks;
  readonly #running: Running[];
  /** By code, cause and column. */
  readonly #cells = new Map<string, CellCount>();
  readonly #delimiter: number;
  #rows = 0;

  /**
   * @param columns the receiver's name of each column, null for one it does not know
   * @param header what stands above each column
   */
  constructor(
    checks: Checks,
    fileId: string,
    columns: readonly (string | null)[],
    header: readonly string[],
    parameters: Parameters,
  ) {
    this.#checks = checks;
    this.#columns = columns;
    this.#header = header;
    this.#parameters = parameters;
    this.#delimiter = parameters.fieldDelimiter.charCodeAt(0);
    const { schoolIds, complete } = parameters;
    const at = (name: string) => columns.indexOf(name);
    this.#running = checks.rules
      .filter((rule) => rule.file === fileId && this.#applies(rule))
      .flatMap((rule) => {
        const compiled = compile(rule, { at, schoolIds, complete });
        return compiled ? [{ rule, column: at(rule.column), compiled, found: new Map() }] : [];
      });
  }

  #applies({ needs }: Rule): boolean {
    const { level, guardians } = this.#parameters;
    if (needs?.level && level !== null && needs.level !== level) return false;
    return !needs?.guardians || needs.guardians === guardians;
  }

  add(batch: Batch): void {
    for (let row = 0; row < batch.rows; row += 1) {
      for (const { compiled, found } of this.#running) {
        const variant = compiled.test(batch, row);
        if (variant > 0) note(found, variant, this.#rows + row);
      }
      for (let column = 0; column < batch.columns; column += 1) {
        const held = heldBy(cellAt(batch, row, column), this.#delimiter);
        if (held > 0) this.#noteCell(held, column, this.#rows + row);
      }
    }
    this.#rows += batch.rows;
  }

  #noteCell(held: number, column: number, row: number): void {
    for (const rule of this.#checks.cells) {
      if ((held & BIT[rule.holds]) === 0 || !this.#holdsFor(rule)) continue;
      const key = `${rule.code} ${rule.cause} ${column}`;
      const known = this.#cells.get(key) ?? { count: 0, rows: [] };
      known.count += 1;
      if (known.rows.length < LISTED) known.rows.push(row);
      this.#cells.set(key, known);
    }
  }

  #holdsFor({ quotes }: CellRule): boolean {
    return quotes === undefined || (quotes === 'on') === this.#parameters.quotes;
  }

  /** Everything that was found, worst first, then what most rows have. */
  finish(): Finding[] {
    const findings = [...this.#ofRules(), ...this.#ofCells(), ...this.#ofHeader()];
    return findings.sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
  }

  #ofRules(): Finding[] {
    return this.#running.flatMap(({ rule, column, compiled, found }) => {
      for (const row of compiled.atEnd?.() ?? []) note(found, 1, row);
      return [...found].map(([variant, { count, rows }]): Finding => {
        const pair = rule.test.is === 'means' ? rule.test.pairs[variant - 1] : undefined;
        return {
          code: rule.code,
          cause: pair ? `${rule.cause} ${pair[0]}` : rule.cause,
          severity: this.#severityOf(rule),
          column: rule.column,
          count,
          cells: rows.map((row) => ({ row, column })),
          message: fill(rule.message, count, rule.column, pair),
          advice: rule.advice,
        };
      });
    });
  }

  /** What one sync for the whole district needs is a warning while that is not known. */
  #severityOf({ severity, needs }: Rule): Severity {
    return needs?.level && this.#parameters.level === null && severity === 'error' ? 'warning' : severity;
  }

  #ofCells(): Finding[] {
    return this.#checks.cells.flatMap((rule) =>
      this.#columns.flatMap((name, column): Finding[] => {
        const found = this.#cells.get(`${rule.code} ${rule.cause} ${column}`);
        const shown = name ?? this.#header[column] ?? '';
        if (!found) return [];
        const { code, cause, severity, advice } = rule;
        const cells = found.rows.map((row) => ({ row, column }));
        const message = fill(rule.message, found.count, shown);
        return [{ code, cause, severity, column: shown, count: found.count, cells, message, advice }];
      }),
    );
  }

  #ofHeader(): Finding[] {
    return this.#checks.unwanted.flatMap(({ column, code, message, advice }): Finding[] => {
      const at = this.#header.findIndex((name) => name.toLowerCase().endsWith(column));
      if (at < 0) return [];
      return [{ code, cause: 'unwanted', severity: 'warning', column, count: this.#rows, cells: [], message, advice }];
    });
  }
}

function note(found: Running['found'], variant: number, row: number): void {
  const known = found.get(variant) ?? { count: 0, rows: [] };
  known.count += 1;
  if (known.rows.length < LISTED) known.rows.push(row);
  found.set(variant, known);
}

function fill(message: string, count: number, column: string, pair: [string, string] | undefined = undefined): string {
  const isOne = plurals.select(count) === 'one';
  return message
    .replace('{n}', `${numbers.format(count)} ${isOne ? 'row' : 'rows'}`)
    .replace('{has}', isOne ? 'has' : 'have')
    .replace('{column}', column)
    .replace('{from}', pair?.[0] ?? '')
    .replace('{to}', pair?.[1] ?? '');
}
