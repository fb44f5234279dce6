/** `npm run bench`: installs what is missing, builds for Chrome, and measures (test/bench). */
import { install } from './install.mjs';
import { build } from './targets.mjs';
import { Fault, main, say, tool } from './tell.mjs';

await main(async () => {
  await install();
  say('Building the extension for chrome …');
  if ((await build('chrome')) !== 0) throw new Fault('The build failed; WXT says why above.');
  say('Measuring; this takes some minutes …');
  process.exitCode = await tool('tsx', ['test/bench/index.ts']);
});
