import { variants, words } from './config.js';
import { ids } from './ids.js';
import { makeLabelBox, pickUpEvents, pickUpLabels } from './labels.js';
import { dataSet, groupOf, regroup, tablesOf } from './model.js';
import { showTicks } from './tree.js';

const { $j } = window;
let cell;

/** Takes over the right cell and shows the model's rows in it. */
export function buildGrid(selectionCell) {
  cell = selectionCell;
  renderGrid();
}

/** Makes all nodes of the grid new, from the model. */
export function renderGrid() {
  $j(cell).empty();
  if (variants.gridTables === 'one') $j(cell).append(gridTable());
  for (const table of tablesOf(dataSet.rows.map(({ column }) => column))) showGroup(table);
}

/** Adds columns with the label `TABLE.field`, to the end of their group or in alphabetical place. */
export function addRows(columns) {
  dataSet.rows.push(...columns.map((column) => ({ column, label: column.name })));
  if (variants.rowOrder === 'alphabetical') {
    dataSet.rows.sort((a, b) => dataSet.columns.indexOf(a.column) - dataSet.columns.indexOf(b.column));
  }
  regroup();
  for (const table of tablesOf(columns)) showGroup(table);
}

export function removeRows(names) {
  const tables = tablesOf(dataSet.columns.filter(({ name }) => names.includes(name)));
  for (const row of dataSet.rows) if (names.includes(row.column.name)) $j(row.node).remove();
  dataSet.rows = dataSet.rows.filter(({ column }) => !names.includes(column.name));
  for (const table of tables) showGroup(table);
}

function gridTable() {
  const headings = [words.sort, words.field, words.label, words.remove].map((text) => $j('<th>').text(text));
  return $j('<table class="grid">').append($j('<thead>').append($j('<tr>').append(headings)));
}

/** Brings a group's nodes into the model's order; makes nodes for new rows only, so that typed text stays. */
function showGroup(table) {
  const rows = groupOf(table);
  const $body = bodyOf(table, rows.length > 0);
  rows.forEach((row, index) => {
    if (!row.node || !$body[0].contains(row.node)) row.node = rowNode(row);
    if ($body[0].children[index] !== row.node) $body[0].insertBefore(row.node, $body[0].children[index] ?? null);
    $j(row.node).toggleClass('alt', index % 2 === 0);
    $j(row.node)
      .find('.up')
      .prop('disabled', index === 0);
    $j(row.node)
      .find('.down')
      .prop('disabled', index === rows.length - 1);
  });
}

/** The group's tbody; with one grid per group, its table comes and goes with its rows. */
function bodyOf(table, wanted) {
  let $body = $j(cell)
    .find('tbody')
    .filter((_, body) => $j(body).data('table') === table);
  if ($body.length === 0 && wanted) {
    $body = $j('<tbody>').data('table', table);
    const later = tablesOf(dataSet.columns).slice(tablesOf(dataSet.columns).indexOf(table) + 1);
    const $next = $j(cell)
      .find('tbody')
      .filter((_, body) => later.includes($j(body).data('table')))
      .first();
    const perTable = variants.gridTables === 'per-table';
    const $added = perTable ? gridTable().append($body) : $body;
    if ($next.length > 0) (perTable ? $next.closest('table') : $next).before($added);
    else (perTable ? $j(cell) : $j(cell).children('table')).append($added);
  }
  if (!wanted) (variants.gridTables === 'per-table' ? $body.closest('table') : $body).remove();
  return $body;
}

function rowNode(row) {
  const { column } = row;
  const button = (name, title, click) =>
    $j('<button type="button">')
      .addClass(name)
      .attr({ title, 'aria-label': `${title} ${column.name}` })
      .on('click', click);
  const $remove = button('minus', words.remove, () => {
    removeRows([column.name]);
    showTicks();
  });
  const box = makeLabelBox(row);
  if (variants.hostile === 'replace') {
    $j(box).on(pickUpEvents(), () => {
      pickUpLabels();
      renderGrid();
    });
  }
  ids.label(box, column);
  ids.remove($remove[0], column);
  return $j('<tr>').append(
    $j('<td class="sort">').append(
      button('up', words.up, () => move(row, -1)),
      ' ',
      button('down', words.down, () => move(row, 1)),
    ),
    $j('<td>').text(column.name),
    $j('<td>').append(box),
    $j('<td class="remove">').append($remove),
  )[0];
}

/** Moves a row inside its group. */
function move(row, by) {
  const group = groupOf(row.column.table);
  const other = group[group.indexOf(row) + by];
  if (!other) return;
  const [here, there] = [dataSet.rows.indexOf(row), dataSet.rows.indexOf(other)];
  dataSet.rows[here] = other;
  dataSet.rows[there] = row;
  showGroup(row.column.table);
}
