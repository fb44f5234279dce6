import { variant } from './variant.ts';

/** The steps in the document, and step 1: tree, grid and labels. */
export const COLUMN_VARIANTS = {
  labelPickup: variant(
    'I',
    'When a typed label reaches the model: read from the boxes at Next, on change, by AngularJS ng-model, or on blur',
    'next',
    'change',
    'input-angular',
    'blur',
  ),
  labelLimit: variant('U', 'Most characters a label box takes, and a saved or exported label keeps', 'none', '30'),
  steps: variant(
    'U',
    'Steps as swapped panels, as an accordion with all headers visible, or each as a full page load',
    'panels',
    'accordion',
    'server',
  ),
  stepsInDom: variant('U', 'All three steps in the document with one visible, or only the current one', 'all', 'one'),
  prevState: variant('U', 'Prev shows step 1 as it was left, or rebuilds it from the model', 'kept', 'rebuilt'),
  treeRendering: variant(
    'U',
    'Columns of a table node exist at once (hidden), or are made when it is expanded',
    'at-once',
    'on-expand',
  ),
  treeStart: variant('I', 'Table nodes are collapsed or expanded after choosing a data set', 'collapsed', 'expanded'),
  ids: variant(
    'S',
    'The public ids of step 1: lower case, absent, upper case, alias case kept, prefixed, or with "cb_" doubled',
    'present',
    'absent',
    'upper',
    'mixed-case-field',
    'prefixed',
    'doubled',
  ),
  expandAll: variant('I', 'The idExpandAll button exists or not', 'present', 'absent'),
  rowOrder: variant(
    'I',
    'A ticked column goes to the end of its group, or to its alphabetical place',
    'appended',
    'alphabetical',
  ),
  gridTables: variant('U', 'One grid for all table groups, or one grid per group', 'one', 'per-table'),
  tableGroups: variant('I', 'A query shows its own table nodes, or one more (STUDENTS) beside them', 'one', 'several'),
};
