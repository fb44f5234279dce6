import type { FileId } from '../walk.ts';

/** How one guess at PowerSchool's page differs from another; plain data, because the page's own script gets it. */
export interface Look {
  ids: 'real' | 'mixed' | 'none';
  /** How the plugin spells its columns: as they are, `a_`, `01_`, in lower case, or below an extension's table. */
  spelling: 'plain' | 'letters' | 'digits' | 'lower' | 'three parts';
  /** When the page takes a label over; `tracked` is a controlled input in reused rows. */
  pickup: 'next' | 'change' | 'input' | 'tracked';
  form: 'label' | 'for' | 'dl' | 'table' | 'wrap' | 'aria' | 'legend' | 'break' | 'span';
  tree: 'div' | 'list' | 'table' | 'label first';
  fold: 'open' | 'hidden' | 'lazy';
  grid: 'plain' | 'nested' | 'fixed head' | 'head in body';
  /** How the steps that are not shown are kept. */
  steps: 'class' | 'height' | 'visibility' | 'alone';
  dataSets: 'query' | 'summary' | 'grouped numbers';
  /** Only a data set with a longer name is offered, or the file's twice. */
  offered: 'all' | 'longer name only' | 'twice';
  reload: { after: number; overlayAfter: number } | null;
  /** A row comes this many milliseconds after its tick; a controlled page draws itself again this often. */
  rowsAfter: number;
  redrawEvery: number;
  tickDrawsTree: boolean;
  ticked: boolean;
  extraColumns: string[];
  /** A second, hidden copy of the wizard stands before the real one. */
  copy: boolean;
  dialog: 'jquery' | 'native' | 'inline';
  saved: 'silent' | 'message' | 'dialog' | 'templates';
  line: [value: string, text: string][];
  characterSet: string[];
  columnsOfGrid: string[];
  quirks: boolean;
  prototype: boolean;
  strictPolicy: boolean;
}

const USUAL: Look = {
  ids: 'none',
  spelling: 'plain',
  pickup: 'next',
  form: 'label',
  tree: 'div',
  fold: 'open',
  grid: 'plain',
  steps: 'class',
  dataSets: 'query',
  offered: 'all',
  reload: null,
  rowsAfter: 0,
  redrawEvery: 0,
  tickDrawsTree: false,
  ticked: false,
  extraColumns: [],
  copy: false,
  dialog: 'jquery',
  saved: 'silent',
  line: [
    ['LF', 'LF'],
    ['CR/LF', 'CR/LF'],
    ['CR', 'CR'],
    ['Other', 'Other'],
  ],
  characterSet: ['Windows ANSI', 'Mac Roman', 'ISO 8859-1', 'UTF-8'],
  columnsOfGrid: ['Sort', 'Field', 'Labels Used on Export', 'Remove'],
  quirks: false,
  prototype: false,
  strictPolicy: false,
};

interface Guess {
  name: string;
  file: FileId;
  look: Look;
}

const guess = (name: string, file: FileId, look: Partial<Look>): Guess => ({ name, file, look: { ...USUAL, ...look } });

export const GUESSES: Guess[] = [
  guess('a folded tree, an overlay that comes late, delimiters as values', 'users', {
    ids: 'real',
    fold: 'hidden',
    reload: { after: 900, overlayAfter: 300 },
    line: [
      ['\n', 'LF'],
      ['\r\n', 'CR/LF'],
      ['\r', 'CR'],
    ],
  }),
  guess('an accordion, summaries for names, a list, a native dialog', 'classes', {
    pickup: 'change',
    form: 'dl',
    tree: 'list',
    steps: 'height',
    dataSets: 'summary',
    dialog: 'native',
    saved: 'dialog',
    line: [
      ['1', 'LF'],
      ['2', 'CR-LF'],
      ['3', 'CR'],
    ],
    characterSet: ['Windows ANSI (Windows)', 'Unicode (UTF-16)', 'Unicode (UTF-8)'],
  }),
  guess('controlled inputs in reused rows, a tree drawn anew at each tick', 'users', {
    pickup: 'tracked',
    tickDrawsTree: true,
    form: 'aria',
    steps: 'alone',
    dialog: 'native',
    saved: 'message',
    reload: { after: 300, overlayAfter: 0 },
    characterSet: ['UTF-16', 'UTF8', 'ISO 8859-1'],
  }),
  guess('names of three parts, ids in mixed case, data sets as numbers in groups', 'enrollments', {
    ids: 'mixed',
    spelling: 'three parts',
    pickup: 'input',
    form: 'wrap',
    tickDrawsTree: true,
    dataSets: 'grouped numbers',
    dialog: 'inline',
    saved: 'dialog',
  }),
  guess('ticked from the start, rows that come late, letters for the order, unknown columns', 'users', {
    spelling: 'letters',
    ticked: true,
    rowsAfter: 120,
    extraColumns: ['enabledUser', 'a11y_flag'],
    pickup: 'change',
    form: 'span',
    reload: { after: 700, overlayAfter: 0 },
  }),
  guess('a strict content security policy, a fixed heading, a tree filled when it is unfolded', 'classes', {
    strictPolicy: true,
    grid: 'fixed head',
    fold: 'lazy',
    ids: 'real',
    pickup: 'input',
    form: 'for',
    saved: 'templates',
  }),
  guess('a hidden copy of the wizard in front of it', 'users', {
    ids: 'real',
    copy: true,
    pickup: 'change',
    form: 'legend',
    saved: 'message',
  }),
  guess('a library that replaces built-in methods, quirks mode, tables for layout, digits for the order', 'users', {
    prototype: true,
    quirks: true,
    spelling: 'digits',
    tree: 'label first',
    grid: 'nested',
    pickup: 'change',
    form: 'break',
    dialog: 'inline',
  }),
  guess('steps hidden by visibility, other columns in the grid, columns in lower case', 'users', {
    ids: 'real',
    spelling: 'lower',
    grid: 'head in body',
    columnsOfGrid: ['Remove', 'Labels Used on Export', 'Field', 'Type', 'Sort'],
    steps: 'visibility',
    form: 'table',
    tree: 'table',
    characterSet: ['UTF-8 with BOM', 'Windows ANSI', 'UTF-8'],
  }),
  guess('a grid drawn anew again and again', 'users', { pickup: 'input', redrawEvery: 60, form: 'table' }),
];

/** Data sets of which none, or more than one, can be the file's. */
export const REFUSED: [name: string, look: Look, says: string][] = [
  ['only a data set whose name goes on', { ...USUAL, offered: 'longer name only' }, 'does not offer'],
  ['the data set twice', { ...USUAL, offered: 'twice' }, 'more than one data set'],
];
