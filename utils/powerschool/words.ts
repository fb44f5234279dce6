import type { CheckControl, SelectControl, TextControl } from './types.ts';

/**
 * PowerSchool's own words, as `wording()` gives them: further evidence where they are understood, and never needed where
 * ids, structure or option values tell. The first of each list is seen on a screenshot; the other English ones are
 * spelled so in other districts' guides (reference section 2). PowerSchool's Spanish and French are not published: those
 * words are guesses [I], for what nothing else tells or tells well; a wrong one is merely not found. Quotation marks are
 * left out on both sides.
 */
export const CONTROL_WORDS: Record<SelectControl | CheckControl | TextControl, readonly string[]> = {
  // In English alone: which of its options holds the plugins' data sets is not known in any other language.
  category: ['category'],
  exportFrom: ['export from', 'exportar desde', 'exporter depuis'],
  // "Export Field Name" is the ICAN guide's.
  fileName: ['export file name', 'export field name', 'file name'],
  lineDelimiter: ['line delimiter'],
  fieldDelimiter: ['field delimiter'],
  characterSet: ['character set'],
  includeHeaders: [
    ...['include column headers', 'include column header', 'include headers'],
    ...['incluir encabezados de columna', 'inclure les en-têtes de colonne'],
  ],
  surroundInQuotes: [
    'surround field values in quotes',
    ...['encerrar valores de campo entre comillas', 'entourer les valeurs de champ de guillemets'],
  ],
  templateName: ['name', 'template name'],
  templateDescription: ['description', 'template description'],
};

export const GRID_LABEL_HEADING = 'labels used on export';
export const GRID_FIELD_HEADING = 'field';

/** Step 2's heading goes on with the data set's name. */
export const RECORDS_HEADING = 'select/edit records from';

/** The two radio buttons of step 2: filtered rows, all rows. */
export const ROWS_CHOICES: readonly (readonly string[])[] = [
  ['export filtered rows', 'exportar filas filtradas', 'exporter les lignes filtrées'],
  ['export all rows', 'exportar todas las filas', 'exporter toutes les lignes'],
];
export const EXPAND_ALL_WORDS: readonly string[] = ['expand all', 'expandir todo', 'tout développer'];
export const SAVE_DIALOG_TITLES: readonly string[] = ['save export template', 'save template'];
export const SAVE_AS_NEW_WORDS: readonly string[] = [
  'save as new',
  ...['guardar como nueva', 'enregistrer comme nouveau'],
];
export const SAVE_WORDS: readonly string[] = ['save', 'guardar', 'enregistrer'];
