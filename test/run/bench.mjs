/**
 * `npm run bench`: installs what is missing, builds for Chrome, and measures (test/bench): the panel, the page that
 * checks files, and the check itself beside others. Options go to the last (test/bench/roster/index.ts):
 * `npm run bench -- --users 100000 --runs 1` is a quick look.
 */
import { install } from './install.mjs';
import { build } from './targets.mjs';
import { Fault, main, say, tool } from './tell.mjs';

/** Everyone else parses five million users five times. */
const HOURS = 6;

await main(async () => {
  await install();
  say('Building the extension for chrome …');
  if ((await build('chrome')) !== 0) throw new Fault('The build failed; WXT says why above.');
  say('Measuring; this takes some minutes for the page, and an hour or so for the check …');
  const codes = [
    await tool('tsx', ['test/bench/index.ts']),
    await tool('tsx', ['test/bench/roster/page.ts']),
    await tool('tsx', ['test/bench/roster/index.ts', ...process.argv.slice(2)], { minutes: 60 * HOURS }),
  ];
  process.exitCode = codes.find((code) => code !== 0) ?? 0;
});
