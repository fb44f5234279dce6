import { config, variants } from './config.js';

const { $j } = window;
const meta = document.getElementById('keep-alive-config');

/** next and prev buttons get a no-break space beside their text. */
if (variants.nbspButtons === 'on') {
  $j('button.next, a.next').append('<em>&nbsp;</em>');
  $j('button.prev, a.prev').prepend('<em>&nbsp;</em>');
}

/** The page puts the cursor into its first visible field. */
const first = $j('#content-main').find('input[type=text], select, textarea').filter(':visible')[0];
if (first) {
  first.focus();
  first.select?.();
}

/** Only a real mouse button or key counts as activity; a script's click() fires neither. */
let active = false;
let timer;

/** Follows the session's end: a warning some time before, then a page that takes no more clicks. */
async function watchSession() {
  const { seconds } = await $j.getJSON(meta.dataset.poll, { active: active ? 1 : 0 });
  active = false;
  const warning = Number(meta.dataset.warningSeconds);
  $j('#sessiontimeoutwarning').toggleClass('hide', seconds > warning || seconds === 0);
  if (seconds === 0) {
    $j('<div class="signedout ui-widget-overlay">').text(config.words.signedOut).appendTo('body');
    return;
  }
  timer = setTimeout(watchSession, 1000 * Math.min(60, seconds > warning ? seconds - warning : seconds));
}

$j('body').on('mousedown keydown', () => {
  active = true;
  if ($j('#sessiontimeoutwarning').hasClass('hide')) return;
  clearTimeout(timer);
  watchSession();
});

watchSession();
