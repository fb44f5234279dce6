import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { FAULTS, type RosterFile } from '../index.ts';
import { freshState } from '../wizard-state.ts';
import { useSimulator } from './harness.ts';

/** Of each file the data set's option, its table and its columns. */
const FILES: Record<RosterFile, [exportFrom: string, table: string, fields: string]> = {
  users: [
    '1001',
    'USERS',
    'sourcedId orgSourcedIds role givenName familyName email sms phone agentSourcedIds grades languages dcid',
  ],
  classes: ['1002', 'SECTIONS', 'sourcedId title grades location schoolSourcedId periods'],
  enrollments: ['1003', 'CC', 'classSourcedId schoolSourcedId userSourcedId role'],
};

type Row = Record<string, string>;

describe('the first page of the preview in a small district', () => {
  const client = useSimulator();

  /** The markup of the records, without what is said about their number. */
  async function firstPage(file: RosterFile, district: Record<string, string>): Promise<string> {
    const own = await client().start(district);
    const [exportFrom, table, names] = FILES[file];
    const columns = names.split(' ').map((field) => ({ name: `${table}.${field}`, label: field }));
    const state = { ...freshState(), exportFrom, columns };
    const { text } = await own.post('/admin/datamgmt/exportpreview.action?page=0', state);
    return text.split('<div class="paging">')[0] ?? '';
  }

  async function users(district: Record<string, string>): Promise<Row[]> {
    const body = new JSDOM(await firstPage('users', district)).window.document.body;
    const cells = (row: Element, selector: string) =>
      [...row.querySelectorAll(selector)].map((cell) => cell.textContent ?? '');
    const headings = cells(body, 'th');
    return [...body.querySelectorAll('tbody tr')].map((row) =>
      Object.fromEntries(cells(row, 'td').map((text, at) => [headings[at] ?? '', text])),
    );
  }

  it.each(Object.keys(FAULTS))('holds the fault %s', async (name) => {
    const file = FAULTS[name]?.file ?? 'users';
    expect(await firstPage(file, { students: '3', faults: name })).not.toBe(await firstPage(file, { students: '3' }));
  });

  /** What a person sees of the faults that a demonstration needs. */
  const SEEN: Record<string, (row: Row, rows: Row[]) => boolean> = {
    'comma-in-name': ({ familyName }) => /, Jr\.$/.test(familyName ?? ''),
    'blank-role': ({ role }) => role === '',
    'duplicate-user-id': ({ sourcedId }, rows) =>
      sourcedId !== '' && rows.filter((other) => other.sourcedId === sourcedId).length === 2,
    'seven-guardians': ({ agentSourcedIds }) => agentSourcedIds?.split(',').length === 7,
    'raw-powerschool-grade': ({ grades }) => grades === '0',
    'malformed-email': ({ email }) => email === 'parent.example.org',
    'malformed-phone': ({ sms }) => sms === '555-01',
    'blank-user-id': ({ sourcedId }) => sourcedId === '',
  };

  it('shows several faults at once, each in two rows', async () => {
    const rows = await users({ students: '7', faults: Object.keys(SEEN).join('+') });
    expect(rows).toHaveLength(24);
    const clean = await users({ students: '7' });
    for (const [name, isSeen] of Object.entries(SEEN)) {
      const seen = (page: Row[]) => page.filter((row) => isSeen(row, page)).length;
      // A row listed twice is seen twice.
      expect([name, seen(rows), seen(clean)]).toEqual([name, name === 'duplicate-user-id' ? 4 : 2, 0]);
    }
  });
});
