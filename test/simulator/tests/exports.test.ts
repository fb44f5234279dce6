import { describe, expect, it } from 'vitest';
import type { Client } from './harness.ts';
import { useSimulator } from './harness.ts';

const OUTPUT = {
  fileName: 'classes.csv',
  lineDelimiter: 'CR',
  lineOther: '',
  fieldDelimiter: 'Comma',
  fieldOther: '',
  characterSet: 'UTF-8',
  includeHeaders: true,
  surroundInQuotes: false,
};

const STATE = {
  step: 2,
  category: '',
  exportFrom: '1002',
  columns: [
    { name: 'SECTIONS.sourcedId', label: 'sourcedId' },
    { name: 'SECTIONS.title', label: 'ti"tle' },
  ],
  args: {},
  filters: {},
  rows: 'filtered',
  output: OUTPUT,
  templateId: null,
};

async function exported(own: Client, state: object): Promise<string> {
  const body = new URLSearchParams({ state: JSON.stringify(state) });
  const response = await own.fetch('/admin/datamgmt/exportfile.action', { method: 'POST', body: body.toString() });
  return Buffer.from(await response.arrayBuffer()).toString('latin1');
}

describe('exporting and saving', () => {
  const client = useSimulator({ district: { students: 30 } });

  it('writes the chosen columns under their labels, rows ended by CR', async () => {
    const text = await exported(await client().start(), STATE);
    const lines = text.split('\r');
    expect(lines[0]).toBe('sourcedId,ti"tle');
    expect(lines.at(-1)).toBe('');
    expect(lines.length).toBeGreaterThan(4);
    expect(text).not.toContain('\n');
  });

  it.each([
    [{ crByte: '0A' }, {}, /^sourcedId,ti"tle\n/],
    [{ finalDelimiter: 'no' }, {}, /[^\r]$/],
    [{ byteOrderMark: 'yes' }, {}, /^\u00ef\u00bb\u00bfsourcedId/],
    [{ unquotedSpecials: 'quoted-when-needed' }, {}, /^sourcedId,"ti""tle"\r/],
    [{}, { surroundInQuotes: true }, /^"sourcedId","ti""tle"\r"/],
    [{ quotesInside: 'as-is' }, { surroundInQuotes: true }, /^"sourcedId","ti"tle"\r/],
    [{ headersQuoted: 'no' }, { surroundInQuotes: true }, /^sourcedId,ti"tle\r"/],
    [{}, { includeHeaders: false, fieldDelimiter: 'Tab', lineDelimiter: 'CRLF' }, /^\d+\t[^\r]+\r\n/],
    [{ optionValues: 'escape' }, { lineDelimiter: '\\n', fieldDelimiter: ',' }, /^sourcedId,ti"tle\n/],
  ])('writes bytes as %j with %j', async (variants, output, pattern) => {
    const state = { ...STATE, output: { ...OUTPUT, ...output } };
    expect(await exported(await client().start(variants), state)).toMatch(pattern);
  });

  it('is the same for the same seed and differs for another', async () => {
    const [one, same, other] = await Promise.all(
      ['1', '1', '2'].map(async (seed) => exported(await client().start({ seed }), STATE)),
    );
    expect(same).toBe(one);
    expect(other).not.toBe(one);
  });

  it.each([
    ['no file name', { output: { ...OUTPUT, fileName: ' ' } }, 'Export File Name is required.'],
    ['a long delimiter', { output: { ...OUTPUT, fieldDelimiter: 'Other', fieldOther: 'ab' } }, 'one character'],
    ['a column that is gone', { columns: [{ name: 'SECTIONS.gone', label: 'x' }] }, 'could not be loaded'],
    ['no data set', { exportFrom: '' }, 'Please select a data set'],
  ])('refuses %s in words', async (_, change, message) => {
    const own = await client().start();
    const answer = await own.post('/admin/datamgmt/exportcheck.action', { ...STATE, ...change });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(message);
  });

  it('keeps a template with labels and options, and its name for itself', async () => {
    const own = await client().start();
    const save = (name: string) =>
      own.post('/admin/datamgmt/exportsave.action', { name, description: '', asNew: true, state: STATE });
    expect((await save('classtag_classes')).status).toBe(200);
    expect((await save('CLASSTAG_classes')).text).toContain('already exists');
    expect((await save(' ')).text).toContain('Name is required.');
    const { templates, saves } = await (await own.fetch('/~simulator/state')).json();
    expect(saves).toBe(1);
    expect(templates).toMatchObject([
      {
        name: 'classtag_classes',
        dataSetId: 'com.classtag.one_roster_classes',
        columns: STATE.columns,
        rows: 'filtered',
      },
    ]);
  });
});
