import type { OutputOptions } from '../types.ts';
import { DriftError } from './error.ts';

interface Option {
  /** What values it takes, for the message. */
  takes: string;
  /** Undefined for a value that it does not take. */
  read(value: string): Partial<OutputOptions> | undefined;
}

const LINES = ['CR', 'LF', 'CRLF'] as const;
const FIELDS = ['Comma', 'Tab'] as const;
const CHARACTER_SETS = ['UTF-8', 'Windows ANSI', 'Mac Roman', 'ISO 8859-1'] as const;
const ONE_OTHER = 'or one character, no double quote';

const OPTIONS: Record<string, Option> = {
  fileName: {
    takes: 'any text that is not blank',
    read: (value) => (value.trim() === '' ? undefined : { fileName: value.trim() }),
  },
  lineDelimiter: {
    takes: `${LINES.join(', ')}, ${ONE_OTHER}`,
    read: (value) => only('lineDelimiter', LINES.find((known) => known === value) ?? other(value)),
  },
  fieldDelimiter: {
    takes: `${FIELDS.join(', ')}, ${ONE_OTHER}`,
    read: (value) => only('fieldDelimiter', FIELDS.find((known) => known === value) ?? other(value)),
  },
  characterSet: {
    takes: CHARACTER_SETS.join(', '),
    read: (value) =>
      only(
        'characterSet',
        CHARACTER_SETS.find((known) => known === value),
      ),
  },
  headers: { takes: 'on, off', read: (value) => only('includeHeaders', onOrOff(value)) },
  quotes: { takes: 'on, off', read: (value) => only('surroundInQuotes', onOrOff(value)) },
};

/**
 * Reads one option as the test's address gives it.
 * @throws DriftError naming the options there are, or the values that this one takes
 */
export function readOption(name: string, value: string): Partial<OutputOptions> {
  const option = Object.hasOwn(OPTIONS, name) ? OPTIONS[name] : undefined;
  if (!option) throw new DriftError(`Unknown option "${name}". Options: ${Object.keys(OPTIONS).join(', ')}.`, 400);
  const read = option.read(value);
  if (!read) throw new DriftError(`Option ${name} does not take "${value}". It takes: ${option.takes}.`, 400);
  return read;
}

function only<Name extends keyof OutputOptions>(
  name: Name,
  value: OutputOptions[Name] | undefined,
): Partial<OutputOptions> | undefined {
  return value === undefined ? undefined : { [name]: value };
}

function other(value: string): { other: string } | undefined {
  return Array.from(value).length === 1 && value !== '"' ? { other: value } : undefined;
}

function onOrOff(value: string): boolean | undefined {
  return value === 'on' ? true : value === 'off' ? false : undefined;
}
