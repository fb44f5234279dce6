import type { DataSet } from './catalog.ts';
import { locked } from './columns.ts';
import { HIDDEN, means } from './form.ts';
import { around, isPoor, type LineSpec, lineHtml, type Shape, saying } from './lines.ts';

export interface NameSpec {
  kind: 'name';
  dataSet: DataSet['id'];
  shape: Shape;
  title: 'english' | 'foreign';
  button: 'english' | 'foreign';
  name: LineSpec;
  description: LineSpec;
  decoys: ('hidden-dialog' | 'second-box' | 'other-dialog' | 'second-dialog')[];
}

const DIALOG_WORDS: Record<string, readonly [string, string]> = {
  name: ['Name', 'Nombre'],
  description: ['Description', 'Texto'],
};

export function nameDialogHtml(spec: NameSpec, form: string, dataSet: DataSet): string {
  const value = (line: LineSpec, right: string) =>
    line.start === 'right' ? right : line.start === 'blank' ? '' : 'mine';
  const name = lineHtml(
    saying('name', spec.name, DIALOG_WORDS),
    spec.name.tie,
    spec.shape,
    `${form}-name`,
    `${form}-description`,
    (attributes) =>
      locked(
        spec.name.lock,
        `<input type="text" ${attributes} ${means(`${form} templateName`)} value="${value(spec.name, dataSet.template)}">`,
      ),
  );
  const description = lineHtml(
    saying('description', spec.description, DIALOG_WORDS),
    spec.description.tie,
    spec.shape,
    `${form}-description`,
    `${form}-name`,
    (attributes) =>
      `${locked(spec.description.lock, `<textarea ${attributes} ${means(`${form} templateDescription`)}>`)}${value(spec.description, dataSet.description)}</textarea>`,
  );
  const second =
    spec.decoys.includes('second-box') && !isPoor(spec.name)
      ? `<div><label>Name</label> <input type="text" ${means('decoy second name')} value=""></div>`
      : '';
  return `<div class="ui-dialog"><div><span class="ui-dialog-title">${spec.title === 'english' ? 'Save Export Template' : 'Guardar plantilla'}</span></div>
<div class="psDialog">${around(spec.shape, [name, description])}${second}<div class="button-row"><button>${spec.button === 'english' ? 'Save as New' : 'Guardar'}</button><button>Cancel</button></div></div></div>`;
}

export function nameDecoys(spec: NameSpec, pick: number): string {
  const box = (at: string) => `<div><label>Name</label> <input type="text" ${means(`decoy ${at}`)} value=""></div>`;
  const parts: Record<NameSpec['decoys'][number], string> = {
    'hidden-dialog': `<div class="ui-dialog" ${HIDDEN[pick % HIDDEN.length]?.replace('class="hide"', 'hidden')}><span class="ui-dialog-title">Save Export Template</span>${box('hidden')}<button>Save as New</button></div>`,
    'second-box': '',
    'other-dialog': `<div class="ui-dialog"><span class="ui-dialog-title">New Filter</span>${box('other')}<button>Save</button></div>`,
    // The page's own dialog would be the odd one beside it, if its words were foreign.
    'second-dialog':
      spec.title === 'foreign' && spec.button === 'foreign'
        ? ''
        : `<div class="ui-dialog"><span class="ui-dialog-title">Save Export Template</span>${box('second')}<button>Save as New</button></div>`,
  };
  return spec.decoys.map((decoy) => parts[decoy]).join('');
}
