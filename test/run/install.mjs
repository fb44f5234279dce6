/** Installs what a fresh clone lacks: the packages of the lock file, WXT's generated types, the scanner in WebAssembly, and browsers. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from './chromium.mjs';
import { findFirefox } from './firefox.mjs';
import { Fault, root, run, say, tool } from './tell.mjs';

/** Of package.json's "engines"; checked here because npm only warns. */
const NEEDED_NODE = [20, 19];

/** How a browser is found, Debian's packages of it, and what else can be done where they cannot be had. */
const BROWSERS = {
  chromium: {
    find: findChromium,
    packages: ['chromium', 'fonts-liberation'],
    async elsewhere() {
      say('Asking Playwright for its Chromium …');
      await tool('playwright', ['install', 'chromium'], { minutes: 10 });
    },
    missing:
      'No Chromium could be installed. Install one (on Debian: `apt-get install chromium`) or set CHROMIUM_PATH to one.',
  },
  firefox: {
    find: findFirefox,
    packages: ['firefox-esr'],
    // Playwright's Firefox is patched and takes no add-on.
    elsewhere: async () => undefined,
    missing:
      'No Firefox was found, and only Debian’s can be installed from here. Install Firefox ESR yourself (on Debian: `apt-get install firefox-esr`) or set FIREFOX_PATH to a Firefox. `npm test -- --only e2e` does without.',
  },
};

/**
 * Makes the checkout ready to build and test.
 * @param browsers which of BROWSERS are needed.
 * @throws Fault in plain words when something cannot be installed.
 */
export async function install({ browsers = ['chromium'] } = {}) {
  checkNode();
  await installPackages();
  await compileScanner();
  if (!existsSync(join(root, '.wxt', 'tsconfig.json'))) await prepareTypes();
  await installBrowsers(browsers);
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

async function installBrowsers(names) {
  let missing = await missingOf(names);
  if (missing.length === 0) return;
  say(`Not here yet: ${missing.join(', ')}.`);
  if (await canApt()) {
    await aptInstall(missing.flatMap((name) => BROWSERS[name].packages));
    missing = await missingOf(missing);
  }
  for (const name of missing) await BROWSERS[name].elsewhere();
  const faults = (await missingOf(missing)).map((name) => BROWSERS[name].missing);
  if (faults.length > 0) throw new Fault(faults.join('\n'));
}

async function missingOf(names) {
  const working = await Promise.all(names.map((name) => works(BROWSERS[name].find())));
  return names.filter((_, at) => !working[at]);
}

async function canApt() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return (await run('apt-get', ['--version'], { output: 'hidden' })) === 0;
}

async function aptInstall(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  // Another apt may be at work; waiting for it is better than failing.
  const wait = ['-o', 'DPkg::Lock::Timeout=180', '-qq'];
  for (const attempt of [1, 2]) {
    say(
      attempt === 1
        ? `Installing Debian’s ${packages.join(', ')} (apt-get) …`
        : 'That did not work; trying once more …',
    );
    await run('apt-get', [...wait, 'update'], { env });
    const code = await run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { env });
    if (code === 0) return;
  }
}

/** Some systems put a stand-in at the usual place that only says how to install the real one. */
async function works(path) {
  return path !== undefined && (await run(path, ['--version'], { output: 'hidden', minutes: 1 })) === 0;
}
