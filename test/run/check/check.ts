/** The command line's check of exported files, for a terminal or a nightly job; started by ../check.mjs. */
import { type Dirent, readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { reportJson } from '../../../utils/roster/export/json.ts';
import { checkWith, type GivenFile } from '../../../utils/roster/start.ts';
import { fileAt, nodeHands } from './hand.ts';
import { HELP, type Options, readOptions, Unreadable } from './options.ts';
import { summarize } from './summary.ts';

/** As on the page: a set of rosters has a dozen files. */
const MOST_FILES = 500;
const DEEPEST = 6;

/** Where the command was given: npm itself goes to the repository's root. */
const here = process.env.INIT_CWD ?? process.cwd();

/** Files of a path: itself, or all below a folder. */
function filesAt(path: string): GivenFile[] {
  const full = resolve(here, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) throw new Unreadable(`There is no file ${path}.`);
  if (!found.isDirectory()) return [fileAt(full, basename(full))];
  const deepEnough = (entry: Dirent) => relative(full, entry.parentPath).split(sep).length <= DEEPEST;
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && deepEnough(entry))
    .slice(0, MOST_FILES)
    .map((entry) => {
      const below = join(entry.parentPath, entry.name);
      return fileAt(below, join(basename(full), relative(full, below)).split(sep).join('/'));
    });
}

/** Checks what is asked for. @throws whatever keeps it from being read */
async function check({ paths, earlier, settings, json, values }: Options): Promise<{ text: string; code: number }> {
  const hands = nodeHands(new URL('./start.mjs', import.meta.url), []);
  const before = earlier.flatMap(filesAt);
  const against = { remember: false, ...(before.length > 0 ? { earlier: before } : {}) };
  const report = await checkWith(hands)(paths.flatMap(filesAt), settings, against, () => {}).report;
  const hasErrors = report.findings.some(({ severity }) => severity === 'error');
  return {
    text: json ? reportJson(report, values) : summarize(report, values),
    code: report.verdict.state === 'unreadable' ? 2 : hasErrors ? 1 : 0,
  };
}

async function main(): Promise<{ text: string; code: number }> {
  const options = readOptions(process.argv.slice(2));
  return options === null ? { text: `${HELP}\n`, code: 0 } : check(options);
}

try {
  const { text, code } = await main();
  // Not before all of it is written: a pipe takes a large report in parts.
  process.stdout.write(text, () => process.exit(code));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
