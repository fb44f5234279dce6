import type { ProfileColumn, ProfileFile } from '../profile/schema.ts';
import type { Choices } from './types.ts';

/** What a field of the page is in the profile's eyes, and the label it should have. */
export interface Named {
  /** Null for a field that the profile does not know. */
  column: ProfileColumn | null;
  label: string;
}

/** `Students.S_CA_Stu_X.ieptype` → `ieptype`: names may have two or three parts (reference 7.3). */
export function afterLastDot(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).trim() || name.trim();
}

/** Plugins put letters or digits in front to force an order: `a_sourcedId`, `01StudentNumber` (reference 0.5). */
const ORDER_PREFIX = /^(?:[a-z]_|\d+_?)(?=.)/i;

/**
 * The label of a field under a profile. The name without its table is compared to the letter, then in any case, then
 * without an order prefix; where more than one column fits, none is taken.
 * @param field as the grid's Field cell has it: `USERS.languages`.
 */
export function nameOf(field: string, file: ProfileFile): Named {
  const name = afterLastDot(field);
  for (const spelled of [name, name.replace(ORDER_PREFIX, '')]) {
    const exact = file.columns.filter((column) => spellings(column).includes(spelled));
    const [only] = exact;
    if (only && exact.length === 1) return { column: only, label: labelFor(only, spelled) };
    const alike = file.columns.filter((column) =>
      spellings(column).some((own) => own.toLowerCase() === spelled.toLowerCase()),
    );
    const [like] = alike;
    if (like && alike.length === 1) return { column: like, label: like.name };
  }
  return { column: null, label: name };
}

function spellings(column: ProfileColumn): string[] {
  return [column.name, ...column.aliases, ...column.fieldNames];
}

/** An alias is a spelling that the receiver reads too, so it stays; a field name is not. */
function labelFor(column: ProfileColumn, spelled: string): string {
  return column.aliases.includes(spelled) ? spelled : column.name;
}

/** The label after the administrator's choices, such as the phone/sms swap. */
export function chosenLabel(named: Named, file: ProfileFile, choices: Choices, swaps: readonly Swap[]): string {
  const name = named.column?.name;
  for (const { id, fileId, pair } of swaps) {
    if (fileId !== file.id || choices.profile[id] !== true) continue;
    if (name === pair[0]) return pair[1];
    if (name === pair[1]) return pair[0];
  }
  return named.label;
}

export interface Swap {
  id: string;
  fileId: string;
  pair: readonly [string, string];
}

/** The column that reads a header, by name or alias, to the letter; null when none does. */
export function columnOfLabel(label: string, file: ProfileFile): ProfileColumn | null {
  return file.columns.find((column) => column.name === label || column.aliases.includes(label)) ?? null;
}
