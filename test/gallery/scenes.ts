import type { Page } from '@playwright/test';
import { catalogOf } from '../../utils/words/catalogs.ts';
import type { CountKey, Key } from '../../utils/words/keys.ts';
import { count, say, useTexts } from '../../utils/words/say.ts';
import { checkStates } from './check.ts';
import { finishStates } from './finish.ts';
import { pictureStates } from './picture.ts';
import { panelStates, popupStates } from './states.ts';

/** One picture of the gallery: a state, and what is pressed after it is drawn. */
export interface Scene {
  kind: 'panel' | 'popup' | 'finish' | 'check' | 'picture';
  state: string;
  folded?: boolean;
  /** Buttons, or texts of disclosures, in their order. */
  press: Press[];
}

/** By the key of its text, or by that and a number. */
type Press = Key | [CountKey, number];

const states = (kind: Scene['kind'], names: string[]): Scene[] => names.map((state) => ({ kind, state, press: [] }));

/** Every state as it is drawn first, and the places that open only when something is pressed. */
export const scenes: Scene[] = [
  ...states('panel', Object.keys(panelStates)),
  ...states('popup', Object.keys(popupStates)),
  ...states('finish', Object.keys(finishStates)),
  ...states('check', Object.keys(checkStates)),
  ...states('picture', Object.keys(pictureStates)),
  { kind: 'panel', state: 'start', press: ['settings'] },
  { kind: 'panel', state: 'start-second-file', press: [], folded: true },
  { kind: 'panel', state: 'columns-none', press: ['which_fields'] },
  { kind: 'panel', state: 'columns-mixed', press: [['labels_left', 3]] },
  { kind: 'panel', state: 'columns-mixed', press: ['auto_label'] },
  { kind: 'panel', state: 'columns-to-label', press: ['auto_label'] },
  { kind: 'panel', state: 'columns-typed-only', press: ['auto_label'] },
  { kind: 'panel', state: 'columns-thousand', press: ['auto_label', 'more_rows'] },
  { kind: 'popup', state: 'under-way', press: ['settings'] },
  { kind: 'popup', state: 'under-way', press: ['start_over'] },
  { kind: 'popup', state: 'granted', press: ['sites_list'] },
  {
    kind: 'check',
    state: 'problems',
    press: ['settings', 'check_why', ['check_more_rows', 95], 'check_as_table', 'check_header'],
  },
  { kind: 'check', state: 'problems', press: ['check_show_values'] },
];

const nameOf = (press: Press): string => (typeof press === 'string' ? press : press.join(' '));

export const sceneName = ({ kind, state, press, folded }: Scene): string =>
  [kind, state, ...press.map(nameOf), folded ? 'folded' : ''].filter(Boolean).join('-').replaceAll(' ', '-');

/** Up to where a number that is not known here stands. */
function wordsOf(press: Press): string {
  if (typeof press === 'string') return say(press).split('{1}')[0] ?? '';
  return count(...press);
}

/** Puts an empty page with the gallery's script into `page`; from then on both speak the language of `texts`. */
export async function openGallery(
  page: Page,
  script: string,
  direction: 'ltr' | 'rtl' = 'ltr',
  texts: Record<string, string> = catalogOf('en'),
): Promise<void> {
  useTexts((key) => texts[key] ?? '');
  await page.setContent(`<!doctype html><html lang="en" dir="${direction}"><title>Gallery</title><body></body></html>`);
  await page.evaluate((texts) => {
    window.galleryTexts = texts;
  }, texts);
  await page.addScriptTag({ content: script });
}

/** Draws the scene and presses what it says. */
export async function showScene(page: Page, { kind, state, press, folded = false }: Scene): Promise<void> {
  await page.evaluate(([kind, state, folded]) => window.showState(kind, state, folded), [kind, state, folded] as const);
  for (const one of press)
    await page
      .locator('button, summary, .choice label')
      .filter({ hasText: wordsOf(one) })
      .first()
      .click();
}
