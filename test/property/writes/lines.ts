import { WORDS } from './catalog.ts';
import type { Lock } from './columns.ts';

/** How a control and its words are tied to one another. */
export type Tie = 'none' | 'for' | 'wrap' | 'wrong-for' | 'aria' | 'labelledby';
export type Shape = 'div' | 'tr' | 'dl' | 'row';

export interface LineSpec {
  tie: Tie;
  lock: Lock;
  words: 'english' | 'foreign' | 'colon' | 'spaced';
  /** Of a box: what stands in it at first. Of a list: which option is chosen. */
  start: 'other' | 'right' | 'blank';
  /** Of a list: which spelling of each option, and what is odd about them. */
  spelling: number;
  odd: 'none' | 'doubled' | 'contradicting' | 'disabled' | 'without';
}

export function saying(
  name: string,
  { words }: Pick<LineSpec, 'words'>,
  table: Record<string, readonly [string, string]> = WORDS,
): string {
  const [english, foreign] = table[name] ?? [name, `${name}o`];
  if (words === 'foreign') return foreign;
  return words === 'spaced' ? `\u00a0${english} :` : words === 'colon' ? `${english}:` : english;
}

/** A control with its words, tied as the page ties them. `at` makes ids that nothing else has. */
export function lineHtml(
  words: string,
  tie: Tie,
  shape: Shape,
  at: string,
  next: string,
  control: (attributes: string) => string,
): string {
  const ids = tie === 'for' || tie === 'wrong-for' ? ` id="in-${at}"` : '';
  const aria =
    tie === 'aria'
      ? ` aria-label="${words.replaceAll('"', '&quot;')}"`
      : tie === 'labelledby'
        ? ` aria-labelledby="words-${at}"`
        : '';
  const made = control(`${ids}${aria}`);
  const target = tie === 'for' ? ` for="in-${at}"` : tie === 'wrong-for' ? ` for="in-${next}"` : '';
  const label = tie === 'aria' ? '' : `<label id="words-${at}"${target}>${words}</label>`;
  if (tie === 'wrap')
    return shape === 'tr'
      ? `<tr><td><label>${words} ${made}</label></td></tr>`
      : `<div><label>${words} ${made}</label></div>`;
  if (shape === 'tr') return `<tr><td>${label}</td><td>${made}</td></tr>`;
  if (shape === 'dl') return `<dl><dt>${label}</dt><dd>${made}</dd></dl>`;
  return shape === 'row'
    ? `<div class="row"><div>${label}</div><div>${made}</div></div>`
    : `<div>${label} ${made}</div>`;
}

export const around = (shape: Shape, lines: readonly string[]) =>
  shape === 'tr'
    ? `<table><tbody data-lines>${lines.join('')}</tbody></table>`
    : `<fieldset data-lines>${lines.join('')}</fieldset>`;

/** A second one beside it, with the right words, would be the better one. */
export const isPoor = (line: LineSpec | undefined) => line?.words === 'foreign' || line?.lock === 'hidden';
