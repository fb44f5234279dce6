import type { DataSet, DataSetArgument, DataSetColumn } from '../types.ts';
import { parseXml, type XmlElement } from './xml.ts';

/** What one query file gives: data sets for "Export From", and queries that are not shown there, each with why. */
export interface QueryFile {
  offered: DataSet[];
  notOffered: { id: string; reason: string }[];
}

/**
 * Reads one `*.named_queries.xml`.
 * @throws PluginUnreadableError when the file is not well-formed or its root is not `<queries>`
 */
export function readQueryFile(file: string, bytes: Uint8Array): QueryFile {
  const result: QueryFile = { offered: [], notOffered: [] };
  for (const query of parseXml(file, bytes, 'queries').children('query')) {
    const columns = readColumns(query);
    const reason = whyNotOffered(query, columns);
    const id = query.attribute('name') || `(a query without a name in ${file})`;
    if (reason === undefined) result.offered.push(toDataSet(query, columns.filter(isPlaced)));
    else result.notOffered.push({ id, reason });
  }
  return result;
}

function toDataSet(query: XmlElement, columns: DataSetColumn[]): DataSet {
  const id = query.attribute('name');
  const summary = firstInner(query, 'summary').replace(/\s+/g, ' ').trim();
  return {
    id,
    kind: 'query',
    // [I] All plugins documented as "NQ - name" have no summary; those with one are listed by it.
    optionText: summary || `NQ - ${id}`,
    descriptionHtml: firstInner(query, 'description'),
    columns: withoutRepeats(columns),
    arguments: query.children('args').flatMap((args) => args.children('arg').map(readArgument)),
    sql: firstInner(query, 'sql').trim(),
  };
}

function readArgument(arg: XmlElement): DataSetArgument {
  return {
    name: arg.attribute('name'),
    description: arg.attribute('description'),
    defaultValue: arg.attribute('default'),
    required: arg.attribute('required').toLowerCase() === 'true',
  };
}

/** [S, developer docs] The Data Export Manager leaves out a query it could not ask an administrator to fill in. */
function whyNotOffered(query: XmlElement, columns: PossiblyPlaced[]): string | undefined {
  if (query.attribute('name') === '') return 'The query has no name.';
  for (const arg of query.children('args').flatMap((args) => args.children('arg'))) {
    const name = arg.attribute('name');
    if (arg.attribute('column') === '') return `The argument ${name} has no column=.`;
    if (/~[([]/.test(arg.attribute('default'))) return `The argument ${name} has PS-HTML as its default.`;
  }
  if (columns.length === 0) return 'The query has no columns.';
  const homeless = columns.find((column) => !isPlaced(column));
  return homeless ? `The column ${homeless.field} belongs to no table.` : undefined;
}

interface PossiblyPlaced {
  table: string | undefined;
  field: string;
}

function isPlaced(column: PossiblyPlaced): column is DataSetColumn {
  return column.table !== undefined;
}

function readColumns(query: XmlElement): PossiblyPlaced[] {
  const coreTable = query.attribute('coretable') || undefined;
  return query
    .children('columns')
    .flatMap((columns) => columns.children('column'))
    .map((column) => {
      const declared = column.attribute('column');
      const alias = column.inner.replace(/\s+/g, ' ').trim() || declared;
      return placed(alias, coreTable ?? splitName(declared).table);
    })
    .filter(({ field }) => field !== '');
}

/**
 * [S] A one-part alias stands under the core table; a longer one under its own first part, case kept as typed, and the
 * rest is the field (`Students.S_CA_Stu_X.ieptype`).
 */
function placed(alias: string, coreTable: string | undefined): PossiblyPlaced {
  const { table = coreTable, field } = splitName(alias);
  return table === undefined ? { table, field } : withName(table, field);
}

function splitName(name: string): PossiblyPlaced {
  const dot = name.indexOf('.');
  return dot <= 0
    ? { table: undefined, field: name.trim() }
    : { table: name.slice(0, dot).trim(), field: name.slice(dot + 1).trim() };
}

function withName(table: string, field: string): DataSetColumn {
  return { table, field, name: `${table}.${field}` };
}

/** [S] A column can be used only once; element ids are made of lower-cased names, so case does not tell two apart. */
function withoutRepeats(columns: DataSetColumn[]): DataSetColumn[] {
  const first = new Map<string, DataSetColumn>();
  for (const column of columns) {
    const key = column.name.toLowerCase();
    if (!first.has(key)) first.set(key, column);
  }
  return [...first.values()];
}

function firstInner(query: XmlElement, name: string): string {
  return query.children(name)[0]?.inner ?? '';
}
