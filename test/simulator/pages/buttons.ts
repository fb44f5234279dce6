import { html, type Markup } from '../markup.ts';
import type { Variants } from '../variants.ts';

/** A button at a step's foot. The scripts add the no-break space to `next` and `prev`. */
export function stepButton(variants: Variants, kind: 'next' | 'prev' | 'save', text: string): Markup {
  switch (variants.stepButtons) {
    case 'button':
      return html`<button type="button" class="${kind}">${text}</button>`;
    case 'a':
      return html`<a class="button ${kind}" href="#" role="button">${text}</a>`;
    case 'input':
      return html`<input type="button" class="button ${kind}" value="${text}">`;
  }
}
