/** Which Firefox the tests drive, and how it is started. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** ESR first: it is what schools have, and what the tests are meant for. */
const NAMES = ['firefox-esr', 'firefox', 'firefox.exe'];

const ELSEWHERE = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/**
 * What every start gets beside puppeteer's own preferences, which turn off telemetry and updates: every host is this
 * machine, so that names under powerschool.com are the simulator and nothing is asked of the network outside.
 */
export const firefoxPreferences = { 'network.dns.forceResolve': '127.0.0.1' };

/**
 * The browser's path: FIREFOX_PATH, or a Firefox in PATH or where it is usually installed; undefined for none.
 * Playwright's own Firefox is none of them: it is patched, and does not take an add-on.
 * @throws when FIREFOX_PATH is set and is no file.
 */
export function findFirefox() {
  const chosen = process.env.FIREFOX_PATH;
  if (chosen) {
    if (!existsSync(chosen)) throw new Error(`FIREFOX_PATH is ${chosen}, but there is no such file.`);
    return chosen;
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  const paths = NAMES.flatMap((name) => folders.filter((folder) => folder !== '').map((folder) => join(folder, name)));
  return [...paths, ...ELSEWHERE].find((path) => existsSync(path));
}

/** Like findFirefox, for those who cannot go on without. */
export function firefoxPath() {
  const path = findFirefox();
  if (!path) throw new Error('No Firefox was found. Run `npm test` once: it installs one, or says what to do.');
  return path;
}
