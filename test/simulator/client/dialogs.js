import { variants, words } from './config.js';

const { $j } = window;

/** Shows a message above the page's content: `confirm` or `error`. */
export function feedback(kind, text) {
  $j('#feedback-message').attr('class', `feedback-${kind}`).text(text);
}

export function clearFeedback() {
  $j('#feedback-message').attr('class', 'hide').empty();
}

/** Shows or hides the one loading dialog with its overlay. */
export function loading(shown) {
  const $loading = $j('#loading');
  if (!$loading.hasClass('ui-dialog-content')) {
    $loading.removeClass('hide').dialog({
      autoOpen: false,
      modal: true,
      title: words.loading,
      closeText: words.close,
      resizable: false,
      draggable: false,
      closeOnEscape: false,
      width: 200,
      classes: { 'ui-dialog': 'dialogLoading' },
    });
  }
  $loading.dialog(shown ? 'open' : 'close');
}

/**
 * Opens a form: in the one reused #psDialog (emptied on every open), in a fresh dialog, or in the page.
 * @param buttons list of `{ text, click }`; `click` gets a function that closes
 */
export function openForm({ title, content, buttons, width = 420, reused = variants.dialog }) {
  if (reused === 'inline') return openInline(title, content, buttons);
  const $dialog = reused === 'reused' ? $j('#psDialog') : $j('<div class="psDialog">').appendTo('body');
  if ($dialog.hasClass('ui-dialog-content')) $dialog.dialog('destroy');
  const close = () => $dialog.dialog('close');
  const inPane = variants.dialogButtons === 'buttonpane';
  $dialog.removeClass('hide').empty().append(content);
  if (!inPane) $dialog.append(buttonRow(buttons, close));
  $dialog.dialog({
    modal: true,
    title,
    closeText: words.close,
    width,
    resizable: false,
    buttons: inPane ? buttons.map(({ text, click }) => ({ text, click: () => click(close) })) : [],
    close: () => reused === 'fresh' && $dialog.dialog('destroy').remove(),
  });
  $dialog.find('input, textarea, select').first().trigger('focus');
}

function openInline(title, content, buttons) {
  $j('#inline-form').remove();
  const $form = $j('<div id="inline-form" class="box-round inner">').append($j('<h2>').text(title), content);
  $form.append(buttonRow(buttons, () => $form.remove()));
  $j('#wizard, .tab-content').filter(':visible').first().after($form);
  $form.find('input').first().trigger('focus');
  $form[0].scrollIntoView();
}

function buttonRow(buttons, close) {
  const $row = $j('<div class="button-row">');
  for (const { text, click } of buttons)
    $j('<button type="button">')
      .text(text)
      .on('click', () => click(close))
      .appendTo($row);
  return $row;
}
