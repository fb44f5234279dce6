import type { PreviewTable, RecordFilter, RecordsPage } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { swapsOf } from './choices.ts';
import { afterLastDot, chosenLabel, columnOfLabel, nameOf } from './names.ts';
import type { Choices } from './types.ts';

/** The preview of a file's records. */
export interface Preview {
  table: PreviewTable;
  /** The receiver's name of each column, null for one it does not know. */
  columns: (string | null)[];
}

type Labels = readonly { field: string; label: string }[];

/**
 * Which of step 2's tables is the preview: the one with most columns of the file, at least two and half of its
 * headings.
 * @param labels what step 1 showed last for this file, for previews that are headed by field names; empty where not known
 * @returns `ambiguous` where two tables have equally many.
 */
export function choosePreview(
  tables: readonly PreviewTable[],
  profile: Profile,
  file: ProfileFile,
  choices: Choices,
  labels: Labels,
): Preview | 'missing' | 'ambiguous' {
  const candidates = tables.flatMap((table): { preview: Preview; known: number }[] => {
    const columns = columnsOf(table.header, profile, file, choices, labels);
    const known = new Set(columns.filter((column) => column !== null)).size;
    const headings = table.header.filter((heading) => heading !== '').length;
    return known >= Math.min(2, headings) && known > 0 && known * 2 >= headings
      ? [{ preview: { table, columns }, known }]
      : [];
  });
  const most = Math.max(...candidates.map(({ known }) => known));
  const best = candidates.filter(({ known }) => known === most);
  // A grid may repeat its headings in a table without rows.
  const full = best.filter(({ preview }) => preview.table.rows.length > 0);
  const [first, ...more] = full.length > 0 ? full : best;
  if (!first) return 'missing';
  return more.length === 0 ? first.preview : 'ambiguous';
}

/**
 * The receiver's column for each heading. A heading is a label, or a field's name, which has the label that step 1 gave
 * it. Where two headings mean one column the first one counts.
 */
function columnsOf(
  header: readonly string[],
  profile: Profile,
  file: ProfileFile,
  choices: Choices,
  labels: Labels,
): (string | null)[] {
  const used = new Set<string>();
  const isByField = isHeadedByFields(header, labels);
  return header.map((heading) => {
    const found = heading === '' ? null : columnFor(heading, isByField, profile, file, choices, labels);
    if (found === null || used.has(found)) return null;
    used.add(found);
    return found;
  });
}

/**
 * Are the headings field names, with or without their table? Where both have the same words (phone and sms swapped) the
 * order tells: the preview's columns stand in the order of step 1.
 */
function isHeadedByFields(header: readonly string[], labels: Labels): boolean {
  const headings = header.filter((heading) => heading !== '');
  const isField = (heading: string, { field }: Labels[number]) => heading === field || heading === afterLastDot(field);
  const fits = (how: (heading: string, one: Labels[number]) => boolean): boolean =>
    headings.length === labels.length && labels.every((one, at) => how(headings[at] ?? '', one));
  if (fits((heading, { label }) => heading === label)) return false;
  if (fits(isField)) return true;
  const isLabel = (heading: string) => labels.some(({ label }) => label === heading);
  return headings.some((heading) => !isLabel(heading) && labels.some((one) => isField(heading, one)));
}

function columnFor(
  heading: string,
  isByField: boolean,
  profile: Profile,
  file: ProfileFile,
  choices: Choices,
  labels: Labels,
): string | null {
  const asLabel = columnOfLabel(heading, file);
  const isField = isByField || (asLabel === null && heading.includes('.'));
  if (!isField && asLabel) return asLabel.name;
  const labeled = labels.find(({ field }) => field === heading || afterLastDot(field) === heading);
  if (labeled) return columnOfLabel(labeled.label, file)?.name ?? null;
  const named = nameOf(heading, file);
  if (!named.column) return null;
  const label = chosenLabel(named, file, choices, swapsOf(profile));
  return columnOfLabel(label, file)?.name ?? null;
}

/** Step 2's filters: the built-in ones, all of them, and those by column that hold something. */
export function filtersOf(
  { filters }: RecordsPage,
  preview: Preview | null,
): { builtIn: RecordFilter[]; byColumn: RecordFilter[] } {
  const headings = new Set(preview?.table.header.map((heading) => afterLastDot(heading).toLowerCase()));
  const isColumn = ({ name }: RecordFilter): boolean =>
    // `USERS.email contains`, or the same without the table.
    /^[\w$]+(?:\.[\w$]+)+(?: |$)/.test(name) || headings.has((name.split(' ')[0] ?? '').toLowerCase());
  return {
    builtIn: filters.filter((filter) => !isColumn(filter)),
    byColumn: filters.filter((filter) => isColumn(filter) && filter.value !== ''),
  };
}
