// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import type { PanelView } from '../../../components/view.ts';
import { keepForUpdate } from '../../../utils/assistant/words.ts';
import { catalogOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { panelStates } from '../../gallery/states.ts';
import { drawPanel } from './help.tsx';

const english = catalogOf('en');
const fromEnglish = (key: string) => english[key] ?? '';
afterEach(() => {
  useTexts(fromEnglish);
  document.body.replaceChildren();
});

const stopped = panelStates['stopped-updated'];
if (!stopped) throw new Error('no such state');
const asked = { ...stopped, askWhichFile: true, doubts: ['?'], busy: '…' };

/** In Chrome, once the extension was updated under the page. */
function texts(): { end(): void } {
  let isGone = false;
  useTexts((key) => {
    if (isGone) throw new Error('Extension context invalidated.');
    return fromEnglish(key);
  });
  return {
    end: () => {
      isGone = true;
    },
  };
}

const CASES: [string, PanelView, boolean][] = [
  ['stopped', stopped, false],
  ['folded', stopped, true],
  ['on a step', { ...stopped, fileId: 'users', step: 2 }, false],
  ['on a step of a file that is not known', { ...stopped, step: 2 }, false],
  ['with a question for the file', asked, false],
  ['with another doubt', { ...asked, askWhichFile: false }, false],
  ['with a question before leaving', { ...stopped, fileId: 'users', confirmLeaving: 'classes' }, false],
  ['with a question before leaving the page', { ...stopped, confirmLeaving: 'classes' }, false],
];

describe('a panel whose extension was updated, although it never said anything before', () => {
  it.each(CASES)('says all that it would have said, %s', (_, view, folded) => {
    const wanted = drawPanel(view, { folded }).root.innerHTML;
    document.body.replaceChildren();
    const { end } = texts();
    keepForUpdate();
    end();
    const { root } = drawPanel(view, { folded });
    expect(root.innerHTML.replaceAll(/id="[^"]*"/g, '')).toBe(wanted.replaceAll(/id="[^"]*"/g, ''));
  });
});
