import { wording } from '../text.ts';
import { isShown } from '../visible.ts';
import { RECORDS_HEADING, ROWS_CHOICES } from '../words.ts';
import { all, labelsOf } from './controls.ts';

export const HEADINGS = 'h1, h2, h3, h4, legend, caption, [role="heading"]';

/** The dialog "Loading..." that PowerSchool shows while part of the page is fetched (reference section 3). */
export function isLoading(document: Document): boolean {
  return all<HTMLElement>(document, '.dialogLoading, #loading').some(
    (element) =>
      isShown(element) &&
      (element.matches('.dialogLoading') || element.closest('.ui-dialog') !== null || hasRoom(element)),
  );
}

/** The empty `div#loading` stands in every page; only one with something in it is a message. */
function hasRoom(element: HTMLElement): boolean {
  return element.childElementCount > 0 && element.clientHeight > 0;
}

/** The session is over: the sign-out overlay, or the log-in form in place of the page (reference section 3). */
export function isSignedOut(document: Document): boolean {
  return all(document, '.signedout, #LoginForm, #fieldPassword, input[type="password" i]').some(isShown);
}

/** Headings of the page, shown or not, without those of our own panel. */
export function headings(document: Document): Element[] {
  return all(document, HEADINGS);
}

/** Is step 2 what the administrator sees? Its two radio buttons are seen in two guides. */
export function hasRowsChoice(document: Document): boolean {
  const radios = all<HTMLInputElement>(document, 'input[type="radio" i]').filter(isShown);
  const words = radios.flatMap((radio) => [...labelsOf(radio), ...labelsOf(radio, 'after')]);
  return ROWS_CHOICES.every((choice) => choice.some((spelling) => words.includes(spelling)));
}

/** One pair of radio buttons of one name, and no more: the choice of rows in a language that is not understood. */
export function hasTwoRadios(document: Document): boolean {
  const [first, second, ...more] = all<HTMLInputElement>(document, 'input[type="radio" i]').filter(isShown);
  return second !== undefined && more.length === 0 && first?.name === second.name;
}

/** The data set's name in step 2's heading, null where the heading is another. */
export function dataSetInHeading(heading: Element): string | null {
  const text = wording(heading.textContent);
  return text.startsWith(RECORDS_HEADING) ? text.slice(RECORDS_HEADING.length).trim() : null;
}
