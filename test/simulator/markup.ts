/** A piece of HTML that needs no escaping any more. */
export class Markup {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type Part = string | number | Markup | readonly Markup[];

/** Text made safe for element content and double-quoted attributes. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Template tag: literal parts are HTML, values are escaped unless they are Markup already. */
export function html(literals: TemplateStringsArray, ...values: Part[]): Markup {
  const text = literals.reduce((whole, literal, index) => {
    const value = values[index - 1];
    return whole + (value === undefined ? '' : render(value)) + literal;
  });
  return new Markup(text);
}

/** HTML taken over as it is, such as a data set's description. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** Data for a script of the page, safe inside a <script> element. */
export function embedJson(id: string, data: unknown): Markup {
  return raw(`<script type="application/json" id="${id}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`);
}

function render(value: Part): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeHtml(String(value));
}
