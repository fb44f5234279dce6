import { describe, expect, it } from 'vitest';
import { checkSet } from './check-help.ts';

const HEADER = 'sourcedId,orgSourcedIds,role,givenName,familyName,email,grades';
const ROW = '1,0101,student,Noor,Okafor,noor@example.org,05';
const file = (...lines: string[]) => `${lines.join('\r')}\r`;
const codes = ({ findings }: Awaited<ReturnType<typeof checkSet>>) =>
  findings.map(({ code, cause, column }) => `${code} ${cause} ${column ?? ''}`.trim());

describe('a report', () => {
  it('says that files with a header alone will fail, and does not call them unreadable', async () => {
    const report = await checkSet({ 'users.csv': file(HEADER) });
    expect(report.verdict).toEqual({ state: 'fails', text: '1 problem will make the sync fail.' });
    expect(codes(report)).toContain('F6 no-rows');
  });

  it('shows nothing of the first row where it is no header', async () => {
    const report = await checkSet({ 'users.csv': file(ROW, ROW.replace('Noor', 'N\u0001oor')) });
    expect(report.files.find(({ name }) => name === 'users.csv')?.header).toEqual([]);
    expect(JSON.stringify({ ...report, findings: report.findings.map(({ places: _, ...rest }) => rest) })).not.toMatch(
      /Okafor|Noor|noor/,
    );
    expect(codes(report)).toContain('F4 no-header');
  });

  it('tells in which column a NUL stands, and shows no password for it', async () => {
    const rows = [ROW.replace('Noor', 'No\0or'), ROW.replace('1,', '2,')].map((row, at) => `${row},${at}`);
    const report = await checkSet({
      'users.csv': file(`${HEADER},password`, ...rows, `${ROW.replace('1,', '3,')},x\0`),
    });
    const found = report.findings.find(({ cause }) => cause === 'nul');
    expect(found?.places.map(({ row, column, value }) => [row, column, value])).toEqual([
      [1, 'givenName', 'No\0or'],
      [3, 'password', null],
    ]);
  });

  it('shows the first line of a name alone, and not much of it', async () => {
    const report = await checkSet({ 'users.csv': file(`${HEADER},"dcid`, ROW, ROW.replace('Noor', 'Sam')) });
    const said = JSON.stringify([report.files, report.findings.map(({ message, column }) => [message, column])]);
    expect(said).toContain('dcid…');
    expect(said).not.toMatch(/Okafor|Sam/);
    const long = await checkSet({ 'users.csv': file(`${HEADER},${'x'.repeat(60)}`, `${ROW},`) });
    expect(long.files.find(({ name }) => name !== null)?.header.at(-1)).toBe(`${'x'.repeat(40)}…`);
  });

  it('draws no names that stand where roles should', async () => {
    const swapped = 'sourcedId,orgSourcedIds,givenName,role,familyName,email,grades';
    const report = await checkSet({ 'users.csv': file(swapped, ROW, '2,0101,Teacher,Kim,Lund,,') });
    const roles = report.pictures.find(({ id }) => id === 'roles');
    expect(roles?.bars).toEqual([{ name: '(other values)', count: 2 }]);
  });

  it('draws grades in their order, kindergarten before the first one', async () => {
    const rows = ['10', '02', 'KG', '01'].map((grade, at) => `${at + 1},0101,student,Noor,Okafor,,${grade}`);
    const { pictures } = await checkSet({ 'users.csv': file(HEADER, ...rows) });
    const grades = pictures.find(({ id }) => id === 'grades');
    expect(grades?.bars.map(({ name }) => name)).toEqual(['KG', '01', '02', '10']);
  });

  describe('of class sizes', () => {
    const ids = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `${from + at}`);
    const users = file(HEADER, ...ids(8).map((id) => ROW.replace('1', id)));
    const classes = (...names: string[]) =>
      file('sourcedId,title,grades,schoolSourcedId', ...names.map((id) => `${id},Art,05,0101`));
    const enrollments = (sizes: Record<string, number>, more: string[] = []) => {
      const rows = Object.entries(sizes).flatMap(([id, size]) => ids(size).map((user) => `${id},0101,${user},student`));
      return file('classSourcedId,schoolSourcedId,userSourcedId,role', ...rows, ...more);
    };
    const bars = async (files: Record<string, string>) => {
      const { pictures } = await checkSet({ 'users.csv': users, ...files });
      const sizes = pictures.find(({ id }) => id === 'class-sizes')?.bars ?? [];
      return Object.fromEntries(sizes.filter(({ count }) => count > 0).map(({ name, count }) => [name, count]));
    };
    const SIZES = { a: 5, b: 6, x: 1, '': 3 };

    it('counts the classes of classes.csv alone, those without a student as 0', async () => {
      const teacher = ['c,0101,1,teacher'];
      const set = {
        'classes.csv': classes('a', 'b', 'c', 'd', 'a', '', ' '),
        'enrollments.csv': enrollments(SIZES, teacher),
      };
      expect(await bars(set)).toEqual({ 0: 2, '1 to 5': 1, '6 to 10': 1 });
    });

    it('counts what is named where classes.csv is not there, or not to its end', async () => {
      const named = { '1 to 5': 2, '6 to 10': 1 };
      const set = { 'enrollments.csv': enrollments(SIZES) };
      expect(await bars(set)).toEqual(named);
      expect(await bars({ ...set, 'classes.csv': `${classes('a', 'd')}"` })).toEqual(named);
      expect(await bars({ ...set, 'classes.csv': classes() })).toEqual(named);
    });

    it('calls no class empty where enrollments.csv was not read to its end', async () => {
      const set = { 'classes.csv': classes('a', 'd'), 'enrollments.csv': `${enrollments(SIZES)}"` };
      expect(await bars(set)).not.toHaveProperty('0');
    });

    it('has a bar for 0 though no class is empty', async () => {
      const set = { 'users.csv': users, 'classes.csv': classes('a'), 'enrollments.csv': enrollments({ a: 5 }) };
      const sizes = (await checkSet(set)).pictures.find(({ id }) => id === 'class-sizes');
      expect(sizes?.bars.map(({ name }) => name)).toEqual([
        '0',
        '1 to 5',
        '6 to 10',
        '11 to 15',
        '16 to 20',
        '21 to 25',
        '26 to 30',
        '31 to 40',
        '41 to 50',
        '51 or more',
      ]);
    });
  });

  it('finds the header below a title and blank lines, and counts its line', async () => {
    for (const end of ['\r', '\n', '\r\n']) {
      const text = ['Students of today', '', '', HEADER, ROW, '', ROW].join(end) + end;
      const report = await checkSet({ 'users.csv': text });
      const title = report.findings.find(({ cause }) => cause === 'title-row');
      expect(title?.message).toContain('The header is in line 4.');
      expect(report.findings.find(({ cause }) => cause === 'blank-lines')?.count).toBe(1);
      expect(report.findings.find(({ code, cause }) => `${code} ${cause}` === 'U1 repeated')?.places[0]?.line).toBe(7);
    }
  });

  it.each(['^', '~', ':', '\t', ';', '|'])(
    'reads cells that %s separates, and says that it should not',
    async (sign) => {
      const text = file(HEADER, ROW.replace('noor@example.org', '')).replaceAll(',', sign);
      const report = await checkSet({ 'users.csv': text });
      expect(codes(report)).toContain('F13 wrong-delimiter');
      expect(report.files.find(({ name }) => name !== null)?.facts.find(({ id }) => id === 'delimiter')?.fits).toBe(
        false,
      );
      expect(report.pictures.find(({ id }) => id === 'roles')?.bars).toEqual([{ name: 'student', count: 1 }]);
    },
  );

  it('explains ids that differ in a no-break space, a tab or capitals of any kind', async () => {
    const users = file(HEADER, ...['aB', 'u2', 'u3'].map((id) => ROW.replace(/^1/, id)));
    const classes = file('sourcedId,title,grades,schoolSourcedId', 'k,Art,05,0101');
    const enrolled = ['AB', 'u2\u00a0', '\tu3'].map((id) => `k,0101,${id},student`);
    const enrollments = file('classSourcedId,schoolSourcedId,userSourcedId,role', ...enrolled);
    const report = await checkSet({ 'users.csv': users, 'classes.csv': classes, 'enrollments.csv': enrollments });
    const { message } = report.findings.find(({ code }) => code === 'N2') ?? {};
    expect(message).toContain('2 rows differ from a known id only in a space.');
    expect(message).toContain('1 row differs from a known id only in capitals.');
  });
});
