/**
 * The check's part of `npm run bench`: how fast the whole check of three files is, beside parsers that merely parse them,
 * DuckDB with as many of the rules as SQL can say, and a loop over the bytes.
 *
 * `tsx test/bench/roster/index.ts [--users 100000,1000000,5000000] [--forms cr-unquoted,lf-quoted] [--runs 5]
 * [--only NAME,…] [--engine FILE]`
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import { build } from 'vite';
import { type RosterSet, type RosterSetWish, writeSet } from '../../data/roster-set.ts';
import { parsers, streamers } from './parsers.ts';
import { type Figures, judge } from './ratios.ts';
import type { Measured, SetForm } from './types.ts';

type FormName = RosterSetWish['form'];

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const run = promisify(execFile);
const SEED = 4;
const WARM_UP_USERS = 100_000;
/** A candidate that took as long in all is not run again on that set; the table says how often it ran. */
const PATIENCE = 45_000;
/** The files whose rows are all wrong are measured at this size, or the largest below. */
const WRONG_USERS = 1_000_000;
const FORMS: Record<FormName, SetForm> = {
  'cr-unquoted': { rowEnd: '\r', isQuoted: false },
  'lf-quoted': { rowEnd: '\n', isQuoted: true },
};
const ENGINE = 'this engine, whole check';
const DATABASE = 'DuckDB, two threads';
const MB = 1e6;

/** Numbers, separated by commas. */
function numbersOf(text: string): number[] {
  return text.split(',').map((part) => {
    const number = Number(part.replaceAll('_', ''));
    if (!Number.isInteger(number) || number < 1) throw new Error(`Not a number: ${part}`);
    return number;
  });
}

function wishes() {
  const { values } = parseArgs({
    options: {
      users: { type: 'string', default: '100000,1000000,5000000' },
      forms: { type: 'string', default: 'cr-unquoted,lf-quoted' },
      runs: { type: 'string', default: '5' },
      only: { type: 'string', default: '' },
      engine: { type: 'string', default: join(here, 'engine.ts') },
    },
  });
  const forms = values.forms.split(',').map((name) => {
    if (name !== 'cr-unquoted' && name !== 'lf-quoted') throw new Error(`Not a form: ${name}`);
    return name;
  });
  const [runs] = numbersOf(values.runs);
  const sizes = numbersOf(values.users).sort((one, other) => one - other);
  const only = values.only === '' ? [] : values.only.split(',').map((name) => name.trim().toLowerCase());
  return { sizes, forms, runs: runs ?? 1, only, engine: resolve(values.engine) };
}

/** So that no loader of TypeScript is in the measured processes. Where packages are found, for they stay outside. */
async function bundle(engine: string): Promise<{ child: string; engine: string | null }> {
  const folder = join(root, 'node_modules', '.cache', 'roster-bench');
  const hasEngine = existsSync(engine);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rollupOptions: {
        input: {
          child: join(here, 'child.ts'),
          ...(hasEngine ? { engine, worker: join(root, 'test/run/check/worker.ts') } : {}),
        },
      },
    },
  });
  return { child: join(folder, 'child.js'), engine: hasEngine ? join(folder, 'engine.js') : null };
}

interface Task {
  child: string;
  /** As the child knows it: a name, or our engine's path. */
  candidate: string;
  set: RosterSet;
  warmUp: RosterSet;
  form: SetForm;
}

async function measure({ child, candidate, set, warmUp, form }: Task): Promise<Measured> {
  const rest = [candidate, JSON.stringify(set.files), JSON.stringify(warmUp.files), JSON.stringify(form)];
  const { stdout } = await run(process.execPath, ['--max-old-space-size=12000', child, ...rest], {
    maxBuffer: 10 * MB,
  });
  return JSON.parse(stdout);
}

const median = (numbers: number[]) =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;

interface Row extends Figures {
  runs: number;
  outcome: Measured;
}

function print({ candidate, speed, took, peak, runs }: Row): void {
  const cells = [
    candidate.padEnd(28),
    `${speed.toFixed(0)} MB/s`.padStart(11),
    `${(took / 1000).toFixed(2)} s`.padStart(10),
    `${(peak / MB).toFixed(0)} MB`.padStart(10),
    `  ${runs === 1 ? 'one run' : `median of ${runs} runs`}`,
  ];
  console.log(cells.join(''));
}

