/**
 * What the generator itself knows, from the reference and ClassTag's guide alone: nothing here comes from the
 * extension's code, so that both can be compared.
 */
export type DataSetId = 'users' | 'classes' | 'enrollments';

export interface DataSet {
  id: DataSetId;
  fileName: string;
  query: string;
  table: string;
  template: string;
  description: string;
  /** The field's own name, and the label that ClassTag's guide asks for. */
  fields: readonly (readonly [name: string, label: string])[];
  /** Without it the page would not be this file's. */
  required: readonly string[];
}

const same = (...names: string[]) => names.map((name) => [name, name] as const);

export const DATA_SETS: readonly DataSet[] = [
  {
    id: 'users',
    fileName: 'users.csv',
    query: 'com.classtag.one_roster_users',
    table: 'USERS',
    template: 'classtag_users',
    description: 'ClassTag roster: users.csv',
    fields: [
      ...same('sourcedId', 'role', 'givenName', 'familyName', 'email', 'sms', 'phone', 'grades', 'dcid'),
      ...same('orgSourcedIds', 'agentSourcedIds'),
      ['languages', 'language'],
    ],
    required: ['sourcedId', 'role', 'givenName', 'familyName'],
  },
  {
    id: 'classes',
    fileName: 'classes.csv',
    query: 'com.classtag.one_roster_classes',
    table: 'SECTIONS',
    template: 'classtag_classes',
    description: 'ClassTag roster: classes.csv',
    fields: same('sourcedId', 'title', 'grades', 'location', 'schoolSourcedId', 'periods', 'dcid'),
    required: ['sourcedId', 'title', 'grades'],
  },
  {
    id: 'enrollments',
    fileName: 'enrollments.csv',
    query: 'com.classtag.one_roster_enrollments',
    table: 'CC',
    template: 'classtag_enrollments',
    description: 'ClassTag roster: enrollments.csv',
    fields: same('classSourcedId', 'schoolSourcedId', 'userSourcedId', 'role', 'sourcedId', 'dcid'),
    required: ['classSourcedId', 'userSourcedId', 'role'],
  },
];

export function dataSetOf(id: DataSetId): DataSet {
  const found = DATA_SETS.find((one) => one.id === id);
  if (!found) throw new Error(`There is no data set ${id}.`);
  return found;
}

/** Fields that no receiver asks for; their label is their name. */
export const UNKNOWN_FIELDS = ['zip', 'LastFirst', 'note2', 'homeroom'] as const;

/** An option of a list: what it says, its value, and what a person would say it means; null: nobody could tell. */
export interface OptionMade {
  text: string;
  value: string | null;
  means: string | null;
}

const option = (means: string | null, text: string, value: string | null = null): OptionMade => ({
  text,
  value,
  means,
});

/** Spellings that guides and screenshots show, or that other pages of PowerSchool have (reference 2 and 7.7). */
export const OPTIONS = {
  lineDelimiter: {
    wanted: 'CR',
    spellings: {
      CR: [option('CR', 'CR'), option('CR', ' CR '), option('CR', 'CR', '\r'), option('CR', 'Retorno', 'CR')],
      LF: [option('LF', 'LF'), option('LF', 'LF', '\n'), option('LF', 'Salto', 'LF')],
      CRLF: [option('CRLF', 'CR/LF'), option('CRLF', 'CR-LF'), option('CRLF', 'CR LF', '\r\n')],
    },
  },
  fieldDelimiter: {
    wanted: 'Comma',
    spellings: {
      Comma: [option('Comma', 'Comma'), option('Comma', 'Comma', ','), option('Comma', 'Coma', ',')],
      Tab: [option('Tab', 'Tab'), option('Tab', 'Tab', '\t'), option('Tab', 'Tabulador', '\t')],
      Other: [option('Other', 'Other'), option('Other', 'Otro', 'other')],
    },
  },
  characterSet: {
    wanted: 'UTF-8',
    spellings: {
      'UTF-8': [option('UTF-8', 'UTF-8'), option('UTF-8', 'UTF8'), option('UTF-8', 'Unicode (UTF-8)', 'UTF-8')],
      'Windows ANSI': [option('Windows ANSI', 'Windows ANSI'), option('Windows ANSI', 'Windows Ansi')],
      'Mac Roman': [option('Mac Roman', 'Mac Roman')],
    },
  },
} as const;

export type ListName = keyof typeof OPTIONS;
export const LIST_NAMES: readonly ListName[] = ['lineDelimiter', 'fieldDelimiter', 'characterSet'];

/** The words beside the controls of step 3 and the dialog; the second of each is a foreign language's. */
export const WORDS: Record<string, readonly [english: string, foreign: string]> = {
  fileName: ['Export File Name', 'Nombre del archivo'],
  lineDelimiter: ['Line Delimiter', 'Fin de renglón'],
  fieldDelimiter: ['Field Delimiter', 'Separador'],
  characterSet: ['Character Set', 'Juego de caracteres'],
  includeHeaders: ['Include Column Headers', 'Incluir encabezados'],
  surroundInQuotes: ['Surround "field values" in Quotes', 'Poner comillas'],
};

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
