import { describe, expect, it } from 'vitest';
import { freshState } from '../wizard-state.ts';
import { type Client, MANAGER, useSimulator } from './harness.ts';

const COLUMNS = ['email', 'role'].map((label) => ({ name: `USERS.${label}`, label }));
const OUTPUT = {
  ...{ fileName: 'users.csv', lineDelimiter: 'CR', lineOther: '', fieldDelimiter: 'Comma', fieldOther: '' },
  ...{ characterSet: 'UTF-8', includeHeaders: true, surroundInQuotes: false },
};
const STATE = { ...freshState(), step: 2, exportFrom: '1001', columns: COLUMNS, output: OUTPUT };

describe('drift behind the administrator', () => {
  const client = useSimulator();

  /** A session with the saved template classtag_users, and another beside it. */
  async function withTemplates(): Promise<Client> {
    const own = await client().start();
    for (const name of ['classtag_users', 'another']) {
      const request = { name, description: '', asNew: true, state: STATE };
      await own.post('/admin/datamgmt/exportsave.action', request);
    }
    return own;
  }
  const change = (own: Client, what: string, query: Record<string, string>, method = 'POST') =>
    own.fetch(`/~simulator/${what}?${new URLSearchParams(query)}`, { method });
  const stateOf = async (own: Client) => (await own.fetch('/~simulator/state')).json();
  /** The columns that the opened template ticks. */
  async function opened(own: Client, id: number) {
    const page = await own.page(`${MANAGER}?templateId=${id}`);
    return JSON.parse(page.getElementById('page-config')?.textContent ?? '').state.columns;
  }

  it('changes a label of one template, which opens with it and counts as no save', async () => {
    const own = await withTemplates();
    const answer = await change(own, 'template', { name: 'classtag_users', column: 'USERS.email', label: 'mail' });
    expect([answer.status, (await answer.json()).columns[0]]).toEqual([200, { name: 'USERS.email', label: 'mail' }]);
    expect(await opened(own, 1)).toEqual([{ name: 'USERS.email', label: 'mail' }, COLUMNS[1]]);
    expect(await opened(own, 2)).toEqual(COLUMNS);
    expect((await stateOf(own)).saves).toBe(2);
  });

  it.each([
    ['lineDelimiter', 'CRLF', { lineDelimiter: 'CRLF' }],
    ['lineDelimiter', ';', { lineDelimiter: { other: ';' } }],
    ['fieldDelimiter', 'Tab', { fieldDelimiter: 'Tab' }],
    ['fieldDelimiter', '|', { fieldDelimiter: { other: '|' } }],
    ['characterSet', 'Windows ANSI', { characterSet: 'Windows ANSI' }],
    ['headers', 'off', { includeHeaders: false }],
    ['quotes', 'on', { surroundInQuotes: true }],
    ['fileName', 'people.csv', { fileName: 'people.csv' }],
  ])('changes the option %s to %s', async (option, value, wanted) => {
    const own = await withTemplates();
    expect((await change(own, 'template', { name: 'classtag_users', option, value })).status).toBe(200);
    const { lineOther: _, fieldOther: __, ...before } = OUTPUT;
    const outputs = (await stateOf(own)).templates.map(({ output }: { output: unknown }) => output);
    expect(outputs).toEqual([{ ...before, ...wanted }, before]);
  });

  it('takes a column out of a template', async () => {
    const own = await withTemplates();
    await change(own, 'template', { name: 'classtag_users', remove: 'USERS.role' });
    expect(await opened(own, 1)).toEqual([COLUMNS[0]]);
  });

  it('adds a column to a data set of one session, whose templates still open without it', async () => {
    const [own, other] = [await withTemplates(), await client().start()];
    const added = { query: 'com.classtag.one_roster_users', add: 'USERS.middleName' };
    const answer = await change(own, 'plugin', added);
    expect((await answer.json()).columns.at(-1)).toBe('USERS.middleName');
    const offered = async (session: Client) => {
      const part = await (await session.fetch('/admin/datamgmt/exportcolumns.action?from=1001')).json();
      return part.columns.map(({ name }: { name: string }) => name);
    };
    const names = await offered(own);
    expect(names.slice(names.indexOf('USERS.languages'))).toEqual([
      ...['USERS.languages', 'USERS.middleName', 'USERS.orgSourcedIds', 'USERS.phone', 'USERS.role', 'USERS.sms'],
      'USERS.sourcedId',
    ]);
    expect(await offered(other)).not.toContain('USERS.middleName');
    expect(await opened(own, 1)).toEqual(COLUMNS);
    const columns = [{ name: 'USERS.middleName', label: 'middleName' }, ...COLUMNS];
    const preview = await own.post('/admin/datamgmt/exportpreview.action?page=0', { ...STATE, columns });
    expect(preview.text).toMatch(/<td>[AJMR]<\/td><td>\S+@example\.org<\/td><td>\w+<\/td>/);
  });

  it.each([
    ['template', { name: 'none' }, 404, 'There is no template "none". Templates: classtag_users, another.'],
    ['template', { name: 'another', column: 'USERS.e', label: 'x' }, 404, 'no column "USERS.e". Columns: USERS.email,'],
    ['template', { name: 'another', remove: 'email' }, 404, 'There is no column "email".'],
    ['template', { name: 'another', option: 'color', value: 'red' }, 400, 'Options: fileName, lineDelimiter,'],
    ['template', { name: 'another', option: 'toString', value: '1' }, 400, 'Unknown option "toString".'],
    ['template', { name: 'another', option: 'quotes', value: 'yes' }, 400, 'does not take "yes". It takes: on, off.'],
    ['template', { name: 'another', option: 'lineDelimiter', value: '"' }, 400, 'It takes: CR, LF, CRLF, or one'],
    ['template', { name: 'another', option: 'fileName', value: ' ' }, 400, 'any text that is not blank'],
    ['template', { name: 'another' }, 400, 'Give one change: column and label, option and value, or remove.'],
    ['template', { name: 'another', column: 'USERS.email', remove: 'USERS.email' }, 400, 'Give one change'],
    ['plugin', { query: 'CC', add: 'CC.new' }, 404, 'There is no query "CC". Queries: com.classtag.'],
    ['plugin', { query: 'com.classtag.one_roster_users', add: 'middleName' }, 400, 'not "middleName".'],
    ['plugin', { query: 'com.classtag.one_roster_users', add: 'users.EMAIL' }, 400, 'has a column "users.EMAIL"'],
  ])('refuses %s %j', async (what, query, status, message) => {
    const answer = await change(await withTemplates(), what, query);
    expect([answer.status, await answer.text()]).toEqual([status, expect.stringContaining(message)]);
  });

  it('needs a session and POST', async () => {
    expect((await change(client(), 'template', {})).status).toBe(404);
    expect((await change(await client().start(), 'plugin', {}, 'GET')).status).toBe(405);
    const none = await change(await client().start(), 'template', { name: 'any' });
    expect(await none.text()).toBe('There is no template "any". Templates: none.');
  });
});