/** Runs everyone in turn, round after round, so that whatever slows the machine for a while slows all of them. */
async function measureAll(
  tasks: [name: string, task: Task][],
  runs: number,
  about: Omit<Figures, 'candidate' | 'speed' | 'took' | 'peak'>,
): Promise<Row[]> {
  const results = new Map<string, Measured[]>();
  for (let round = 0; round < runs; round += 1) {
    for (const [name, task] of tasks) {
      const known = results.get(name) ?? [];
      const spent = known.reduce((sum, { took }) => sum + took, 0);
      if (known.length < round || spent > PATIENCE) continue;
      try {
        results.set(name, [...known, await measure(task)]);
      } catch (error) {
        console.log(`${name}: ${reasonOf(error)}`);
      }
    }
  }
  return [...results].flatMap(([candidate, measured]) => {
    const outcome = measured[0];
    if (outcome === undefined) return [];
    const took = median(measured.map((one) => one.took));
    const peak = median(measured.map((one) => one.peak));
    return [
      { ...about, candidate, took, peak, speed: about.bytes / MB / (took / 1000), runs: measured.length, outcome },
    ];
  });
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return /^\w*Error: .*/m.exec(text)?.[0] ?? text.slice(0, 200);
}

function checkRows(rows: Row[], set: RosterSet): void {
  const wanted = set.rows.users + set.rows.classes + set.rows.enrollments;
  for (const { candidate, outcome } of rows) {
    if (outcome.rows !== wanted) throw new Error(`${candidate} saw ${outcome.rows} rows of ${wanted}.`);
  }
}

/** A finding's code in the names that the engine and the database give to their counts: `users U1 blank`, `U1 twice`. */
const codeOf = (name: string) => /\b[A-Z]\d{1,2}\b/.exec(name)?.[0] ?? null;

function byCode(found: Record<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [name, count] of Object.entries(found)) {
    const code = codeOf(name);
    if (code !== null) sums.set(code, (sums.get(code) ?? 0) + count);
  }
  return sums;
}

/**
 * Prints what the engine and the database counted, by code, so that nobody wins by looking away. They need not be equal:
 * some codes have rules that SQL cannot say, and others count values where the engine counts rows.
 */
function compareFound(rows: Row[]): void {
  const [ours, theirs] = [ENGINE, DATABASE].map((name) => rows.find(({ candidate }) => candidate === name));
  if (!ours || !theirs) return;
  const [engine, database] = [byCode(ours.outcome.found), byCode(theirs.outcome.found)];
  const told = [...database.keys()]
    .filter((code) => (engine.get(code) ?? 0) + (database.get(code) ?? 0) > 0)
    .sort()
    .map((code) => `${code} ${engine.get(code) ?? 0}/${database.get(code)}`);
  console.log(`found, engine/DuckDB: ${told.length > 0 ? told.join('  ') : 'nothing by either'}`);
}

async function main(): Promise<void> {
  const { sizes, forms, runs, only, engine } = wishes();
  const bundled = await bundle(engine);
  if (bundled.engine === null) console.log(`No engine at ${engine}; the others are measured.`);
  const everyone: [string, string][] = [
    ['byte loop', 'byte loop'],
    ...Object.keys({ ...parsers, ...streamers }).map((name): [string, string] => [name, name]),
    [DATABASE, DATABASE],
    ...(bundled.engine === null ? [] : [[ENGINE, bundled.engine] as [string, string]]),
  ];
  const chosen = everyone.filter(
    ([name]) => only.length === 0 || only.some((part) => name.toLowerCase().includes(part)),
  );
  console.log(
    'The engine is measured until its report is there, without the fingerprint: the page makes that after showing the report.',
  );
  const folder = await mkdtemp(join(tmpdir(), 'roster-bench-'));
  const all: Row[] = [];
  try {
    for (const form of forms) {
      const warmUp = writeSet(join(folder, 'warm-up'), { users: WARM_UP_USERS, seed: SEED, form });
      const wrongAt = sizes.filter((users) => users <= WRONG_USERS).at(-1);
      for (const users of sizes) {
        for (const faults of ['none', 'every-row'] as const) {
          if (faults === 'every-row' && users !== wrongAt) continue;
          const set = writeSet(join(folder, 'set'), { users, seed: SEED, form, faults });
          const isWrong = faults === 'every-row';
          console.log(
            `\n${users.toLocaleString('en-US')} users, ${form}, ${(set.bytes / MB).toFixed(0)} MB${isWrong ? ', a fault in every row' : ''}`,
          );
          // Parsers do not mind what stands in the rows.
          const tasks = chosen
            .filter(([name]) => !isWrong || name === ENGINE || name.startsWith('DuckDB'))
            .map(([name, candidate]): [string, Task] => [
              name,
              { child: bundled.child, candidate, set, warmUp, form: FORMS[form] },
            ]);
          const rows = await measureAll(tasks, runs, { form, users, bytes: set.bytes, isWrong });
          checkRows(rows, set);
          for (const row of rows) print(row);
          compareFound(rows);
          all.push(...rows);
        }
      }
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const verdicts = judge(all, {
    engine: ENGINE,
    floor: 'byte loop',
    database: DATABASE,
    parsers: Object.keys(parsers),
    streamers: Object.keys(streamers),
  });
  console.log('\nWanted:');
  for (const { text, holds } of verdicts) console.log(`${holds === null ? '    ' : holds ? 'ok  ' : 'NOT '}  ${text}`);
  if (verdicts.some(({ holds }) => holds === false)) process.exitCode = 1;
}

await main();
