import { variants } from './config.js';
import { renderGrid } from './grid.js';
import { pickUpLabels, setLabel } from './labels.js';
import { dataSet } from './model.js';

const { $j } = window;
const CLICK_EVERY = 200;
const REVERT_AFTER = 100;
const REDRAW_EVERY = 50;

/** Starts what the variant `hostile` names; `replace` lives in the grid itself. */
export function startHostility() {
  if (variants.hostile === 'clicks-foreign') setInterval(() => clickForeign(document), CLICK_EVERY);
  if (variants.hostile === 'redraw') setInterval(redraw, REDRAW_EVERY);
  if (variants.hostile === 'snap-back') guardLabels();
}

/** Presses every button in every open shadow root. */
function clickForeign(root) {
  for (const { shadowRoot } of root.querySelectorAll('*')) {
    if (!shadowRoot) continue;
    for (const button of shadowRoot.querySelectorAll('button')) button.click();
    clickForeign(shadowRoot);
  }
}

function redraw() {
  if (!$j('.column-selection').is(':visible')) return;
  pickUpLabels();
  renderGrid();
}

/** Reverts a label that changed without a real key. */
function guardLabels() {
  const changedAt = new WeakMap();
  const trusted = new WeakMap();
  $j('#wizard').on('input', '.column-selection input', ({ originalEvent, target }) => {
    if (originalEvent?.isTrusted) trusted.set(target, target.value);
  });
  setInterval(() => {
    for (const row of dataSet.rows) {
      if (!row.box) continue;
      if (!trusted.has(row.box)) trusted.set(row.box, row.offered);
      const right = trusted.get(row.box);
      if (row.box.value === right) changedAt.delete(row.box);
      else if (!changedAt.has(row.box)) changedAt.set(row.box, performance.now());
      else if (performance.now() - changedAt.get(row.box) >= REVERT_AFTER) setLabel(row, right);
    }
  }, REVERT_AFTER / 4);
}
