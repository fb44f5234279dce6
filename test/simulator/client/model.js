import { config, variants } from './config.js';

const LABEL_LIMIT = Number(variants.labelLimit) || Number.POSITIVE_INFINITY;

/** What the wizard knows; sent to the server whole. */
export const model = { ...config.state };

/** The data set's columns, in the tree's order, and the chosen ones as rows `{ column, label }`, in export order. */
export const dataSet = { name: '', columns: [], rows: [], loading: false };

export function rowOf(name) {
  return dataSet.rows.find(({ column }) => column.name === name);
}

/** The tables of the data set, in the tree's order. */
export function tablesOf(columns) {
  return [...new Set(columns.map(({ table }) => table))];
}

/** The rows of one table group. */
export function groupOf(table) {
  return dataSet.rows.filter(({ column }) => column.table === table);
}

/** Sorts the rows into table groups, each keeping its own order. */
export function regroup() {
  dataSet.rows = tablesOf(dataSet.columns).flatMap(groupOf);
}

/** The model as the server wants it; a page that shows no columns hands on those it was given. */
export function snapshot(changes = {}) {
  const chosen = dataSet.rows.map(({ column, label }) => ({ name: column.name, label: label.slice(0, LABEL_LIMIT) }));
  return { ...model, columns: dataSet.columns.length > 0 ? chosen : model.columns, ...changes };
}
