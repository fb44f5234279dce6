/**
 * `npm run bench`: installs what is missing, builds for Chrome, and measures (test/bench): the panel, the page that
 * checks files, and the check itself beside others. `panel`, `page` or `roster` runs that part alone. Options go
 * to that part, or else to the last: `npm run bench -- roster --users 100000 --runs 1` is a quick look.
 */
import { install } from './install.mjs';
import { build } from './targets.mjs';
import { Fault, main, say, tool } from './tell.mjs';

/** Everyone else parses five million users five times. */
const HOURS = 6;

const PARTS = {
  panel: () => tool('tsx', ['test/bench/index.ts']),
  page: (options) => tool('tsx', ['test/bench/roster/page.ts', ...options]),
  roster: (options) => tool('tsx', ['test/bench/roster/index.ts', ...options], { minutes: 60 * HOURS }),
};

await main(async () => {
  const [first = '', ...rest] = process.argv.slice(2);
  const isPart = first !== '' && !first.startsWith('-');
  if (isPart && !Object.hasOwn(PARTS, first))
    throw new Fault(`There is no part ${first}. There are: ${Object.keys(PARTS).join(', ')}.`);
  await install({ browsers: first === 'roster' ? [] : ['chromium'] });
  if (first !== 'roster') {
    say('Building the extension for chrome …');
    if ((await build('chrome')) !== 0) throw new Fault('The build failed; WXT says why above.');
  }
  say('Measuring; this takes some minutes for the page, and an hour or so for the check …');
  const codes = [];
  if (isPart) codes.push(await PARTS[first](rest));
  else
    for (const [name, run] of Object.entries(PARTS))
      codes.push(await run(name === 'roster' ? process.argv.slice(2) : []));
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
});
