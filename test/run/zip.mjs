/** `npm run zip`: what the stores want, in .output: one ZIP per browser, and the sources for Firefox's reviewers. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from './install.mjs';
import { targets } from './targets.mjs';
import { Fault, main, root, say, tool } from './tell.mjs';

const output = join(root, '.output');
const zips = () => readdirSync(output).filter((name) => name.endsWith('.zip'));

await main(async () => {
  await install({ browsers: [] });
  rmSync(output, { recursive: true, force: true });
  for (const target of targets) {
    say(`\nPacking for ${target} …`);
    if ((await tool('wxt', ['zip', '-b', target], { output: 'if-it-fails' })) !== 0)
      throw new Fault(`Packing for ${target} failed; see above.`);
  }
  if (zips().length !== targets.length + 1) throw new Fault(`Expected four ZIPs, got: ${zips().join(', ')}`);
  say('\nPacked:');
  for (const name of zips()) say(`  .output/${name}`);
});
