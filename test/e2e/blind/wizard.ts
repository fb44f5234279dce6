import type { Look } from './look.ts';

/** What the page would export if it were asked now, and whatever was done to it that nobody wanted. */
export interface Told {
  dataSet: string;
  labels: Record<string, string>;
  output: Record<string, string | boolean>;
  template: string;
  unwanted: string[];
}

declare global {
  interface Window {
    tell(): Told;
  }
}

/** The page's own script. It is sent to the page as text: everything it uses stands inside. */
export function runWizard(look: Look): void {
  const DATA_SETS: Record<string, { table: string; query: string; fields: string[] }> = {
    longer: { table: 'USERS', query: 'com.classtag.one_roster_users_archive', fields: ['sourcedId', 'role'] },
    enrollments: {
      table: 'CC',
      query: 'com.classtag.one_roster_enrollments',
      fields: ['classSourcedId', 'dcid', 'role', 'schoolSourcedId', 'userSourcedId'],
    },
    users: {
      table: 'USERS',
      query: 'com.classtag.one_roster_users',
      fields:
        'agentSourcedIds dcid email familyName givenName grades languages orgSourcedIds phone role sms sourcedId'.split(
          ' ',
        ),
    },
    classes: {
      table: 'SECTIONS',
      query: 'com.classtag.one_roster_classes',
      fields: ['dcid', 'grades', 'location', 'periods', 'schoolSourcedId', 'sourcedId', 'title'],
    },
  };
  const state = { step: 0, dataSet: '', open: look.fold === 'open', template: '' };
  let rows: { field: string; label: string }[] = [];
  const output = { fileName: '', line: '', field: '', characterSet: '', headers: true, quotes: false };
  const unwanted: string[] = [];
  const root = document.querySelector<HTMLElement>('#wizard') ?? document.body;
  const one = <E extends Element>(selector: string) => root.querySelector<E>(selector);
  const each = <E extends Element>(selector: string, within: ParentNode = root) =>
    Array.prototype.slice.call(within.querySelectorAll<E>(selector)) as E[];
  const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/\r/g, '&#13;');

  // --- what the plugin offers ---
  const current = () => DATA_SETS[state.dataSet] ?? { table: '', query: '', fields: [] };
  const spelled = (field: string, at: number): string => {
    if (look.spelling === 'letters') return `${String.fromCharCode(97 + at)}_${field}`;
    if (look.spelling === 'digits') return `${at < 9 ? '0' : ''}${at + 1}_${field}`;
    return look.spelling === 'lower' ? field.toLowerCase() : field;
  };
  const fieldsOf = () => current().fields.concat(look.extraColumns).map(spelled);
  const tableOf = () => (look.spelling === 'three parts' ? `${current().table}.U_CT_X` : current().table);
  const idOf = (before: string, field: string): string => {
    if (look.ids === 'none') return '';
    const { table } = current();
    const mixed = `${table.charAt(0)}${table.slice(1).toLowerCase()}_${field}`;
    return ` id="${before}${look.ids === 'mixed' ? mixed : `${table}_${field}`.toLowerCase()}"`;
  };
  const known = (id: string) => (look.ids === 'none' ? '' : ` id="${id}"`);

  // --- pieces of markup ---
  let lines = 0;
  const line = (words: string, control: string): string => {
    lines += 1;
    const cell: Record<Look['form'], string> = {
      label: `<div><label>${words}</label> ${control}</div>`,
      for: `<div><label for="line${lines}">${words}</label> ${control.replace(/^<(\w+)/, `<$1 id="line${lines}"`)}</div>`,
      dl: `<dt>${words}</dt><dd>${control}</dd>`,
      table: `<tr><td class="bold">${words}</td><td>${control}</td></tr>`,
      wrap: `<p><label>${words} ${control}</label></p>`,
      aria: `<div>${control.replace(/^<(\w+)/, `<$1 aria-label="${escaped(words)}"`)}</div>`,
      legend: `<fieldset><legend>${words}</legend>${control}</fieldset>`,
      break: `<b>${words}</b><br>${control}<br>`,
      span: `<div><span>${words}</span><span>${control}</span></div>`,
    };
    return cell[look.form];
  };
  const box = (content: string[]): string => {
    if (look.form === 'dl') return `<dl>${content.join('')}</dl>`;
    if (look.form === 'table') return `<table><tbody>${content.join('')}</tbody></table>`;
    return `<fieldset>${content.join('')}</fieldset>`;
  };
  const select = (name: string, options: string[][], chosen: string): string => {
    const option = ([value = '', text = '']: string[]) =>
      `<option value="${escaped(value)}"${text === chosen ? ' selected' : ''}>${text}</option>`;
    return `<select class="${name}">${options.map(option).join('')}</select>`;
  };
  const foreign = '<input type="text" class="foreign" value="leave me">';
  const description = `<h2 class="toggle collapsed">About</h2>
    <table class="grid"><tr><th>Column Header *</th><th>Meaning</th></tr><tr><td>sourcedId</td><td>${foreign}</td></tr></table>
    <div class="button-row"><button type="button" class="foreign">Toggle Default Columns</button></div>`;

  // --- step 1 ---
  const nameOf = (key: string): string =>
    look.dataSets === 'summary' ? `ClassTag OneRoster ${key}` : `NQ - ${DATA_SETS[key]?.query}`;
  const offeredSets = (): string[] => {
    if (look.offered === 'longer name only') return ['longer'];
    return Object.keys(DATA_SETS).concat(look.offered === 'twice' ? ['users'] : []);
  };
  const exportFrom = (): string => {
    const grouped = look.dataSets === 'grouped numbers';
    const list = offeredSets().map((key, at) => {
      const chosen = key === state.dataSet ? ' selected' : '';
      return `<option value="${grouped ? 100 + at : nameOf(key)}" data-key="${key}"${chosen}>${nameOf(key)}</option>`;
    });
    const options = grouped ? `<optgroup label="Additional Data Sets">${list.join('')}</optgroup>` : list.join('');
    return `<select class="from"><option value=""></option>${options}</select>`;
  };
  const isTicked = (field: string) => rows.some((row) => row.field === field);
  const node = (field: string): string => {
    const tick = `<input type="checkbox" data-field="${field}"${idOf('cb_', field)}${isTicked(field) ? ' checked' : ''}>`;
    const kinds: Record<Look['tree'], string> = {
      div: `<div>${tick} ${field}</div>`,
      list: `<li><label>${tick} ${field}</label></li>`,
      table: `<tr><td>${tick}</td><td>${field}</td></tr>`,
      'label first': `<div><label for="t_${field}">${field}</label>${tick.replace('<input', `<input id="t_${field}"`)}</div>`,
    };
    return kinds[look.tree];
  };
  const tree = (): string => {
    const nodes = !state.open && look.fold === 'lazy' ? '' : fieldsOf().map(node).join('');
    const unfold =
      look.fold === 'open'
        ? ''
        : `<button type="button" class="unfold"${known(`${current().table.toLowerCase()}_expandBtn`)}${state.open ? ' hidden' : ''}>+</button>`;
    const top = `${unfold}<input type="checkbox" class="table"> <b>${tableOf()}</b>`;
    const kids = `${state.open ? '' : ' hidden'}>${nodes}`;
    if (look.tree === 'list') return `<ul><li>${top}<ul${kids}</ul></li></ul>`;
    if (look.tree === 'table')
      return `<table><thead><tr><th colspan="2">${top}</th></tr></thead><tbody${kids}</tbody></table>`;
    return `<div>${top}<div${kids}</div></div>`;
  };
  const gridRow = ({ field, label }: { field: string; label: string }): string => {
    const cells: Record<string, string> = {
      Sort: '<button type="button">▲</button><button type="button">▼</button>',
      Field: `${tableOf()}.${field}`,
      'Labels Used on Export': `<input type="text" class="exported"${idOf('label_cb_', field)} value="${escaped(label)}">`,
      Remove: `<button type="button"${idOf('delete_cb_', field)}>−</button>`,
      Type: 'Text',
    };
    return `<tr>${look.columnsOfGrid.map((name) => `<td>${cells[name]}</td>`).join('')}</tr>`;
  };
  const grid = (): string => {
    const template =
      '<tr hidden><td></td><td>{{field}}</td><td><input type="text" value="{{label}}"></td><td></td></tr>';
    const body = `<tbody class="rows">${rows.map(gridRow).join('')}</tbody>`;
    const tag = look.grid === 'head in body' ? 'td' : 'th';
    const head = `<tr>${look.columnsOfGrid.map((name) => `<${tag}>${name.replace(/ /g, '\u00a0')}</${tag}>`).join('')}</tr>`;
    if (look.grid === 'fixed head')
      return `<div><table class="grid"><thead>${head}</thead></table></div><div class="scrolls"><table class="grid">${body}</table></div>`;
    if (look.grid === 'head in body') return `<table class="grid">${body.replace('>', `>${head}`)}</table>`;
    return `<table class="grid"><thead>${head}${template}</thead>${body}</table>`;
  };
  const columns = (): string => {
    if (state.dataSet === '') return '';
    const cells = `<td class="left"${known('columnListContainer')}>${tree()}</td><td class="right"${known('columnSelectionContainer')}>${grid()}</td>`;
    const layout = `<table><tr>${cells}</tr></table>`;
    return description + (look.grid === 'nested' ? `<table><tr><td>${layout}</td></tr></table>` : layout);
  };

  // --- the steps ---
  const step1 = () =>
    `${box([
      line(
        'Category',
        select(
          'category',
          [
            ['1', 'Show All'],
            ['2', 'Additional Data Sets'],
          ],
          'Show All',
        ),
      ),
      line('Export From', exportFrom()),
    ])}<div class="columns">${columns()}</div>`;
  const step2 = () =>
    `${box([line('Export File Name', foreign)])}
    <label><input type="radio" name="which" class="foreign" checked> Export Filtered Rows</label>
    <label><input type="radio" name="which" class="foreign"> Export All Rows</label>`;
  const pairs = (texts: string[]) => texts.map((text) => [text, text]);
  const tickBox = (name: string, on: boolean) => `<input type="checkbox" class="${name}"${on ? ' checked' : ''}>`;
  const step3 = () =>
    box([line('Records to Export:', '<input type="text" class="foreign" value="12" readonly>')]) +
    box([
      line('Export File Name:', `<input type="text" class="fileName" value="${output.fileName}">`),
      line('Line Delimiter:', select('line', look.line, output.line) + foreign.replace('type', 'disabled type')),
      line('Field Delimiter:', select('field', pairs(['Tab', 'Comma', 'Other']), output.field)),
      line('Character Set:', select('characterSet', pairs(look.characterSet), output.characterSet)),
    ]) +
    box([
      line('Include Column Headers:', tickBox('headers', output.headers)),
      line('Surround "field values" in Quotes:', tickBox('quotes', output.quotes)),
    ]);
  const TITLES = ['Select Columns to Export', 'Select/Edit Records from ', 'Export Summary and Output Options'];
  const footer = (at: number): string => {
    const on = at < 2 ? '<button type="button" class="next">Next<em>\u00a0</em></button>' : '';
    return `<div class="button-row">${on || '<button type="button" class="save">Save Template</button>'}</div>`;
  };
  const drawAll = (): void => {
    const panels = [step1, step2, step3].map((step, at) => {
      const shown = at === state.step;
      if (!shown && look.steps === 'alone') return '';
      const title = `${TITLES[at]}${at === 1 && state.dataSet ? nameOf(state.dataSet) : ''}`;
      return `<div class="step ${shown ? 'shown' : `off-${look.steps}`}"><h2>${title}</h2>${step()}${footer(at)}</div>`;
    });
    root.innerHTML = panels.join('');
    copyAll();
  };
  const copyAll = (): void => {
    const copy = document.querySelector('#copy');
    if (look.copy && copy) copy.innerHTML = root.innerHTML.replace(/name="which"/g, '');
  };

  // --- what the page takes over, and when ---
  const ownValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  const tracked = new WeakMap<HTMLInputElement, string>();
  /** As React does: what the page's own scripts assign is noted, and an event that brings nothing new is ignored. */
  const track = (input: HTMLInputElement): void => {
    if (tracked.has(input)) return;
    tracked.set(input, input.value);
    Object.defineProperty(input, 'value', {
      get: () => ownValue?.get?.call(input),
      set: (value: string) => {
        tracked.set(input, value);
        ownValue?.set?.call(input, value);
      },
    });
  };
  const takeLabels = (): void => {
    if (look.pickup !== 'next') return;
    for (const [at, input] of each<HTMLInputElement>('.exported').entries()) {
      const row = rows[at];
      if (row) row.label = input.value;
    }
  };
  const drawRows = (): void => {
    const body = one<HTMLTableSectionElement>('.rows');
    if (!body) return;
    if (look.pickup !== 'tracked') {
      const right = one('.right');
      if (right) right.innerHTML = grid();
      return;
    }
    const fresh = document.createElement('tbody');
    fresh.innerHTML = rows.map(gridRow).join('');
    for (const [at, row] of (Array.prototype.slice.call(fresh.rows) as HTMLTableRowElement[]).entries()) {
      const old = body.rows[at];
      if (!old) body.append(row);
      else {
        for (const [cellAt, cell] of (Array.prototype.slice.call(row.cells) as HTMLTableCellElement[]).entries()) {
          const there = old.cells[cellAt]?.querySelector<HTMLInputElement>('.exported');
          const input = cell.querySelector<HTMLInputElement>('.exported');
          if (there && input) there.value = input.value;
          else if (old.cells[cellAt]) old.cells[cellAt].textContent = cell.textContent;
        }
      }
    }
    while (body.rows.length > rows.length) body.deleteRow(-1);
    each<HTMLInputElement>('.exported').forEach(track);
  };
  const setTicked = (fields: string[], on: boolean): void => {
    takeLabels();
    for (const field of fields) {
      if (!on) rows = rows.filter((row) => row.field !== field);
      else if (!isTicked(field)) rows = rows.concat({ field, label: `${tableOf()}.${field}` });
    }
    rows.sort((a, b) => (a.field.toLowerCase() < b.field.toLowerCase() ? -1 : 1));
    drawRows();
    const left = one('.left');
    if (look.tickDrawsTree && left) left.innerHTML = tree();
  };
  const takeOutput = (): void => {
    const fileName = one<HTMLInputElement>('.fileName');
    if (!fileName) return;
    const chosen = (name: string) => one<HTMLSelectElement>(`select.${name}`)?.selectedOptions[0]?.text ?? '';
    const isOn = (name: string) => one<HTMLInputElement>(`input.${name}`)?.checked ?? false;
    output.fileName = fileName.value;
    output.line = chosen('line');
    output.field = chosen('field');
    output.characterSet = chosen('characterSet');
    output.headers = isOn('headers');
    output.quotes = isOn('quotes');
  };
  const overlay = (on: boolean): void => {
    document.querySelector('.ui-widget-overlay')?.remove();
    document.querySelector('.dialogLoading')?.remove();
    if (!on) return;
    const markup = '<div class="ui-widget-overlay"></div><div class="ui-dialog dialogLoading">Loading...</div>';
    document.body.insertAdjacentHTML('beforeend', markup);
  };
  const load = (key: string): void => {
    const done = () => {
      Object.assign(state, { dataSet: key, open: look.fold === 'open' });
      rows = [];
      overlay(false);
      const place = one('.columns');
      if (place) place.innerHTML = columns();
      if (look.ticked) setTicked(fieldsOf(), true);
      copyAll();
    };
    if (look.reload) {
      setTimeout(() => overlay(true), look.reload.overlayAfter);
      setTimeout(done, look.reload.after);
    } else done();
  };

  // --- saving ---
  const form = () =>
    `<h3>Save Export Template</h3>${box([
      line('Name', '<input type="text" class="templateName">'),
      line('Description', '<textarea></textarea>'),
    ])}<button type="button" class="as-new">Save as New</button>`;
  const openForm = (): void => {
    const dialog = document.createElement(look.dialog === 'native' ? 'dialog' : 'div');
    dialog.className = look.dialog === 'jquery' ? 'form ui-dialog' : 'form';
    dialog.innerHTML = form();
    (look.dialog === 'inline' ? root : document.body).append(dialog);
    if (dialog instanceof HTMLDialogElement) dialog.showModal();
  };
  const save = (): void => {
    state.template = document.querySelector<HTMLInputElement>('.templateName')?.value ?? '';
    document.querySelector('.form')?.remove();
    const words = `The template ${state.template} has been saved.`;
    if (look.saved === 'message') root.insertAdjacentHTML('afterbegin', `<div class="feedback-confirm">${words}</div>`);
    if (look.saved === 'dialog')
      document.body.insertAdjacentHTML('beforeend', `<div class="ui-dialog">${words}<button>OK</button></div>`);
    if (look.saved !== 'templates') return;
    sessionStorage.setItem('told', JSON.stringify(window.tell()));
    location.assign(`/admin/datamgmt/exporttemplates.html?name=${state.template}#/export-template-content`);
  };

  // --- events ---
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, input') : null;
    if (!target) return;
    const is = (selector: string) => target.matches(selector);
    const field = target.getAttribute('data-field');
    if (is('.foreign') || (!event.isTrusted && !is('.unfold, [data-field], .headers, .quotes')))
      unwanted.push(`click on ${target.outerHTML}`);
    if (is('.next')) {
      takeLabels();
      takeOutput();
      state.step += 1;
      drawAll();
    } else if (is('.save')) openForm();
    else if (is('.as-new')) {
      takeOutput();
      save();
    } else if (is('.unfold')) {
      state.open = true;
      const left = one('.left');
      if (left) left.innerHTML = tree();
    } else if (field !== null && root.contains(target) && target instanceof HTMLInputElement) {
      const { checked } = target;
      if (look.rowsAfter === 0) setTicked([field], checked);
      else setTimeout(() => setTicked([field], checked), look.rowsAfter);
    }
  });
  const onValue = (event: Event): void => {
    const { target, type } = event;
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('.foreign') || document.querySelector('#copy')?.contains(target))
      unwanted.push(`${type} at ${target.outerHTML}`);
    if (type === 'change' && target.matches('.from') && target instanceof HTMLSelectElement && root.contains(target))
      load(target.selectedOptions[0]?.getAttribute('data-key') ?? '');
    const row = rows[each<HTMLElement>('.exported').indexOf(target)];
    if (!row || !(target instanceof HTMLInputElement)) return;
    if (look.pickup === 'tracked' && type === 'input') {
      const value: string = ownValue?.get?.call(target);
      if (tracked.get(target) !== value) row.label = value;
      drawRows();
    } else if (type === look.pickup) row.label = target.value;
  };
  document.addEventListener('input', onValue, true);
  document.addEventListener('change', onValue, true);

  window.tell = () => {
    takeLabels();
    takeOutput();
    for (const input of each<HTMLInputElement>('input.foreign, #copy input', document)) {
      if (input.getAttribute('value') !== null && input.value !== input.defaultValue)
        unwanted.push(`value of ${input.outerHTML}`);
      if (input.checked !== input.defaultChecked) unwanted.push(`value of ${input.outerHTML}`);
    }
    const labels: Record<string, string> = {};
    for (const { field, label } of rows) labels[field] = label;
    return { dataSet: state.dataSet, labels, output: { ...output }, template: state.template, unwanted };
  };
  drawAll();
  if (look.redrawEvery > 0) setInterval(drawRows, look.redrawEvery);
  one('select')?.dispatchEvent(new Event('focus'));
}
