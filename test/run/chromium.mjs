/** Which Chromium the tests and the demo drive, and how it is started. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Chromium alone: branded Chrome and Edge no longer load an unpacked extension from the command line (since 137), so a
 * machine that has only them still needs a Chromium.
 */
const NAMES = ['chromium', 'chromium-browser', 'chromium.exe'];

const asRoot = process.getuid?.() === 0;

/**
 * What every start gets: hosts under powerschool.com, and a district's own under example.org, are the simulator, its
 * certificate is its own, and nothing is looked up outside.
 */
export const chromiumArgs = [
  ...(asRoot ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.powerschool.com 127.0.0.1, MAP *.example.org 127.0.0.1',
  '--ignore-certificate-errors',
];

/** What a start gets that loads the built extension in `directory`, and no other. */
export function extensionArgs(directory) {
  return [`--disable-extensions-except=${directory}`, `--load-extension=${directory}`];
}

/**
 * The browser's path: CHROMIUM_PATH, the one that Playwright installed, or a Chromium in PATH; undefined for none.
 * @throws when CHROMIUM_PATH is set and is no file.
 */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`CHROMIUM_PATH is ${chosen}, but there is no such file.`);
    return chosen;
  }
  return [playwrightsOwn(), ...inPath()].find((path) => path !== undefined && existsSync(path));
}

/** Like findChromium, for those who cannot go on without. */
export function chromiumPath() {
  const path = findChromium();
  if (!path) throw new Error('No Chromium was found. Run `npm test` once: it installs one, or says what to do.');
  return path;
}

function inPath() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'];
  const paths = NAMES.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
  return [...paths, '/Applications/Chromium.app/Contents/MacOS/Chromium'];
}

/** Undefined before `npm ci`. */
function playwrightsOwn() {
  try {
    return createRequire(import.meta.url)('@playwright/test').chromium.executablePath();
  } catch {
    return undefined;
  }
}
