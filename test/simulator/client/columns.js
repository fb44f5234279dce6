import { ask } from './ajax.js';
import { variants, words } from './config.js';
import { clearFeedback, loading } from './dialogs.js';
import { buildGrid } from './grid.js';
import { ids } from './ids.js';
import { dataSet, model, tablesOf } from './model.js';
import { buildTree, expandAll, showTicks } from './tree.js';

const { $j } = window;
const DELAYS = { '0.3s': 300, instant: 0, '3s': 3000, 'late-overlay': 800 };
const OVERLAY_LATENESS = 200;

/** Latest request wins: an answer to an older one is dropped. */
let latest = 0;

/** Follows Category and Export From, and fills the columns part for the state's data set where step 1 is in the page. */
export async function startColumns() {
  $j('#wizard').on('change', 'select[name=category]', ({ target }) => chooseCategory(target.value));
  $j('#wizard').on('change', 'select[name=exportFrom]', ({ target }) => chooseDataSet(target.value, []));
  await fillColumns();
}

/**
 * Step 1 is shown again: it is filled now if an opened template began at step 3 and step 1 was out of the page till
 * now; in one variant its tree and grid are rebuilt from the model.
 */
export async function returnToColumns() {
  if (dataSet.columns.length === 0) await fillColumns();
  else if (variants.prevState === 'rebuilt') $j('.columns-part').each((_, part) => build(part));
}

async function fillColumns() {
  if (model.exportFrom !== '' && $j('.columns-part').length > 0) await chooseDataSet(model.exportFrom, model.columns);
}

async function chooseCategory(category) {
  model.category = category;
  const $select = $j('select[name=exportFrom]');
  if (variants.categoryFilter === 'none') return;
  if (variants.categoryFilter === 'ajax') {
    const options = await slowly(() =>
      ask(`/admin/datamgmt/exportsets.action?category=${category}`, { dataType: 'html' }),
    );
    $select.html(options);
  } else {
    allOptions ??= $select.html();
    $select.html(allOptions);
    $select
      .find('option')
      .filter((_, { dataset }) => dataset.category && category && dataset.category !== category)
      .remove();
    $select.find('optgroup:empty').remove();
  }
  $select.val('');
  if (model.exportFrom !== '') await chooseDataSet('', []);
}

/** The options of all categories, as first delivered. */
let allOptions;

/** Replaces the whole columns part; `chosen` are the columns of an opened template. */
async function chooseDataSet(exportFrom, chosen) {
  clearFeedback();
  latest += 1;
  const request = latest;
  const kept = exportFrom === model.exportFrom ? {} : { args: {}, filters: {} };
  Object.assign(model, { exportFrom, columns: chosen, ...kept });
  const part = exportFrom
    ? await slowly(() => ask(`/admin/datamgmt/exportcolumns.action?from=${encodeURIComponent(exportFrom)}`))
    : { description: '', columns: [] };
  if (request !== latest) return;
  const columnNamed = (name) => part.columns.find((column) => column.name === name);
  const rows = chosen.map(({ name, label }) => ({ column: columnNamed(name), label }));
  Object.assign(dataSet, { columns: part.columns, rows, description: part.description });
  build($j('<div class="columns-part">').replaceAll('.columns-part')[0]);
}

/** Description on top, then "expand all", then tree and grid side by side. Scripts of the description run last. */
function build(part) {
  $j(part).empty();
  if (dataSet.columns.length === 0) return;
  const $description = $j('<div class="description">');
  const list = ids.listCell($j('<td class="column-list">')[0]);
  const selection = ids.selectionCell($j('<td class="column-selection">')[0]);
  $j(part).append($description);
  if (variants.expandAll === 'present') {
    const $button = $j('<button type="button" class="expand-all">').text(words.expandAll).on('click', expandAll);
    ids.expandAll($button[0]);
    $j(part).append($button);
  }
  const panel = $j('<div class="tree-panel">').appendTo(list)[0];
  $j('<table class="columns-layout">')
    .append($j('<tbody>').append($j('<tr>').append(list, selection)))
    .appendTo(part);
  buildTree(panel);
  buildGrid(selection);
  showTicks();
  $description.html(dataSet.description);
}

/** Runs a request behind the loading overlay, as slowly as the variant `reload` says. */
async function slowly(request) {
  dataSet.loading = true;
  const lateness = variants.reload === 'late-overlay' ? OVERLAY_LATENESS : 0;
  const overlay = setTimeout(() => loading(true), lateness);
  if (lateness === 0) {
    clearTimeout(overlay);
    loading(true);
  }
  try {
    const [answer] = await Promise.all([request(), new Promise((done) => setTimeout(done, DELAYS[variants.reload]))]);
    return answer;
  } finally {
    clearTimeout(overlay);
    loading(false);
    dataSet.loading = false;
  }
}

/** What hinders leaving step 1, '' for nothing. */
export function columnsProblem() {
  if (dataSet.loading) return words.errorLoading;
  if (model.exportFrom === '') return words.errorNoDataSet;
  return tablesOf(dataSet.rows.map(({ column }) => column)).length === 0 ? words.errorNoColumns : '';
}
