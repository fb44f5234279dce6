import { ask } from './ajax.js';
import { config, fill, variants, words } from './config.js';
import { feedback, openForm } from './dialogs.js';
import { model, snapshot } from './model.js';

const { $j } = window;

/** Opens "Save Export Template". An opened template can be saved over, too, unless the variant `saveExisting` forbids. */
export function openSaveDialog() {
  const { template } = config;
  const $name = $j('<input type="text" name="templateName" maxlength="80">').val(template?.name ?? '');
  const $description = $j('<textarea name="templateDescription" rows="3">').val(template?.description ?? '');
  const $error = $j('<div class="feedback-error hide" role="alert">');
  const row = (text, $control, kind) =>
    $j('<div>').addClass(kind).append($j('<label>').text(text), ' ', $j('<span class="control">').append($control));
  const content = [
    $error,
    $j('<fieldset class="form">').append(row(words.name, $name, 'alt'), row(words.descriptionField, $description, '')),
  ];

  const save = async (asNew, close) => {
    const request = { name: $name.val(), description: $description.val(), asNew, state: snapshot() };
    const answer = await ask('/admin/datamgmt/exportsave.action', { data: request });
    if (answer.error) {
      $error.removeClass('hide').text(answer.error);
      return;
    }
    close();
    config.template = answer;
    model.templateId = answer.id;
    finish(answer);
  };
  const buttons = [{ text: words.saveAsNew, click: (close) => save(true, close) }];
  if (template && variants.saveExisting === 'save')
    buttons.unshift({ text: words.save, click: (close) => save(false, close) });
  buttons.push({ text: words.cancel, click: (close) => close() });
  openForm({ title: words.saveTitle, content, buttons });
}

function finish({ name }) {
  if (variants.saveEnds === 'confirm') feedback('confirm', fill(words.saved, name));
  if (variants.saveEnds === 'my-templates') window.location.href = config.templatesPage;
}
