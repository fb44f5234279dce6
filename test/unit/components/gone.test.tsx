// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { WHEN_GONE } from '../../../components/gone.ts';
import type { PanelView } from '../../../components/view.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { haveAtHand, say, useTexts } from '../../../utils/words/say.ts';
import { panelStates } from '../../gallery/states.ts';
import { button, drawPanel, key, press } from './help.tsx';

const english = catalogOf('en');

afterEach(() => {
  document.body.replaceChildren();
  useTexts((key) => english[key] ?? '');
});

/** The panel that says to reload the page, open and folded, on several steps. */
function drawn(): string[] {
  const shown = panelStates['stopped-updated'];
  if (shown?.body.kind !== 'stopped') throw new Error('The gallery lost its state.');
  const body = { ...shown.body, message: say('stopped_updated') };
  const places: Pick<PanelView, 'step' | 'fileId'>[] = [
    { step: 1, fileId: 'users' },
    { step: 2, fileId: null },
    { step: null, fileId: null },
  ];
  return places.flatMap((place) =>
    [false, true].map((folded) => {
      const { root } = drawPanel({ ...shown, ...place, body }, { folded });
      const said = [root.innerHTML];
      if (!folded) {
        press(root, english.move ?? '');
        said.push(root.innerHTML);
        key(button(root, english.move ?? ''), 'ArrowLeft');
      }
      return [...said, root.innerHTML].join();
    }),
  );
}

it('says the same once the extension is gone as it would with all texts', () => {
  const withTexts = drawn();
  expect(withTexts[0]).toContain(english.stopped_updated);
  let isGone = false;
  useTexts((key) => {
    if (isGone) throw new Error('Extension context invalidated.');
    return english[key] ?? '';
  });
  haveAtHand(...WHEN_GONE);
  isGone = true;
  expect(drawn()).toEqual(withTexts);
});
