import type { DataSetMention, DataSetOption, ExportPage } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { list, say } from '../words/say.ts';
import { nameOf } from './names.ts';
import type { Identity } from './types.ts';

/**
 * Which file of the profile the page is about. A query's name decides, wherever it shows; then words of a summary that
 * has no name; then the columns. Evidence that contradicts itself decides nothing and is said.
 */
export function identify(page: ExportPage, profile: Profile): Identity {
  const shown = page.mentions[0]?.text ?? '';
  const named = filesNamed(page.mentions, profile, namesQuery);
  if (named.length > 1) return { fileId: null, by: 'none', shown, doubts: [contradiction(page.mentions)] };
  const [byQuery] = named;
  if (byQuery) return { fileId: byQuery.id, by: 'query', shown, doubts: columnDoubts(page, byQuery, profile) };
  const [bySummary, ...others] = filesNamed(page.mentions.filter(isTitle), profile, namesSummary);
  if (bySummary && others.length === 0 && columnDoubts(page, bySummary, profile).length === 0) {
    return { fileId: bySummary.id, by: 'summary', shown, doubts: [] };
  }
  const byColumns = filesWithColumns(page, profile);
  const [only] = byColumns;
  if (only && byColumns.length === 1) {
    const doubt = shown === '' ? [] : [say('data_set_called', shown, only.fileName)];
    return { fileId: only.id, by: 'columns', shown, doubts: doubt };
  }
  const another = page.mentions.find(
    ({ where, text }) => QUERY_NAME.test(text) && (where !== 'text' || NQ_NAME.test(text)),
  );
  if (another) return { fileId: null, by: 'another', shown: another.text, doubts: [] };
  return { fileId: null, by: 'none', shown, doubts: [] };
}

const isTitle = ({ where }: DataSetMention) => where !== 'text';

type Names = (text: string, file: ProfileFile, profile: Profile) => boolean;

function filesNamed(mentions: readonly DataSetMention[], profile: Profile, names: Names): ProfileFile[] {
  return profile.files.filter((file) => mentions.some(({ text }) => names(text, file, profile)));
}

/** The query's full name as a word of its own: not as the beginning of a longer name. */
const namesQuery: Names = (text, { query }) => {
  const escaped = query.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?<![\\w.-])${escaped}(?![\\w-]|\\.\\w)`, 'i').test(text.replace(NQ, ' '));
};

/** A query's name in running text, where a dotted name alone may be a host's. */
const NQ_NAME = /\bNQ\b/;
/** Stands in front of a query's name, with or without spaces around the hyphen (reference section 2). */
const NQ = /\bNQ\s*-\s*/g;
/** A query's name: words joined by at least two dots. Where one shows, the text is no summary. */
const QUERY_NAME = /[\w-]+(?:\.[\w-]+){2,}/;

/** All of the file's words, and of no other file's (reference section 2: a summary replaces the query's name). */
const namesSummary: Names = (text, file, profile) => {
  if (QUERY_NAME.test(text)) return false;
  const words = new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const fits = ({ summaryWords }: ProfileFile) => summaryWords.every((word) => words.has(word));
  return fits(file) && profile.files.filter(fits).length === 1;
};

function contradiction(mentions: readonly DataSetMention[]): string {
  return say('two_data_sets', list(mentions.map(({ text }) => say('quoted', text))));
}

function fieldsOf(page: ExportPage): string[] {
  return [...page.tree.map(({ field }) => field), ...page.grid.map(({ field }) => field)];
}

/** Files all of whose required columns the page offers. */
function filesWithColumns(page: ExportPage, profile: Profile): ProfileFile[] {
  const fields = fieldsOf(page);
  return profile.files.filter((file) => {
    const offered = new Set(fields.map((field) => nameOf(field, file).column?.name));
    return file.columns.every(({ need, name }) => need !== 'required' || offered.has(name));
  });
}

/** The data set's name and the columns disagree: PowerSchool may still be loading, or it is another plugin. */
function columnDoubts(page: ExportPage, file: ProfileFile, profile: Profile): string[] {
  const fields = fieldsOf(page);
  if (fields.length === 0) return [];
  const fitting = filesWithColumns(page, profile);
  const [other] = fitting;
  if (other && !fitting.includes(file)) {
    return [say('columns_of_file', file.fileName, other.fileName)];
  }
  const required = file.columns.filter(({ need }) => need === 'required');
  const offered = new Set(fields.map((field) => nameOf(field, file).column?.name));
  if (required.some(({ name }) => offered.has(name))) return [];
  return [say('columns_of_none', file.fileName)];
}

/**
 * The option of "Export From" that is a file's data set: by query name, else by the words of its summary.
 * @returns the option, or why none is meant.
 */
export function optionFor(
  options: readonly DataSetOption[],
  file: ProfileFile,
  profile: Profile,
): DataSetOption | 'missing' | 'ambiguous' {
  for (const names of [namesQuery, namesSummary]) {
    const found = options.filter(({ text, value }) => names(text, file, profile) || names(value, file, profile));
    const [only] = found;
    if (only) return found.length === 1 ? only : 'ambiguous';
  }
  return 'missing';
}
