import { variant } from './variant.ts';

/** Category, Export From, and the reload that choosing a data set brings. */
export const DATA_SET_VARIANTS = {
  categoryText: variant(
    'S',
    'Category option for plugins: either spelling, no such option, or no Category select at all',
    'Additional Data Sets',
    'Additional Datasets',
    'absent',
    'no-select',
  ),
  categoryFilter: variant(
    'U',
    'Choosing a category filters Export From in the page, by AJAX, or not at all',
    'client',
    'ajax',
    'none',
  ),
  exportFromGroups: variant(
    'U',
    'Export From is a flat list, or grouped by category with <optgroup>',
    'flat',
    'optgroup',
  ),
  exportFromValues: variant('U', 'Option values of Export From are numbers or query names', 'number', 'name'),
  optionText: variant(
    'I',
    'How a query is named: summary or NQ - name as its author wrote it; a summary that names the query; a summary that does not; the bare name; NQ - before a summary; NQ without hyphen',
    'author',
    'summary-naming-query',
    'summary',
    'nq-without',
    'nq-before-summary',
    'nq-no-hyphen',
  ),
  reload: variant(
    'S',
    'How long the partial reload takes; late-overlay: the overlay comes 200 ms after the change',
    '0.3s',
    'instant',
    '3s',
    'late-overlay',
  ),
  description: variant(
    'S',
    'The description as its author wrote it, or with a foreign decoy (grid, inputs, buttons, the same words) before it',
    'author',
    'foreign',
  ),
};
