import { plain, wording } from './text.ts';

/** The option that is meant, or why none is. */
export type OptionFound = HTMLOptionElement | 'no-such-option' | 'ambiguous';

/**
 * Finds a select's option by value, then by exact text, then by a known synonym (design decision 4).
 * Value and text that point at different options are a contradiction, hence `ambiguous`.
 * @param want the option's usual text; @param also other spellings of the same option.
 */
export function findOption(select: HTMLSelectElement, want: string, also: readonly string[] = []): OptionFound {
  const options = [...select.options].filter((option) => !option.disabled);
  const exact = options.filter((option) => option.value === want || plain(option.text) === plain(want));
  if (exact.length > 0) return only(exact);
  const spellings = new Set([want, ...also].map(wording).filter((words) => words !== ''));
  const alike = options.filter((option) => spellings.has(wording(option.text)) || spellings.has(wording(option.value)));
  // A control character as a value (`\r`) has no wording; it is compared as it is.
  return only(alike.length > 0 ? alike : options.filter((option) => also.includes(option.value)));
}

function only([first, ...more]: HTMLOptionElement[]): OptionFound {
  return more.length > 0 ? 'ambiguous' : (first ?? 'no-such-option');
}

export function chosenOption(select: HTMLSelectElement): HTMLOptionElement | undefined {
  return select.options[select.selectedIndex];
}

/** The chosen option's text, '' when nothing is chosen. */
export function chosenText(select: HTMLSelectElement): string {
  return plain(chosenOption(select)?.text);
}
