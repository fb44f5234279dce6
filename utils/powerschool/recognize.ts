import { locateCheckbox, locateSelect, locateText } from './locate/form.ts';
import { locateGrid } from './locate/grid.ts';
import { locateOutputForm } from './locate/output.ts';
import { dataSetInHeading, hasRowsChoice, hasTwoRadios, headings } from './locate/shell.ts';
import { oneReading } from './reading.ts';
import type { Place } from './types.ts';
import { isShown } from './visible.ts';

/** Paths seen in three districts' guides (reference section 1); a session id, a query and capitals are tolerated. */
const pathOf = (name: string) => new RegExp(`^/admin/datamgmt/export${name}(?:\\.[a-z]+)?(?:;|$)`, 'i');
const EXPORT_PATH = pathOf('[a-z]*');
/**
 * The wizard's own path alone: in a language that is not understood structure must be enough on it, and a neighbor may
 * look like a step.
 */
const WIZARD_PATH = pathOf('manager');
const TEMPLATES_PATH = pathOf('templates?');

export type PageLocation = Pick<Location, 'pathname'>;

/** One way of telling where the administrator is; each is told by controls, never by words in the text alone. */
export interface Recognizer {
  place: Exclude<Place, 'elsewhere'>;
  recognize(document: Document, location: PageLocation): boolean;
}

/** Is the address one of the Data Export Manager's? */
export function isExportAddress(location: PageLocation): boolean {
  return EXPORT_PATH.test(location.pathname);
}

const isWizard = (location: PageLocation) => WIZARD_PATH.test(location.pathname);

export const recognizers: readonly Recognizer[] = [
  { place: 'columns', recognize: (document, location) => isWizard(location) && isColumns(document) },
  {
    place: 'records',
    recognize: (document, location) =>
      isWizard(location) &&
      (hasRowsChoice(document) || (!isColumns(document) && !isSummary(document) && isBetween(document))),
  },
  { place: 'summary', recognize: (document, location) => isWizard(location) && isSummary(document) },
  {
    place: 'templates',
    recognize: (document, location) =>
      TEMPLATES_PATH.test(location.pathname) && document.querySelector('table, #export-template-content') !== null,
  },
];

/** The select "Export From" or the grid of labels. */
function isColumns(document: Document): boolean {
  return locateSelect(document, 'exportFrom') !== 'missing' || locateGrid(document).container !== null;
}

/**
 * Step 2 by what is left when neither step 1 nor step 3 shows: a shown heading that names the data set (an accordion
 * may show it at every step), or, in whatever language, its two radio buttons, with the wizard's first step hidden or a
 * table of records. Without them it might be step 3, whose button in the place of Next exports.
 */
function isBetween(document: Document): boolean {
  if (headings(document).some((heading) => dataSetInHeading(heading) && isShown(heading))) return true;
  if (!hasTwoRadios(document)) return false;
  if (locateSelect(document, 'exportFrom', false) !== 'missing') return true;
  return [...document.querySelectorAll('table, [role="table"], [role="grid"]')].some(isShown);
}

/**
 * At least two of the export summary's controls, each found or found twice. The selects come first: they are few, and
 * step 1 may hold a thousand text boxes and tick boxes.
 */
function isSummary(document: Document): boolean {
  const count = (controls: unknown[]) => controls.filter((control) => control !== 'missing').length;
  const selects = count(DELIMITERS.map((control) => locateSelect(document, control)));
  if (selects >= 2) return true;
  if (isColumns(document)) return false;
  if (locateOutputForm(document)) return true;
  const others = [
    locateText(document, 'fileName'),
    locateCheckbox(document, 'includeHeaders'),
    locateCheckbox(document, 'surroundInQuotes'),
  ];
  return selects + count(others) >= 2;
}

const DELIMITERS = ['lineDelimiter', 'fieldDelimiter', 'characterSet'] as const;

/**
 * Which step the administrator sees. More than one at a time (a panel sliding away, a page that shows all three) is
 * `unclear`: nothing is written then.
 */
export function recognizePlace(document: Document, location: PageLocation): Place | 'unclear' {
  const found = oneReading(() => recognizers.filter(({ recognize }) => recognize(document, location)));
  const [first] = found;
  if (!first) return 'elsewhere';
  return found.length === 1 ? first.place : 'unclear';
}
