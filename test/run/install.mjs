/** Installs what a fresh clone lacks: the packages of the lock file, WXT's generated types, the scanner in WebAssembly, and a Chromium. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { Fault, root, run, say, tool } from './tell.mjs';

/** Of package.json's "engines"; checked here because npm only warns. */
const NEEDED_NODE = [20, 19];

/**
 * Makes the checkout ready to build and test.
 * @throws Fault in plain words when something cannot be installed.
 */
export async function install({ browser = true } = {}) {
  checkNode();
  await installPackages();
  await compileScanner();
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) await prepareTypes();
  if (browser) await installChromium();
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor >= NEEDED_NODE[1])) return;
  throw new Fault(`Node ${NEEDED_NODE.join('.')} or newer is needed; this is Node ${process.versions.node}.`);
}

async function installPackages() {
  if (packagesMatchLock()) return;
  say('Installing the packages of package-lock.json (npm ci) …');
  // Some tools declare Node 22 but work on 20.19; npm's warnings about it would alarm for nothing.
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' };
  if ((await run('npm', args, { env })) === 0) return;
  say('That did not work; trying once more …');
  if ((await run('npm', args, { env })) === 0) return;
  throw new Fault('The packages could not be installed. npm says why above; without a network it cannot work.');
}

/** Does node_modules hold just what package-lock.json says? npm notes what it installed in a lock file of its own. */
function packagesMatchLock() {
  const wanted = lockedPackages('package-lock.json');
  const installed = lockedPackages(join('node_modules', '.package-lock.json'));
  if (!wanted || !installed) return false;
  const missing = Object.entries(wanted).some(([path, entry]) => {
    const there = installed[path];
    // Packages for other platforms are in the lock file only.
    return there ? there.version !== entry.version : path !== '' && !entry.optional;
  });
  return !missing && Object.keys(installed).every((path) => path in wanted);
}

function lockedPackages(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages;
  } catch {
    return undefined;
  }
}

/** Always: it takes a second, and what lies there may be of another version of its source. */
async function compileScanner() {
  const { buildScanner } = await import('./wasm.mjs');
  await buildScanner();
}

async function prepareTypes() {
  say('Generating the types of the entry points (wxt prepare) …');
  if ((await tool('wxt', ['prepare'])) !== 0) throw new Fault('wxt prepare failed; it says why above.');
}

async function installChromium() {
  if (await works(findChromium())) return;
  say('No Chromium here yet.');
  if (
    process.platform === 'linux' &&
    process.getuid?.() === 0 &&
    (await run('apt-get', ['--version'], { output: 'hidden' })) === 0
  ) {
    await aptInstall();
    if (await works(findChromium())) return;
  }
  say('Asking Playwright for its Chromium …');
  await tool('playwright', ['install', 'chromium'], { minutes: 10 });
  if (await works(findChromium())) return;
  throw new Fault(
    'No Chromium could be installed. Install one (on Debian: `apt-get install chromium`) or set CHROMIUM_PATH to one.',
  );
}

async function aptInstall() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work; waiting for it is better than failing.
  const wait = ['-o', 'DPkg::Lock::Timeout=180', '-qq'];
  for (const attempt of [1, 2]) {
    say(attempt === 1 ? 'Installing Debian’s chromium (apt-get) …' : 'That did not work; trying once more …');
    await run('apt-get', [...wait, 'update'], { env });
    const code = await run(
      'apt-get',
      [...wait, 'install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation'],
      { env },
    );
    if (code === 0) return;
  }
}

/** Some systems put a stand-in at the usual place that only says how to install the real one. */
async function works(path) {
  return path !== undefined && (await run(path, ['--version'], { output: 'hidden', minutes: 1 })) === 0;
}
