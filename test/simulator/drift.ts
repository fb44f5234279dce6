import { compare } from './catalog.ts';
import { DriftError } from './drift/error.ts';
import { readOption } from './drift/options.ts';
import type { Session } from './sessions.ts';
import type { ChosenColumn, SavedTemplate } from './types.ts';

/**
 * Changes one thing of a saved template: a column's label (`column`, `label`), an option of step 3 (`option`, `value`)
 * or its columns (`remove`). It counts as no save of the session.
 * @throws DriftError for a template or column that is not there, or a change that is none of these
 */
export function changeTemplate(session: Session, query: URLSearchParams): SavedTemplate {
  const { name = '', ...change } = Object.fromEntries(query);
  const template = session.templates.find((candidate) => candidate.name === name);
  if (!template)
    throw notThere(
      'template',
      name,
      'Templates',
      session.templates.map((saved) => saved.name),
    );
  const changed = { ...template, ...changeOf(template, change), savedAt: new Date().toISOString() };
  session.templates = session.templates.map((other) => (other === template ? changed : other));
  return changed;
}

/**
 * Adds a column (`add`, `USERS.middleName`) to a query (`query`, its full name). The session's data set offers it from
 * then on; templates lack it.
 * @throws DriftError for a query that is not there, a column that is there, or a name without a table
 */
export function addColumn(session: Session, query: URLSearchParams): { columns: string[] } {
  const [id, name] = [query.get('query') ?? '', query.get('add') ?? ''];
  const queries = session.offers.filter(({ category }) => category === 'queries');
  const offer = queries.find(({ dataSet }) => dataSet.id === id);
  if (!offer)
    throw notThere(
      'query',
      id,
      'Queries',
      queries.map(({ dataSet }) => dataSet.id),
    );
  const [, table, field] = /^([^.\s]+)\.(.*\S)$/.exec(name) ?? [];
  if (!table || !field) throw new DriftError(`add needs a column such as USERS.middleName, not "${name}".`, 400);
  if (offer.columns.some((column) => compare(column.name, name) === 0))
    throw new DriftError(`The query "${id}" has a column "${name}" already.`, 400);
  const column = { table, field, name };
  const { dataSet } = offer;
  // Other sessions share the data set, so it is replaced and not changed.
  const grown = {
    ...offer,
    columns: [...offer.columns, column],
    dataSet: { ...dataSet, columns: [...dataSet.columns, column] },
  };
  session.offers = session.offers.map((other) => (other === offer ? grown : other));
  return { columns: grown.columns.map((own) => own.name) };
}

function changeOf(template: SavedTemplate, change: Record<string, string>): Partial<SavedTemplate> {
  const { column, label, option, value, remove } = change;
  const given = Object.keys(change).sort().join();
  if (given === 'column,label' && column !== undefined && label !== undefined) {
    const { name } = columnOf(template, column);
    return { columns: template.columns.map((own) => (own.name === name ? { name, label } : own)) };
  }
  if (given === 'option,value' && option !== undefined && value !== undefined) {
    return { output: { ...template.output, ...readOption(option, value) } };
  }
  if (given === 'remove' && remove !== undefined) {
    const removed = columnOf(template, remove);
    return { columns: template.columns.filter((own) => own !== removed) };
  }
  throw new DriftError('Give one change: column and label, option and value, or remove.', 400);
}

function columnOf(template: SavedTemplate, name: string): ChosenColumn {
  const column = template.columns.find((own) => own.name === name);
  if (!column)
    throw notThere(
      'column',
      name,
      'Columns',
      template.columns.map((own) => own.name),
    );
  return column;
}

function notThere(kind: string, name: string, list: string, known: string[]): DriftError {
  return new DriftError(`There is no ${kind} "${name}". ${list}: ${known.join(', ') || 'none'}.`, 404);
}
