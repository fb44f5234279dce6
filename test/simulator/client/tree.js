import { variants, words } from './config.js';
import { addRows, removeRows } from './grid.js';
import { ids } from './ids.js';
import { dataSet, rowOf, tablesOf } from './model.js';

const { $j } = window;

/** Builds the column tree into the left cell. */
export function buildTree(cell) {
  for (const table of tablesOf(dataSet.columns)) cell.append(tableNode(table));
}

/** Makes the tree's ticks those of the grid. */
export function showTicks() {
  $j('.tree-column').each((_, box) => {
    box.checked = rowOf($j(box).data('column').name) !== undefined;
  });
  $j('.tree-table').each((_, box) => {
    box.checked = columnsIn($j(box).data('table')).every(({ name }) => rowOf(name));
  });
}

/** Opens every table node. */
export function expandAll() {
  $j('.tree-node').each((_, node) => $j(node).data('setOpen')(true));
}

function columnsIn(table) {
  return dataSet.columns.filter((column) => column.table === table);
}

function tableNode(table) {
  const $node = $j('<div class="tree-node">');
  const $expand = $j('<button type="button" class="expand">').attr({
    title: words.expand,
    'aria-label': `${words.expand} ${table}`,
  });
  const $collapse = $j('<button type="button" class="collapse">').attr({
    title: words.collapse,
    'aria-label': `${words.collapse} ${table}`,
  });
  const $all = $j('<input type="checkbox" class="tree-table">').data('table', table).attr('aria-label', table);
  const $children = $j('<div class="tree-children">');
  ids.expand($expand[0], table);
  const setOpen = (open) => {
    if (open && $children.is(':empty')) fillChildren($children, table);
    if (!open && variants.treeRendering === 'on-expand') $children.empty();
    $children.css('display', open ? '' : 'none');
    $expand.css('display', open ? 'none' : '');
    $collapse.css('display', open ? '' : 'none');
  };
  if (variants.treeRendering === 'at-once') fillChildren($children, table);
  $node.data('setOpen', setOpen);
  $expand.on('click', () => setOpen(true));
  $collapse.on('click', () => setOpen(false));
  $all.on('click', () => toggle(columnsIn(table), $all[0].checked));
  setOpen(variants.treeStart === 'expanded');
  return $node.append($j('<div class="tree-head">').append($expand, $collapse, $all, ` ${table}`), $children)[0];
}

function fillChildren($children, table) {
  columnsIn(table).forEach((column, index) => {
    const $box = $j('<input type="checkbox" class="tree-column">').data('column', column);
    ids.checkbox($box[0], column);
    $box.prop('checked', rowOf(column.name) !== undefined).on('click', () => toggle([column], $box[0].checked));
    $j('<div>')
      .addClass(index % 2 === 0 ? 'tree-row alt' : 'tree-row')
      .append($j('<label>').append($box, ` ${column.field}`))
      .appendTo($children);
  });
}

/** Adds or removes rows at once, before the click's handler returns. */
function toggle(columns, ticked) {
  if (ticked) addRows(columns.filter(({ name }) => !rowOf(name)));
  else removeRows(columns.map(({ name }) => name));
  showTicks();
}
