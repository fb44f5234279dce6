import { parseArgs } from 'node:util';
import { DistrictError, readDistrict } from './control.ts';
import { FAULTS } from './district.ts';
import { type Simulator, startSimulator } from './index.ts';
import { PluginUnreadableError } from './plugin.ts';
import { describeVariants, UnknownVariantError } from './variants.ts';

const HELP = `A local stand-in for PowerSchool's Data Export Manager.

npm run simulator -- [options]

  --plugin PATH          a plugin's folder or ZIP, beside the built-in ClassTag plugin (repeatable)
  --port N               port to listen on (default 8600)
  --https                serve https with a certificate made at start
  --variant NAME=VALUE   how the page behaves where the evidence leaves it open (repeatable)
  --district LIST        students=500,seed=7,faults=a+b
  --list-variants        print all variants with values, defaults and evidence
  --list-faults          print the faults a district can have
  --help                 print this`;

/** Thrown for arguments that make no sense. */
class UsageError extends Error {
  override name = 'UsageError';
}

/** Errors whose message tells the user all there is to know. */
const EXPECTED = [UsageError, UnknownVariantError, DistrictError, PluginUnreadableError];

/**
 * Runs the command line.
 * @param args the arguments after the command's name
 * @param print takes what goes to standard output
 * @returns the running server, undefined where only texts were asked for
 * @throws UsageError and the other {@link EXPECTED} errors, each with a message for the user
 */
export async function runCommand(args: string[], print: (text: string) => void): Promise<Simulator | undefined> {
  const { values } = readArguments(args);
  const text = textFor(values);
  if (text !== undefined) {
    print(text);
    return undefined;
  }
  const simulator = await startSimulator({
    port: readPort(values.port),
    https: values.https,
    plugins: values.plugin,
    variants: readPairs('--variant', values.variant),
    district: readDistrict(readPairs('--district', values.district?.split(',') ?? [])),
  });
  print(`Simulator: ${simulator.origin}/ (any user name and password)`);
  print(
    `Straight to the Data Export Manager: ${simulator.origin}/~simulator/session?go=/admin/datamgmt/exportmanager.action`,
  );
  for (const { id, reason } of simulator.notOffered) print(`Not offered: ${id}. ${reason}`);
  return simulator;
}

function textFor(values: { help?: boolean; 'list-variants'?: boolean; 'list-faults'?: boolean }): string | undefined {
  if (values.help) return HELP;
  if (values['list-variants']) return describeVariants();
  return values['list-faults'] ? describeFaults() : undefined;
}

function readArguments(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        plugin: { type: 'string', multiple: true, default: [] },
        port: { type: 'string', default: '8600' },
        https: { type: 'boolean', default: false },
        variant: { type: 'string', multiple: true, default: [] },
        district: { type: 'string' },
        'list-variants': { type: 'boolean' },
        'list-faults': { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n\n${HELP}`);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535)
    throw new UsageError(`--port needs a number from 0 to 65535, not "${text}".`);
  return port;
}

function readPairs(option: string, pairs: string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, value] = /^([^=]+)=(.*)$/.exec(pair) ?? [];
      if (name === undefined || value === undefined) throw new UsageError(`${option} needs name=value, not "${pair}".`);
      return [name.trim(), value.trim()];
    }),
  );
}

function describeFaults(): string {
  return Object.entries(FAULTS)
    .map(([name, { file, explanation }]) => `${name} (${file}.csv)\n  ${explanation}`)
    .join('\n');
}

/** Whether an error's message tells the user all there is to know. */
export function isExpected(error: unknown): error is Error {
  const inUse = error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
  return inUse || EXPECTED.some((kind) => error instanceof kind);
}
