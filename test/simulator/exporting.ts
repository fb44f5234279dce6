import { type District, makeDistrict } from './district.ts';
import { datedFileName, writeFile } from './export-file.ts';
import { OutputError, readOutput } from './output-form.ts';
import { rowsOf } from './query.ts';
import type { Session } from './sessions.ts';
import type { ChosenColumn, DistrictOptions, ExportBytes, ExportedFile, OutputOptions } from './types.ts';
import type { Variants } from './variants.ts';
import { offerOf, type WizardState } from './wizard-state.ts';

/** The chosen columns' values, filtered as step 2 says. */
export interface Records {
  columns: ChosenColumn[];
  count: number;
  /** Rows from `from` up to but without `to`. */
  rows(from: number, to: number): string[][];
}

const districts = new Map<string, District>();

/**
 * Runs the state's data set. Built-in filters always apply, column filters only to "Export Filtered Rows".
 * @throws OutputError when the data set or one of its columns is not there
 */
export function recordsOf(session: Session, state: WizardState, scope: 'filtered' | 'all' = state.rows): Records {
  const offer = offerOf(session, state.exportFrom);
  if (!offer) throw new OutputError(session.words.errorNoDataSet);
  const { dataSet } = offer;
  const known = new Set(offer.columns.map(({ name }) => name));
  if (state.columns.some(({ name }) => !known.has(name))) throw new OutputError(session.words.errorTemplate);

  const defaults = Object.fromEntries(dataSet.arguments.map(({ name, defaultValue }) => [name, defaultValue]));
  const result = rowsOf(dataSet, districtFor(session.district), { ...defaults, ...state.args });
  const positions = new Map(dataSet.columns.map(({ name }, index) => [name, index]));
  const cell = (row: string[], name: string) => row[positions.get(name) ?? -1] ?? '';
  const filters = Object.entries(scope === 'filtered' ? state.filters : {}).filter(([, text]) => text !== '');
  const chosen = (row: string[]) => state.columns.map(({ name }) => cell(row, name));
  if (filters.length === 0) {
    return { columns: state.columns, count: result.count, rows: (from, to) => result.rows(from, to).map(chosen) };
  }
  const kept = result
    .rows(0, result.count)
    .filter((row) => filters.every(([name, text]) => cell(row, name).toLowerCase().includes(text.toLowerCase())))
    .map(chosen);
  return { columns: state.columns, count: kept.length, rows: (from, to) => kept.slice(from, to) };
}

/**
 * What the file would be called, after the checks that Export makes.
 * @throws OutputError as `recordsOf` and `readOutput` do
 */
export function checkExport(session: Session, state: WizardState): string {
  if (!state.output) throw new OutputError(session.words.errorFileName);
  recordsOf(session, state);
  return datedFileName(readOutput(session.variants, state.output).fileName, new Date());
}

/**
 * Makes the file that Export sends, and keeps it in the session.
 * @throws OutputError as `recordsOf` and `readOutput` do
 */
export function exportFile(session: Session, state: WizardState): ExportedFile {
  if (!state.output) throw new OutputError(session.words.errorFileName);
  const output = readOutput(session.variants, state.output);
  const { columns, count, rows } = recordsOf(session, state);
  const bytes = writeFile(columns, rows(0, count), withCrByte(output, session.variants), bytesOf(session.variants));
  const file = {
    fileName: datedFileName(output.fileName, new Date()),
    dataSetId: offerOf(session, state.exportFrom)?.dataSet.id ?? '',
    bytes,
  };
  session.exports.push(file);
  return file;
}

function districtFor(options: DistrictOptions): District {
  const key = JSON.stringify(options);
  const known = districts.get(key);
  if (known) return known;
  const district = makeDistrict(options);
  districts.set(key, district);
  return district;
}

function bytesOf(variants: Variants): ExportBytes {
  return {
    unquotedSpecials: variants.unquotedSpecials,
    quotesInside: variants.quotesInside,
    headersQuoted: variants.headersQuoted === 'yes',
    byteOrderMark: variants.byteOrderMark === 'yes',
    finalDelimiter: variants.finalDelimiter === 'yes',
  };
}

function withCrByte(output: OutputOptions, { crByte }: Variants): OutputOptions {
  return output.lineDelimiter === 'CR' && crByte === '0A' ? { ...output, lineDelimiter: 'LF' } : output;
}
