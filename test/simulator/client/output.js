import { ask } from './ajax.js';
import { variants } from './config.js';
import { feedback } from './dialogs.js';
import { snapshot } from './model.js';

const { $j } = window;
const TARGET = '/admin/datamgmt/exportfile.action';

/** Keeps the adjacent fields closed unless Other is chosen. */
export function startOutput() {
  $j('#wizard').on('change', 'select[data-other]', ({ target }) => {
    const $adjacent = $j(target).next('.adjacent');
    $adjacent.prop('disabled', target.value !== target.dataset.other);
    if (target.value !== target.dataset.other) $adjacent.val('');
  });
}

/** The controls of step 3 as they stand. */
export function readOutput($step) {
  const value = (name) => $step.find(`[name=${name}]`).val();
  const checked = (name) => $step.find(`[name=${name}]`).prop('checked');
  return {
    fileName: value('fileName'),
    lineDelimiter: value('lineDelimiter'),
    lineOther: value('lineOther'),
    fieldDelimiter: value('fieldDelimiter'),
    fieldOther: value('fieldOther'),
    characterSet: value('characterSet'),
    includeHeaders: checked('includeHeaders'),
    surroundInQuotes: checked('surroundInQuotes'),
  };
}

/** Sends for the file, as the variant `fileDelivery` delivers it. */
export async function exportFile() {
  const state = snapshot();
  const checked = await ask('/admin/datamgmt/exportcheck.action', { data: state });
  if (checked.error) return feedback('error', checked.error);
  if (variants.fileDelivery === 'form-post') return postForm(TARGET, state);
  if (variants.fileDelivery === 'report-queue') {
    const { queue } = await ask(TARGET, { data: state });
    window.location.href = queue;
    return;
  }
  const response = await fetch(TARGET, { method: 'POST', body: JSON.stringify(state) });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = checked.fileName;
  link.click();
}

/** Posts the state as a form; an attachment as answer leaves the page standing. */
export function postForm(address, state) {
  const $form = $j('<form method="post" class="hide">').attr('action', address);
  $form.append($j('<input type="hidden" name="state">').val(JSON.stringify(state))).appendTo('body');
  $form[0].submit();
  $form.remove();
}
