/** What the server tells the page: variants, words, and the wizard's state. */
export const config = JSON.parse(document.getElementById('page-config').textContent);
export const { variants, words } = config;

/** Puts values into a text at {0}, {1} and so on. */
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, index) => values[index]);
}
