/** `npm run check`: its options, its summary, and the command itself as a nightly job calls it. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Fact, Report } from '../../../utils/roster/report.ts';
import { defaultSettings } from '../../../utils/roster/settings.ts';
import { districtFiles } from '../../data/district-files.ts';
import { finding, PROBLEMS, places } from '../../gallery/check.ts';
import { HELP, readOptions } from '../../run/check/options.ts';
import { summarize } from '../../run/check/summary.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-command-'));
  const put = (name: string, students: number, faults: string[]) => {
    mkdirSync(join(folder, name, 'export'), { recursive: true });
    for (const file of districtFiles(students, faults))
      writeFileSync(join(folder, name, 'export', file.name), file.text);
  };
  put('clean', 20, []);
  put('broken', 20, ['duplicate-user-id']);
  writeFileSync(join(folder, 'readme.txt'), 'Nothing of a roster.');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command in the folder of the sets. */
function run(...args: string[]): Promise<{ code: number; out: string; told: string }> {
  return new Promise((resolve) => {
    const child = execFile(
      join(root, 'node_modules/.bin/tsx'),
      ['test/run/check/check.ts', ...args],
      { cwd: root, env: { ...process.env, INIT_CWD: folder }, shell: process.platform === 'win32' },
      (_, out, told) => resolve({ code: child.exitCode ?? -1, out, told }),
    );
  });
}

// Starting TypeScript takes seconds where other tests run beside.
describe('the command', { timeout: 60_000 }, () => {
  it('says that a clean folder will be read, and ends with 0', async () => {
    const { code, out, told } = await run('clean');
    expect(out).toMatch(
      /^ClassTag will read these files\.\n3 files, [\d,]+ rows, .*: 0 errors, 0 warnings, 0 notes\.\n/,
    );
    expect({ code, told }).toEqual({ code: 0, told: '' });
  });

  it('gives the report as JSON, compared with an earlier set, and ends with 1 for errors', async () => {
    const { code, out } = await run(
      'broken/export/users.csv',
      'broken/export/classes.csv',
      '--json',
      '--earlier',
      'clean',
    );
    const report = JSON.parse(out) as Report;
    expect(code).toBe(1);
    expect(report).toMatchObject({ schema: 1, profile: { id: 'classtag' }, verdict: { state: 'fails' } });
    expect(report.files.map(({ name }) => name)).toEqual(['users.csv', 'classes.csv', null]);
    expect(report.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual(['U1']);
    expect(report.findings.flatMap((one) => one.places).filter(({ value }) => value !== null)).toEqual([]);
    expect(report.comparison?.with).toEqual({ kind: 'files' });
  });

  it('ends with 2 for what is no roster', async () => {
    const { code, out } = await run('readme.txt');
    expect(code).toBe(2);
    expect(out).toContain('not read: readme.txt');
  });

  it('ends with 2 when a file cannot be read, and waits for no worker', async () => {
    // Its beginning is in nobody's memory, so that the system refuses to read it.
    symlinkSync('/proc/self/mem', join(folder, 'users.csv'));
    const { code, out, told } = await run('users.csv');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(told).toMatch(/EIO/);
  });

  it('looks at the likely files of a large folder, and tells how many it left out', async () => {
    const [clean] = districtFiles(20, []);
    if (!clean) throw new Error('no file');
    mkdirSync(join(folder, 'large', '1/2/3/4/5/6'), { recursive: true });
    for (let at = 0; at < 501; at += 1) writeFileSync(join(folder, 'large', `${at}.jpg`), '');
    writeFileSync(join(folder, 'large', clean.name), clean.text);
    const { out, told } = await run('large');
    expect(told).toMatch(/^large: 3 files or folders were left out: at most 500 files /);
    expect(out).toContain(`\n${clean.name}: `);
  });

  it('ends with 2 for a file that is not there, and says which', async () => {
    expect(await run('clean', 'gone.csv')).toEqual({ code: 2, out: '', told: 'There is no file gone.csv.\n' });
  });
});

describe('its options', () => {
  it('are the page’s settings where nothing is said', () => {
    const plain = { paths: ['a', 'b'], earlier: [], settings: defaultSettings, json: false, values: false };
    expect(readOptions(['a', 'b'])).toEqual(plain);
    expect(readOptions(['a', '--help'])).toBeNull();
  });

  it('are told with the rules that they are for', () => {
    expect(HELP).toContain('district, school (district); classtag only\n');
    expect(HELP).toContain('ids set at the receiver (none); classtag only\n');
  });

  it('are read', () => {
    const args = '--profile oneroster --level school --guardians separate --school-ids 12,0012 --threshold 5 a';
    expect(readOptions([...args.split(' '), '--earlier', 'b', '--earlier', 'c', '--values', '--json'])).toEqual({
      paths: ['a'],
      earlier: ['b', 'c'],
      settings: {
        profile: 'oneroster',
        level: 'school',
        guardians: 'separate',
        schoolIds: ['12', '0012'],
        threshold: 5,
      },
      json: true,
      values: true,
    });
  });

  it.each([
    ['no file', []],
    ['an unknown profile', ['a', '--profile', 'other']],
    ['an unknown level', ['a', '--level', 'state']],
    ['guardians nowhere', ['a', '--guardians', 'home']],
    ['a threshold beyond all', ['a', '--threshold', '101']],
    ['a threshold that is no number', ['a', '--threshold', '']],
    ['an unknown option', ['a', '--quiet']],
    ['an option without its value', ['a', '--profile']],
  ])('are refused: %s', (_, args) => {
    expect(() => readOptions(args)).toThrow();
  });
});

describe('its summary', () => {
  const report = PROBLEMS;
  const lines = (withValues: boolean, change: Partial<Report> = {}) => summarize({ ...report, ...change }, withValues);

  it('has the verdict first, then each file with what differs, then each finding', () => {
    const text = lines(false);
    expect(text.startsWith(`${report.verdict.text}\n`)).toBe(true);
    for (const { message, advice } of report.findings) {
      expect(text).toContain(message);
      expect(text).toContain(advice);
    }
  });

  it('has what differs of a file, and what it should be where that is known', () => {
    const [first] = report.files;
    if (!first) throw new Error('no file');
    const facts: Fact[] = [
      { id: 'rows', found: '0', wanted: null, fits: false },
      { id: 'line-ending', found: 'LF', wanted: 'CR', fits: false },
      { id: 'encoding', found: 'UTF-8', wanted: 'UTF-8', fits: true },
    ];
    expect(lines(false, { files: [{ ...first, rows: 0, facts }], findings: [] })).toContain(
      'users.csv: 0 rows\n  rows: 0\n  line ends: LF; should be CR\n',
    );
  });

  it('names five rows, counts the others, and shows values when asked', () => {
    const many = [finding({ message: 'Some.', count: 1204, places: places(100, 'email', () => 'x@example.org') })];
    expect(lines(false, { findings: many })).toMatch(/(?:\n {2}line [^\n"]+){5}\n {2}and 1,199 more\n/);
    expect(lines(true, { findings: many })).toContain(': "x@example.org"\n');
  });

  it('writes signs that would command a terminal as numbers, and cuts long values', () => {
    const wild = [
      finding({ message: 'Some.', count: 1, places: places(1, 'email', () => `\u001b[2J\r${'y'.repeat(1e6)}`) }),
    ];
    const text = lines(true, { findings: wild });
    expect(text).toContain(': "\\u{1b}[2J\\u{d}yyy');
    expect(text.length).toBeLessThan(10_000);
  });
});
