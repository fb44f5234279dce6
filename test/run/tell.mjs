/** How the commands of test/run talk and start other programs. Plain Node, so that it works before `npm ci`. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const windows = process.platform === 'win32';

/** A fault that is told in plain words; its stack would help nobody. */
export class Fault extends Error {}

/** Says one line. */
export function say(line) {
  console.log(line);
}

/** `754` → `0.8 s`, `83_000` → `1 min 23 s`. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs a program in the repository with its output shown, hidden, or shown if it fails, and waits for its end.
 * @returns its exit code; 127 when it could not be started, 124 when it was stopped for taking too long.
 */
export function run(program, args, { env = {}, minutes = 15, output = 'shown' } = {}) {
  return new Promise((resolve) => {
    const channel = { shown: 'inherit', hidden: 'ignore', 'if-it-fails': 'pipe' }[output];
    const child = spawn(program, args, {
      cwd: root,
      stdio: ['ignore', channel, channel],
      env: { ...process.env, ...env },
      // npm and the tools in node_modules/.bin are batch files there.
      shell: windows,
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => printed.push(chunk));
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill();
    }, minutes * 60_000);
    const end = (code) => {
      clearTimeout(timer);
      if (code !== 0) process.stdout.write(Buffer.concat(printed));
      resolve(late ? 124 : code);
    };
    child.on('error', () => end(127));
    child.on('close', (code) => end(code ?? 1));
  });
}

/** Runs a tool that `npm ci` installed. */
export function tool(name, args, options) {
  return run(join('node_modules', '.bin', name), args, options);
}

/** Runs a command's main function: a Fault ends it with one line, anything else with its stack; both exit 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Fault ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
