import { ask } from './ajax.js';
import { model, snapshot } from './model.js';

const { $j } = window;

/**
 * Follows step 2's Apply, Enter in the preview's own filters, and paging. The nodes come and go, so the wizard listens
 * for them.
 */
export function startRecords() {
  $j('#wizard').on('click', '.apply', () => showPreview(0));
  $j('#wizard').on('keydown', '.filter-row input', ({ key }) => {
    if (key === 'Enter') showPreview(0);
  });
  $j('#wizard').on('click', '.page', ({ target }) => showPreview(target.dataset.page));
}

/** Reads step 2's controls into the model. */
export function readRecords($step) {
  const valuesOf = (name) =>
    Object.fromEntries(
      $step
        .find(`input[name=${name}]`)
        .get()
        .map((input) => [input.dataset.name, input.value]),
    );
  model.args = valuesOf('arg');
  model.filters = valuesOf('filter');
  model.rows = $step.find('input[name=rows]:checked').val();
}

async function showPreview(page) {
  const $step = $j('.preview').closest('.step');
  readRecords($step);
  const html = await ask(`/admin/datamgmt/exportpreview.action?page=${page}`, { data: snapshot(), dataType: 'html' });
  $step.find('.preview').html(html);
}
