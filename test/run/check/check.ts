/** The command line's check of exported files, for a terminal or a nightly job; started by ../check.mjs. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { DEEPEST, leftOutText, likeliest } from '../../../components/check/likely.ts';
import { reportJson } from '../../../utils/roster/export/json.ts';
import { checkWith, type GivenFile } from '../../../utils/roster/start.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { fileAt, nodeHands } from './hand.ts';
import { HELP, type Options, readOptions, Unreadable } from './options.ts';
import { summarize } from './summary.ts';

// The command line speaks English, whoever calls it.
const english = catalogOf('en');
useTexts((key) => english[key] ?? '');

/** Where the command was given: npm itself goes to the repository's root. */
const here = process.env.INIT_CWD ?? process.cwd();

/** Files of a path: itself, or all below a folder, as on the page; what is left out is told. */
function filesAt(path: string): GivenFile[] {
  const full = resolve(here, path);
  const found = statSync(full, { throwIfNoEntry: false });
  if (!found) throw new Unreadable(`There is no file ${path}.`);
  if (!found.isDirectory()) return [fileAt(full, basename(full))];
  const all: { path: string; name: string }[] = [];
  let leftOut = 0;
  let level = [full];
  for (let depth = 1; level.length > 0; depth += 1) {
    const below: string[] = [];
    for (const entry of level.flatMap((folder) => readdirSync(folder, { withFileTypes: true }))) {
      const entryPath = join(entry.parentPath, entry.name);
      if (entry.isFile()) all.push({ path: entryPath, name: entry.name });
      else if (!entry.isDirectory()) continue;
      else if (depth < DEEPEST) below.push(entryPath);
      else leftOut += 1;
    }
    level = below;
  }
  const likely = likeliest(all, ({ name }) => name);
  const told = leftOutText(leftOut + all.length - likely.length);
  if (told !== '') console.error(`${path}: ${told}`);
  return likely.map(({ path: below }) =>
    fileAt(below, join(basename(full), relative(full, below)).split(sep).join('/')),
  );
}

/** A file that was named twice is one. */
function unique(files: GivenFile[]): GivenFile[] {
  return [...new Map(files.map((file) => [file.blob, file])).values()];
}

/** Checks what is asked for. @throws whatever keeps it from being read */
async function check({ paths, earlier, settings, json, values }: Options): Promise<{ text: string; code: number }> {
  const hands = nodeHands(new URL('./start.mjs', import.meta.url), []);
  const before = earlier.flatMap(filesAt);
  const against = { remember: false, ...(before.length > 0 ? { earlier: before } : {}) };
  const report = await checkWith(hands)(unique(paths.flatMap(filesAt)), settings, against, () => {}).report;
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
  // Workers that wait for more would keep Node alive.
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`, () => process.exit(2));
}
