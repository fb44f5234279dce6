import type { DataSet, DataSetColumn } from './types.ts';
import type { Variants } from './variants.ts';
import { type Words, wordsIn } from './words.ts';

/** One option of Export From. */
export interface Offer {
  /** The option's value. */
  value: string;
  text: string;
  category: 'queries' | 'tables';
  dataSet: DataSet;
  /** The data set's own columns, followed by those that the variant `tableGroups` adds. */
  columns: DataSetColumn[];
}

/** One option of Category. */
export interface Category {
  value: '' | Offer['category'];
  text: string;
}

/** A second table node beside a query's own, as data sets over several tables have it; its values are blank. */
const SECOND_GROUP = ['dcid', 'email', 'lastfirst', 'student_number'];

/**
 * What Export From offers, sorted by category and then by name ("additional datasets are sorted by categories and then
 * by name", ICAN guide).
 */
export function offersOf(dataSets: readonly DataSet[], variants: Variants): Offer[] {
  const offers = dataSets.map((dataSet, index): Offer => {
    const value = variants.exportFromValues === 'name' ? dataSet.id : String(1001 + index);
    const category = dataSet.kind === 'query' ? 'queries' : 'tables';
    return { value, text: optionText(dataSet, variants), category, dataSet, columns: columnsOf(dataSet, variants) };
  });
  return offers.sort((a, b) => compare(a.category, b.category) || compare(a.text, b.text));
}

/** What Category offers; none for the variant without the select. */
export function categoriesOf(variants: Variants): Category[] {
  const words = wordsIn(variants.language);
  if (variants.categoryText === 'no-select') return [];
  const all: Category[] = [
    { value: '', text: words.showAll },
    { value: 'tables', text: words.tables },
  ];
  if (variants.categoryText === 'absent') return all;
  return [...all, { value: 'queries', text: queryCategory(variants, words) }];
}

/** The name of the category that holds the plugins' data sets. */
export function queryCategory(variants: Variants, words: Words): string {
  const { language, categoryText } = variants;
  return language === 'en' && categoryText === 'Additional Datasets' ? categoryText : words.additional;
}

/** Case-insensitive alphabetical order, as the tree lists its columns. */
export function compare(a: string, b: string): number {
  return a.localeCompare(b, 'en', { sensitivity: 'base' });
}

function optionText({ id, kind, optionText: text }: DataSet, variants: Variants): string {
  if (kind === 'table') return text;
  const segment = id.split('.').at(-1) ?? id;
  const summary = segment.replaceAll('_', ' ').replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
  switch (variants.optionText) {
    case 'author':
      return text;
    case 'summary-naming-query':
      return `Roster: ${id}`;
    case 'summary':
      return summary;
    case 'nq-without':
      return id;
    case 'nq-before-summary':
      return `NQ - ${summary}`;
    case 'nq-no-hyphen':
      return `NQ ${id}`;
  }
}

function columnsOf(dataSet: DataSet, variants: Variants): DataSetColumn[] {
  if (variants.tableGroups === 'one' || dataSet.kind === 'table') return dataSet.columns;
  const table = 'STUDENTS';
  const extra = SECOND_GROUP.map((field) => ({ table, field, name: `${table}.${field}` }));
  const known = new Set(dataSet.columns.map(({ name }) => name));
  return [...dataSet.columns, ...extra.filter(({ name }) => !known.has(name))];
}
