/**
 * `npm run demo`: with a display, PowerSchool's Data Export Manager (the simulator) and the extension in a browser window
 * to play with; without one, or with --headless, a narrated walk through all three templates into demo-output/.
 */
import { install } from './install.mjs';
import { build } from './targets.mjs';
import { Fault, main, say, tool } from './tell.mjs';

await main(async () => {
  await install();
  say('Building the extension for Chrome …');
  if ((await build('chrome')) !== 0) throw new Fault('The build failed; WXT says why above.');
  const start = hasDisplay() && !process.argv.includes('--headless') ? 'playground' : 'walkthrough';
  // Someone may play for hours.
  const code = await tool('tsx', [`test/run/demo/${start}.ts`], { minutes: 24 * 60 });
  if (code !== 0) throw new Fault('The demo failed.');
});

function hasDisplay() {
  if (process.env.CI) return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}
