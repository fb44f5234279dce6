import { expect } from './fixtures.ts';
import type { FileId, SessionState } from './walk.ts';

/** What ClassTag's guide asks for: the columns in the page's order, each with its label. */
const COLUMNS: Record<FileId, { table: string; labels: string[] }> = {
  users: {
    table: 'USERS',
    labels: [
      'agentSourcedIds',
      'dcid',
      'email',
      'familyName',
      'givenName',
      'grades',
      'language',
      'orgSourcedIds',
      'phone',
      'role',
      'sms',
      'sourcedId',
    ],
  },
  classes: { table: 'SECTIONS', labels: ['grades', 'location', 'periods', 'schoolSourcedId', 'sourcedId', 'title'] },
  enrollments: { table: 'CC', labels: ['classSourcedId', 'role', 'schoolSourcedId', 'userSourcedId'] },
};

/** The plugin's names of columns whose label is another. */
const FIELDS: Record<string, string> = { language: 'languages' };

export interface Column {
  name: string;
  label: string;
}

export function expectedColumns(file: FileId): Column[] {
  const { table, labels } = COLUMNS[file];
  return labels.map((label) => ({ name: `${table}.${FIELDS[label] ?? label}`, label }));
}

export const expectedOutput = (file: FileId) => ({
  fileName: `${file}.csv`,
  lineDelimiter: 'CR',
  fieldDelimiter: 'Comma',
  characterSet: 'UTF-8',
  includeHeaders: true,
  surroundInQuotes: false,
});

/** The saved template as it must be: labels, output options, and nothing else set. */
export function expectTemplate(
  { templates }: SessionState,
  file: FileId,
  differs: { columns?: Column[]; output?: object; description?: string } = {},
): void {
  const found = templates.filter(({ name }) => name === `classtag_${file}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({
    description: differs.description ?? `ClassTag roster: ${file}.csv`,
    dataSetId: `com.classtag.one_roster_${file}`,
    columns: differs.columns ?? expectedColumns(file),
    rows: 'filtered',
  });
  expect(found[0]?.output).toEqual({ ...expectedOutput(file), ...differs.output });
}

/** What a variant makes of the same settings; the extension has no say in these bytes. */
export interface Bytes {
  rowEnd: '\r' | '\n';
  byteOrderMark: boolean;
}

/** The exported file, byte by byte: UTF-8, its header row, what stands between rows, and no quotes. */
export function expectExport({ exports }: SessionState, file: FileId, { rowEnd, byteOrderMark }: Bytes): void {
  const found = exports.filter(({ dataSetId }) => dataSetId === `com.classtag.one_roster_${file}`);
  expect(found.map(({ fileName }) => fileName)).toEqual([`${file}.csv`]);
  const bytes = Buffer.from(found[0]?.base64 ?? '', 'base64');
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  expect(text.startsWith('\ufeff')).toBe(byteOrderMark);
  const rows = text.replace(/^\ufeff/, '').split(rowEnd);
  expect(rows[0]).toBe(COLUMNS[file].labels.join(','));
  expect(rows.length).toBeGreaterThan(10);
  expect(text).not.toContain(rowEnd === '\r' ? '\n' : '\r');
  expect(text).not.toContain('"');
}
