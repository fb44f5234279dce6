import type { Page } from '@playwright/test';
import { checkStates } from './check.ts';
import { finishStates } from './finish.ts';
import { pictureStates } from './picture.ts';
import { panelStates, popupStates } from './states.ts';

/** One picture of the gallery: a state, and what is pressed after it is drawn. */
export interface Scene {
  kind: 'panel' | 'popup' | 'finish' | 'check' | 'picture';
  state: string;
  folded?: boolean;
  /** Names of buttons, or texts of disclosures, in their order. */
  press: string[];
}

const states = (kind: Scene['kind'], names: string[]): Scene[] => names.map((state) => ({ kind, state, press: [] }));

/** Every state as it is drawn first, and the places that open only when something is pressed. */
export const scenes: Scene[] = [
  ...states('panel', Object.keys(panelStates)),
  ...states('popup', Object.keys(popupStates)),
  ...states('finish', Object.keys(finishStates)),
  ...states('check', Object.keys(checkStates)),
  ...states('picture', Object.keys(pictureStates)),
  { kind: 'panel', state: 'start', press: ['Settings'] },
  { kind: 'panel', state: 'start-second-file', press: [], folded: true },
  { kind: 'panel', state: 'columns-none', press: ['Show which'] },
  { kind: 'panel', state: 'columns-mixed', press: ['3 labels left alone'] },
  { kind: 'panel', state: 'columns-mixed', press: ['Auto-label'] },
  { kind: 'panel', state: 'columns-to-label', press: ['Auto-label'] },
  { kind: 'panel', state: 'columns-typed-only', press: ['Auto-label'] },
  { kind: 'panel', state: 'columns-thousand', press: ['Auto-label', 'and 940 more'] },
  { kind: 'popup', state: 'under-way', press: ['Settings'] },
  { kind: 'popup', state: 'under-way', press: ['Start over'] },
  {
    kind: 'check',
    state: 'problems',
    press: ['Settings', 'Why it matters', 'Show 95 more rows', 'Show as table', 'Header'],
  },
  { kind: 'check', state: 'problems', press: ['Show values'] },
];

export const sceneName = ({ kind, state, press, folded }: Scene): string =>
  [kind, state, ...press, folded ? 'folded' : ''].filter(Boolean).join('-').replaceAll(' ', '-');

/** Puts an empty page with the gallery's script into `page`. */
export async function openGallery(page: Page, script: string, direction: 'ltr' | 'rtl' = 'ltr'): Promise<void> {
  await page.setContent(`<!doctype html><html lang="en" dir="${direction}"><title>Gallery</title><body></body></html>`);
  await page.addScriptTag({ content: script });
}

/** Draws the scene and presses what it says. */
export async function showScene(page: Page, { kind, state, press, folded = false }: Scene): Promise<void> {
  await page.evaluate(([kind, state, folded]) => window.showState(kind, state, folded), [kind, state, folded] as const);
  for (const name of press)
    await page.locator('button, summary, .choice label').filter({ hasText: name }).first().click();
}
