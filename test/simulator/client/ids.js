import { variants } from './config.js';

/** The id pattern of step 1's nodes: `cb_<table>_<field>` in lower case, or as the variant `ids` writes it. */
function columnKey({ table, field }) {
  const [tablePart, fieldPart] = [table, field].map((part) => part.replaceAll('.', '_'));
  switch (variants.ids) {
    case 'upper':
      return `cb_${tablePart.toUpperCase()}_${fieldPart.toUpperCase()}`;
    case 'mixed-case-field':
      return `cb_${tablePart.toLowerCase()}_${fieldPart}`;
    default:
      return `cb_${tablePart}_${fieldPart}`.toLowerCase();
  }
}

function give(node, id) {
  if (variants.ids === 'absent') return node;
  node.id = variants.ids === 'prefixed' ? `dem_${id}` : id;
  return node;
}

export const ids = {
  checkbox: (node, column) => give(node, columnKey(column)),
  label: (node, column) =>
    give(node, variants.ids === 'doubled' ? `label_cb_${columnKey(column)}` : `label_${columnKey(column)}`),
  remove: (node, column) => give(node, `delete_${columnKey(column)}`),
  expand: (node, table) =>
    give(node, `${variants.ids === 'upper' ? table.toUpperCase() : table.toLowerCase()}_expandBtn`),
  expandAll: (node) => give(node, 'idExpandAll'),
  listCell: (node) => give(node, 'columnListContainer'),
  selectionCell: (node) => give(node, 'columnSelectionContainer'),
};
