// @vitest-environment jsdom
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkStates } from '../../gallery/check.ts';
import { finishStates } from '../../gallery/finish.ts';
import { panelStates, popupStates } from '../../gallery/states.ts';
import { drawCheck, drawFinish, drawPanel, drawPopup, press } from './help.tsx';

beforeEach(() => {
  // axe asks for a canvas to tell icon fonts; jsdom has none, and says so at length.
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterEach(() => document.body.replaceChildren());

/** Names of what axe finds wrong. Contrast needs a real browser: test/e2e/gallery.spec.ts. */
async function findings(): Promise<string[]> {
  const page = document.createElement('main');
  if (!document.querySelector('main')) document.body.append(page);
  document.title = 'Data Export Manager';
  document.documentElement.lang = 'en';
  const { violations } = await axe.run(document, {
    rules: { 'color-contrast': { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}

describe('axe finds nothing', () => {
  it.each(Object.entries(panelStates))('in the panel, %s', async (_, view) => {
    drawPanel(view);
    expect(await findings()).toEqual([]);
  });

  it('in the open preview, nor in the folded panel', async () => {
    const view = panelStates['columns-mixed'];
    if (!view) throw new Error('no state columns-mixed');
    const { root, show } = drawPanel(view);
    press(root, 'Auto-label');
    expect(await findings()).toEqual([]);
    show({ folded: true });
    expect(await findings()).toEqual([]);
  });

  it.each(Object.entries(popupStates))('in the popup, %s', async (_, view) => {
    drawPopup(view);
    expect(await findings()).toEqual([]);
  });

  it.each(Object.entries(finishStates))('in what comes next, %s', async (_, view) => {
    drawFinish(view);
    expect(await findings()).toEqual([]);
  });

  // The huge ones are seen in a browser, test/e2e/gallery.spec.ts; here they would take too long.
  it.each(Object.entries(checkStates).filter(([name]) => !/hundred|huge/.test(name)))(
    'in the check of files, %s',
    async (_, view) => {
      drawCheck(view);
      expect(await findings()).toEqual([]);
    },
  );
});
