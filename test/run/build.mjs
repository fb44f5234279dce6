/** `npm run build`: the extension for Chrome, Edge and Firefox, in .output/<browser>-mv3. */
import { install } from './install.mjs';
import { build, targets } from './targets.mjs';
import { Fault, main, say } from './tell.mjs';

await main(async () => {
  await install({ browser: false });
  for (const target of targets) {
    say(`\nBuilding for ${target} …`);
    if ((await build(target)) !== 0) throw new Fault(`The build for ${target} failed; WXT says why above.`);
  }
  say(`\nBuilt: ${targets.map((target) => `.output/${target}-mv3`).join(', ')}`);
});
