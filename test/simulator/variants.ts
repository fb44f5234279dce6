import { COLUMN_VARIANTS } from './variants/columns.ts';
import { DATA_SET_VARIANTS } from './variants/data-sets.ts';
import { FILE_VARIANTS } from './variants/files.ts';
import { FORM_VARIANTS } from './variants/forms.ts';
import { RECORD_VARIANTS } from './variants/records.ts';
import { SITE_VARIANTS } from './variants/site.ts';
import { TEMPLATE_VARIANTS } from './variants/templates.ts';
import type { Variant } from './variants/variant.ts';

/**
 * Everything the evidence leaves open about the Data Export Manager, as one table. The first value of each variant is
 * its default: the most probable reading of the evidence. `mark` says how well the default is supported
 * (S seen, I inferred, U unknown).
 */
export const VARIANTS = {
  ...COLUMN_VARIANTS,
  ...FORM_VARIANTS,
  ...DATA_SET_VARIANTS,
  ...RECORD_VARIANTS,
  ...FILE_VARIANTS,
  ...TEMPLATE_VARIANTS,
  ...SITE_VARIANTS,
} satisfies Record<string, Variant>;

type Table = typeof VARIANTS;
export type VariantName = keyof Table;
/** One value for every variant. */
export type Variants = { [Name in VariantName]: Table[Name]['values'][number] };

/** Thrown for a variant or value that does not exist; the message lists the right ones. */
export class UnknownVariantError extends Error {
  override name = 'UnknownVariantError';
}

/**
 * Completes the given choices with the defaults.
 * @param choices variant names and values, as typed by a user
 * @throws UnknownVariantError naming the right names or values
 */
export function chooseVariants(choices: Record<string, string>): Variants {
  const chosen: Record<string, string> = {};
  for (const [name, { values }] of Object.entries(VARIANTS)) chosen[name] = values[0];
  for (const [name, value] of Object.entries(choices)) {
    const known: Variant | undefined = Object.entries(VARIANTS).find(([candidate]) => candidate === name)?.[1];
    if (!known) {
      throw new UnknownVariantError(`Unknown variant "${name}". Variants: ${Object.keys(VARIANTS).join(', ')}.`);
    }
    if (!known.values.includes(value)) {
      throw new UnknownVariantError(`Variant ${name} has no value "${value}". Values: ${known.values.join(' | ')}.`);
    }
    chosen[name] = value;
  }
  return chosen as Variants;
}

/** The whole table as plain text, for `--list-variants`. */
export function describeVariants(): string {
  return Object.entries(VARIANTS)
    .map(([name, { values, mark, explanation }]) => {
      const listed = values.map((value, index) => (index === 0 ? `${value} (default)` : value)).join(' | ');
      return `${name} [${mark}]\n  ${listed}\n  ${explanation}`;
    })
    .join('\n');
}
