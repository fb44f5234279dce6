/** `npm run build`: the extension for Chrome, Edge and Firefox, in .output/<browser>-mv3; `npm run build -- firefox` for one. */
import { install } from './install.mjs';
import { build, targets } from './targets.mjs';
import { Fault, main, say } from './tell.mjs';

await main(async () => {
  await install({ browsers: [] });
  const asked = process.argv.slice(2);
  const unknown = asked.filter((name) => !targets.includes(name));
  if (unknown.length > 0)
    throw new Fault(`There is no target "${unknown.join(', ')}". There are: ${targets.join(', ')}.`);
  const chosen = asked.length > 0 ? asked : targets;
  for (const target of chosen) {
    say(`\nBuilding for ${target} …`);
    if ((await build(target)) !== 0) throw new Fault(`The build for ${target} failed; WXT says why above.`);
  }
  say(`\nBuilt: ${chosen.map((target) => `.output/${target}-mv3`).join(', ')}`);
});
