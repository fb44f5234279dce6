import { type DataSet, LIST_NAMES, type ListName, OPTIONS, type OptionMade } from './catalog.ts';
import { locked } from './columns.ts';
import { HIDDEN, means } from './form.ts';
import { around, isPoor, type LineSpec, lineHtml, type Shape, saying } from './lines.ts';

export interface SummarySpec {
  kind: 'summary';
  dataSet: DataSet['id'];
  shape: Shape;
  lines: Record<string, LineSpec>;
  isShuffled: boolean;
  /** How the page tells which data set it is about. */
  names: 'heading' | 'text' | 'hidden-list' | 'nothing';
  decoys: ('hidden-copy' | 'same-words' | 'in-dialog' | 'notes' | 'other-lists')[];
}

/** The lines of step 3, in the page's order (screenshot of the export summary). */
export const SUMMARY_LINES = ['fileName', ...LIST_NAMES, 'includeHeaders', 'surroundInQuotes'] as const;
const WANTED_TICKS: Record<string, boolean> = { includeHeaders: true, surroundInQuotes: false };

export const isList = (name: string): name is ListName => name in OPTIONS;
export const isTick = (name: string) => name in WANTED_TICKS;
export const wantedTick = (name: string) => WANTED_TICKS[name] === true;

/** The options of a list in the page's order. */
export function optionsOf(name: ListName, { spelling, odd }: LineSpec): OptionMade[] {
  const { wanted, spellings } = OPTIONS[name];
  const all = Object.values(spellings as Record<string, readonly OptionMade[]>);
  const made = all.map((some, at) => some[(spelling + at) % some.length] as OptionMade);
  const others = made.filter(({ means: one }) => one !== wanted);
  const right = made.find(({ means: one }) => one === wanted) as OptionMade;
  switch (odd) {
    case 'without':
      return others;
    case 'doubled':
      return [...others, right, right];
    case 'contradicting':
      return [...others, { text: wanted, value: 'x', means: null }, { text: 'Z', value: wanted, means: null }];
    default:
      return spelling % 2 === 0 ? [right, ...others] : [...others, right];
  }
}

function listHtml(name: ListName, line: LineSpec, attributes: string): string {
  const options = optionsOf(name, line);
  const isRight = ({ means: one }: OptionMade) => one === OPTIONS[name].wanted;
  const chosen =
    line.start === 'right'
      ? options.findIndex(isRight)
      : options.findIndex((one) => one.means !== null && !isRight(one));
  const html = options.map((one, at) => {
    const value =
      one.value === null
        ? ''
        : ` value="${one.value.replace('\r', '&#13;').replace('\n', '&#10;').replace('\t', '&#9;')}"`;
    const off = line.odd === 'disabled' && isRight(one) ? ' disabled' : '';
    return `<option${value}${off}${at === chosen ? ' selected' : ''}>${one.text}</option>`;
  });
  // A box for another delimiter stands beside the list (screenshot), out of use.
  const beside = name === 'characterSet' ? '' : `<input type="text" disabled ${means(`beside ${name}`)} value="">`;
  return `${locked(line.lock, `<select ${attributes}>`)}${html.join('')}</select>${beside}`;
}

function controlHtml(spec: SummarySpec, dataSet: DataSet, name: string, attributes: string): string {
  const line = spec.lines[name] as LineSpec;
  if (isList(name)) return listHtml(name, line, attributes);
  if (isTick(name)) {
    const isOn = (line.start === 'right') === wantedTick(name);
    return locked(line.lock, `<input type="checkbox" ${attributes}${isOn ? ' checked' : ''}>`);
  }
  const value = line.start === 'right' ? dataSet.fileName : line.start === 'blank' ? '' : 'export-%d.csv';
  return locked(line.lock, `<input type="text" ${attributes} value="${value}">`);
}

export function summaryHtml(spec: SummarySpec, form: string, dataSet: DataSet): string {
  const names = spec.isShuffled ? [...SUMMARY_LINES].reverse() : [...SUMMARY_LINES];
  const lines = names.map((name, at) => {
    const line = spec.lines[name] as LineSpec;
    const next = names[(at + 1) % names.length] as string;
    return lineHtml(saying(name, line), line.tie, spec.shape, `${form}-${name}`, `${form}-${next}`, (attributes) =>
      controlHtml(spec, dataSet, name, `${attributes} ${means(`${form} ${name}`)}`),
    );
  });
  const told = `<p>Export From: <span>NQ - ${dataSet.query}</span></p>`;
  const hidden = `<div hidden><label>Export From</label><select ${means(`${form} hidden export from`)}><option selected>NQ - ${dataSet.query}</select></div>`;
  return `${spec.names === 'hidden-list' ? hidden : ''}<h2>Export Summary and Output Options</h2>
${spec.names === 'heading' ? `<h3>NQ - ${dataSet.query}</h3>` : spec.names === 'text' ? told : ''}
<div><label>Records to Export:</label> <input type="text" ${means(`${form} records`)} value="12"></div>${around(spec.shape, lines)}`;
}

/** What stands after the summary and is none of it. */
export function summaryDecoys(spec: SummarySpec, pick: number): string {
  const twin = (name: string, at: number) =>
    `<div><label>${saying(name, { words: 'colon' })}</label> <input type="text" ${means(`decoy ${at}`)} value="old.csv"></div>`;
  const list = (at: number) => `<select ${means(`decoy ${at}`)}><option>LF<option>CR<option>Comma<option>Tab</select>`;
  const parts: Record<SummarySpec['decoys'][number], string> = {
    'hidden-copy': `<div ${HIDDEN[pick % HIDDEN.length]}>${twin('fileName', 1)}<div><label>Line Delimiter</label>${list(2)}</div></div>`,
    'same-words': isPoor(spec.lines.fileName) ? '' : twin('fileName', 3),
    'in-dialog': `<div class="ui-dialog"><span class="ui-dialog-title">Help</span><div><label>Line Delimiter</label>${list(4)}</div></div>`,
    notes: `<div><label>Notes</label><textarea ${means('decoy 5')}>n</textarea> <input type="radio" name="r" ${means('decoy 6')} checked></div>`,
    'other-lists': `<div><label>Language</label><select ${means('decoy 7')}><option>English<option>CR</select></div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy]).join('');
}
