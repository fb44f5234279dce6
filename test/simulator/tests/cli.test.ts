import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { isExpected, runCommand } from '../command.ts';

const TSX = join(dirname(createRequire(import.meta.url).resolve('tsx/package.json')), 'dist/cli.mjs');
const CLI = fileURLToPath(new URL('../cli.ts', import.meta.url));

async function printed(...args: string[]): Promise<string> {
  const lines: string[] = [];
  const simulator = await runCommand(args, (text) => lines.push(text));
  await simulator?.close();
  return lines.join('\n');
}

describe('the command line', () => {
  it.each([
    [['--variant', 'steps=stairs'], 'Variant steps has no value "stairs". Values: panels | accordion | server.'],
    [['--variant', 'stairs=steps'], 'Unknown variant "stairs". Variants: labelPickup,'],
    [['--variant', 'steps'], '--variant needs name=value, not "steps".'],
    [['--port', 'http'], '--port needs a number from 0 to 65535, not "http".'],
    [['--district', 'pupils=3'], 'Unknown district option "pupils". Options: students, seed, faults.'],
    [['--plugin', '/no/such/plugin'], '/no/such/plugin'],
    [['--color'], "Unknown option '--color'"],
  ])('%j fails in words', async (args, message) => {
    const error = await printed(...args).catch((thrown: unknown) => thrown);
    expect(isExpected(error) && error.message).toContain(message);
  });

  it('lists variants and faults, and helps', async () => {
    expect(await printed('--list-variants')).toContain('labelPickup [I]\n  next (default) | change');
    expect((await printed('--list-faults')).split('\n').length).toBeGreaterThan(2);
    expect(await printed('--help')).toContain('--plugin PATH');
  });

  it('serves https with a certificate of its own', async () => {
    const text = await printed(
      '--port',
      '0',
      '--https',
      '--district',
      'students=5,seed=2',
      '--variant',
      'steps=server',
    );
    expect(text).toMatch(/^Simulator: https:\/\/localhost:\d+\//);
  });

  it('says which queries of a plugin are not offered', async () => {
    const plugin = fileURLToPath(new URL('./scripted-plugin', import.meta.url));
    expect(await printed('--port', '0', '--plugin', plugin)).toContain('Not offered: org.example.scripted.unusable.');
  });

  it('ends with a failure and one message, no stack', async () => {
    const failure = await promisify(execFile)(process.execPath, [TSX, CLI, '--port', 'x']).catch((thrown) => thrown);
    expect([failure.code, failure.stderr]).toEqual([1, '--port needs a number from 0 to 65535, not "x".\n']);
  });
});
