import type { CheckControl, SelectControl, TextControl } from './types.ts';

/**
 * PowerSchool's own words, as `wording()` gives them. The first of each list is seen on a screenshot; the others are
 * spelled so in other districts' guides (reference section 2).
 */
export const CONTROL_WORDS: Record<SelectControl | CheckControl | TextControl, readonly string[]> = {
  category: ['category'],
  exportFrom: ['export from'],
  // "Export Field Name" is the ICAN guide's.
  fileName: ['export file name', 'export field name', 'file name'],
  lineDelimiter: ['line delimiter'],
  fieldDelimiter: ['field delimiter'],
  characterSet: ['character set'],
  includeHeaders: ['include column headers', 'include column header', 'include headers'],
  surroundInQuotes: ['surround "field values" in quotes', 'surround field values in quotes'],
  templateName: ['name', 'template name'],
  templateDescription: ['description', 'template description'],
};

export const GRID_LABEL_HEADING = 'labels used on export';
export const GRID_FIELD_HEADING = 'field';

/** Headings of the three steps; step 2's goes on with the data set's name. */
export const STEP_HEADINGS = {
  columns: 'select columns to export',
  records: 'select/edit records from',
  summary: 'export summary and output options',
} as const;

export const ROWS_CHOICES = ['export filtered rows', 'export all rows'] as const;
export const SAVE_DIALOG_TITLES = ['save export template', 'save template'] as const;
export const SAVE_AS_NEW = 'save as new';
export const SAVE_BUTTONS = [SAVE_AS_NEW, 'save'] as const;
