import type { OutputOptions } from './types.ts';
import type { Variants } from './variants.ts';
import { inLanguage, type Words, wordsIn } from './words.ts';

/** The controls of step 3 as they stand, selects by option value. */
export interface RawOutput {
  fileName: string;
  lineDelimiter: string;
  lineOther: string;
  fieldDelimiter: string;
  fieldOther: string;
  characterSet: string;
  includeHeaders: boolean;
  surroundInQuotes: boolean;
}

/** One option of a select: `key` is what it means. */
export interface Option<Key extends string = string> {
  key: Key;
  value: string;
  text: string;
}

/** Thrown when step 3 cannot be exported or saved; the message is the page's. */
export class OutputError extends Error {
  override name = 'OutputError';
}

/** The options of step 3's three selects. */
export function outputChoices(variants: Variants) {
  const words = wordsIn(variants.language);
  const say = (text: string) => inLanguage(variants.language, text);
  return {
    line: listOptions(variants, [
      ['CR', say('CR'), '\\r'],
      ['CRLF', say(variants.lineDelimiterTexts), '\\r\\n'],
      ['LF', say('LF'), '\\n'],
      ['Other', words.other, ''],
    ]),
    field: listOptions(variants, [
      ['Tab', words.tab, '\\t'],
      ['Comma', variants.fieldDelimiterTexts === 'Comma' ? words.comma : say(variants.fieldDelimiterTexts), ','],
      ['Other', words.other, ''],
    ]),
    charset: listOptions(variants, [
      ['Windows ANSI', say(variants.windowsText), 'windows-1252'],
      ['Mac Roman', say('Mac Roman'), 'x-MacRoman'],
      ['ISO 8859-1', say('ISO 8859-1'), 'ISO-8859-1'],
      ['UTF-8', say(variants.charsetTexts), 'UTF-8'],
    ]),
  };
}

/** How step 3 stands when nothing was set yet. */
export function defaultOutput(variants: Variants, dataSetName: string): RawOutput {
  const author = variants.outputDefaults === 'author';
  return rawOutput(variants, {
    fileName: variants.fileNameDefault === 'empty' ? '' : `${dataSetName}.txt`,
    lineDelimiter: author ? 'CR' : 'LF',
    fieldDelimiter: author ? 'Tab' : 'Comma',
    characterSet: author ? 'Windows ANSI' : 'UTF-8',
    includeHeaders: author,
    surroundInQuotes: !author,
  });
}

/** The controls' state for saved output options. */
export function rawOutput(variants: Variants, output: OutputOptions): RawOutput {
  const { line, field, charset } = outputChoices(variants);
  const { lineDelimiter, fieldDelimiter } = output;
  return {
    fileName: output.fileName,
    lineDelimiter: optionValue(line, typeof lineDelimiter === 'string' ? lineDelimiter : 'Other'),
    lineOther: typeof lineDelimiter === 'string' ? '' : lineDelimiter.other,
    fieldDelimiter: optionValue(field, typeof fieldDelimiter === 'string' ? fieldDelimiter : 'Other'),
    fieldOther: typeof fieldDelimiter === 'string' ? '' : fieldDelimiter.other,
    characterSet: optionValue(charset, output.characterSet),
    includeHeaders: output.includeHeaders,
    surroundInQuotes: output.surroundInQuotes,
  };
}

/**
 * Reads the controls. An adjacent field takes one character, no double quote (DIM documentation).
 * @throws OutputError with the page's message for a blank file name or a bad delimiter
 */
export function readOutput(variants: Variants, raw: RawOutput): OutputOptions {
  const words = wordsIn(variants.language);
  const { line, field, charset } = outputChoices(variants);
  const fileName = raw.fileName.trim();
  if (fileName === '') throw new OutputError(words.errorFileName);
  const lineKey = optionKey(line, raw.lineDelimiter);
  const fieldKey = optionKey(field, raw.fieldDelimiter);
  return {
    fileName,
    lineDelimiter: lineKey === 'Other' ? { other: oneCharacter(raw.lineOther, words) } : lineKey,
    fieldDelimiter: fieldKey === 'Other' ? { other: oneCharacter(raw.fieldOther, words) } : fieldKey,
    characterSet: optionKey(charset, raw.characterSet),
    includeHeaders: raw.includeHeaders,
    surroundInQuotes: raw.surroundInQuotes,
  };
}

function listOptions<const Key extends string>(variants: Variants, rows: [Key, string, string][]): Option<Key>[] {
  return rows.map(([key, text, character], index) => {
    const values = { text: key, numeric: String(index), escape: character === '' ? 'other' : character };
    return { key, text, value: values[variants.optionValues] };
  });
}

function optionValue<Key extends string>(options: Option<Key>[], key: Key): string {
  return options.find((option) => option.key === key)?.value ?? '';
}

function optionKey<Key extends string>(options: Option<Key>[], value: string): Key {
  const option = options.find((candidate) => candidate.value === value) ?? options[0];
  if (!option) throw new OutputError('no options');
  return option.key;
}

function oneCharacter(text: string, words: Words): string {
  if (Array.from(text).length !== 1 || text === '"') throw new OutputError(words.errorDelimiter);
  return text;
}
