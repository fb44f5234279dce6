import type { Case, Deed, PageSpec } from './arbitraries.ts';
import { DATA_SETS, type DataSet, dataSetOf } from './catalog.ts';
import type { Clock } from './clock.ts';
import { gridHtml, gridRows, labelMeaning, type Row, rowHtml, rowsOf, treeHtml } from './columns.ts';
import { type Control, Form, type Held, heldIn, means } from './form.ts';
import { pageHtml, sheetHtml } from './pages.ts';

const MARK = 'data-means';
const CONTROLS = 'input, select, textarea';

/** The page: its controls, and its own scripts, which do what the case says. */
export class World {
  readonly form: Form;
  readonly #document: Document;
  readonly #clock: Clock;
  readonly #case: Case;
  /** Everything as it was at first, by meaning. */
  readonly first: Map<string, Held>;
  readonly #done = new Set<Deed>();
  readonly #stop = new AbortController();
  /** Step 1: the rows of the grid as they stand now. */
  rows: Row[] = [];
  /** Which form stands there: `f0`, or another data set's. */
  formName = 'f0';
  #writes = 0;

  constructor(document: Document, clock: Clock, made: Case) {
    this.#document = document;
    this.#clock = clock;
    this.#case = made;
    if (made.page.kind === 'columns') this.rows = gridRows(made.page, rowsOf(made.page));
    document.body.innerHTML = pageHtml(made.page, made.pick);
    this.form = new Form(document);
    this.first = new Map(this.form.picture());
    for (const kind of ['input', 'change', 'blur'] as const) {
      document.addEventListener(kind, (event) => this.#hear(kind, event.target as Control), {
        capture: true,
        signal: this.#stop.signal,
      });
    }
  }

  close(): void {
    this.#stop.abort();
  }

  /** What happens after the page was read and the plan was made. */
  planned(meanings: readonly string[]): void {
    for (const deed of this.#case.deeds) {
      const meaning = meanings[deed.spot % Math.max(meanings.length, 1)];
      if (deed.when === 'planned') this.#do(deed, meaning === undefined ? null : this.form.control(meaning));
    }
  }

  #hear(kind: 'input' | 'change' | 'blur', control: Control): void {
    this.form.sync();
    if (kind === 'input') this.#writes += 1;
    if (kind === 'change') this.#react(control);
    for (const deed of this.#case.deeds) {
      if (this.#done.has(deed) || deed.nth !== this.#writes) continue;
      const spotted = this.#spot(deed, control);
      if (deed.when === kind) {
        this.#do(deed, spotted);
        if (deed.what === 'throw') throw new Error('The page has a fault of its own.');
      }
      if (kind !== 'change') continue;
      if (deed.when === 'microtask') queueMicrotask(() => this.#do(deed, spotted));
      else if (deed.when === 'timer') this.#clock.in(deed.after, () => this.#do(deed, spotted));
    }
  }

  #spot({ spot }: Deed, control: Control): Control | null {
    if (spot === 0) return control;
    const others = this.form.picture().flatMap(([meaning]) => (/^f0 (label|tick|\w+$)/.test(meaning) ? [meaning] : []));
    const other = others[(spot * 2) % Math.max(others.length, 1)];
    return other === undefined ? null : this.form.control(other);
  }

  /** PowerSchool's own script: a ticked column has a row in the grid, at once (reference 0.2). */
  #react(control: Control): void {
    const { page } = this.#case;
    const meaning = this.form.meaningOf(control) ?? '';
    const key = / tick (.*)$/.exec(meaning)?.[1];
    if (page.kind !== 'columns' || key === undefined) return;
    const row = rowsOf(page).find((one) => one.key === key);
    if (!row) return;
    this.form.byPage(() => {
      const isOn = (control as HTMLInputElement).checked;
      const body = this.#document.querySelector('[data-host] [data-rows]');
      if (isOn && !this.rows.some((one) => one.key === key)) {
        this.rows = [...this.rows, row];
        body?.insertAdjacentHTML('beforeend', rowHtml(page, this.formName, row, rowsOf(page), row.field));
      } else if (!isOn) {
        this.rows = this.rows.filter((one) => one.key !== key);
        this.form.control(labelMeaning(this.formName, key))?.closest('tr')?.remove();
      }
    });
  }

  #do(deed: Deed, control: Control | null): void {
    if (this.#done.has(deed)) return;
    this.#done.add(deed);
    this.form.byPage(() => this.#act(deed, control?.isConnected ? control : null));
  }

  #act(deed: Deed, control: Control | null): void {
    const host = this.#document.querySelector('[data-host]');
    switch (deed.what) {
      case 'throw':
        return;
      case 'rebuild-keep':
      case 'rebuild-old':
        this.#rebuild(deed.what === 'rebuild-keep');
        return;
      case 'reverse':
        for (const list of host?.querySelectorAll('[data-rows], [data-lines]') ?? [])
          list.append(...[...list.children].reverse());
        return;
      case 'remove':
        host?.querySelector('[data-grid], [data-lines]')?.replaceChildren();
        return;
      case 'hidden-decoy':
      case 'decoy':
        this.#insertDecoy(deed.what === 'hidden-decoy');
        return;
      case 'exchange':
        this.#exchange();
        return;
      default:
        if (control) this.#actOn(deed, control);
    }
  }

  #actOn({ what }: Deed, control: Control): void {
    const meaning = this.form.meaningOf(control) ?? '';
    switch (what) {
      case 'replace-keep':
      case 'replace-old': {
        const copy = control.cloneNode(true) as Control;
        copy.setAttribute(MARK, meaning);
        put(copy, what === 'replace-keep' ? heldIn(control) : (this.first.get(meaning) ?? heldIn(control)));
        control.replaceWith(copy);
        return;
      }
      case 'put-back':
        put(control, this.first.get(meaning) ?? heldIn(control));
        return;
      case 'alter':
      case 'type': {
        const now = heldIn(control);
        if (control.localName === 'select')
          (control as HTMLSelectElement).selectedIndex = (control as HTMLSelectElement).options.length - 1;
        else put(control, typeof now === 'boolean' ? !now : what === 'type' ? 'Typed' : `${now.toUpperCase()} `);
        return;
      }
      case 'relabel':
        this.#relabel(control);
        return;
      case 'trade':
        this.#trade(control);
        return;
      case 'duplicate':
        this.#duplicate(control, meaning);
        return;
      case 'disable':
        control.disabled = true;
        return;
      case 'readonly':
        if ('readOnly' in control) control.readOnly = true;
        return;
      case 'hide':
        // One of two that is hidden leaves the other as the only one, and that is then meant.
        if (!meaning.startsWith('one of two')) control.style.display = 'none';
    }
  }

  #rebuild(keep: boolean): void {
    const { page } = this.#case;
    const now = new Map(this.form.picture());
    const value = (meaning: string) => (keep ? now.get(meaning) : this.first.get(meaning)) ?? now.get(meaning);
    const host = this.#document.querySelector(page.kind === 'columns' ? '[data-grid]' : '[data-host]');
    if (!host || this.formName !== 'f0') return;
    if (page.kind !== 'columns') host.innerHTML = sheetHtml(page, 'f0', dataSetOf(page.dataSet));
    else {
      const label = (row: Row) => String(value(labelMeaning('f0', row.key)) ?? row.field);
      host.innerHTML = gridHtml(page, 'f0', this.rows, label);
      const tree = this.#document.querySelector('[data-tree]');
      if (tree) tree.innerHTML = treeHtml(page, 'f0', rowsOf(page));
    }
    for (const control of this.#document.querySelectorAll<Control>(`[${MARK}]`)) {
      const meaning = control.getAttribute(MARK) ?? '';
      const held = value(meaning);
      // A tick and its row go together: the page never forgets a tick while it keeps the row.
      if (held !== undefined) put(control, meaning.includes(' tick ') ? (now.get(meaning) ?? held) : held);
    }
  }

  #insertDecoy(hidden: boolean): void {
    const field = this.rows[0]?.field ?? 'USERS.email';
    const box = `<input type="text" ${means(`late decoy ${hidden}`)} value="${field}">`;
    const html =
      this.#case.page.kind === 'columns'
        ? `<table class="grid"><tr><th>Sort</th><th>Field</th><th>Labels Used on Export</th><th>Remove</th></tr><tr><td></td><td>${field}</td><td>${box}</td><td></td></tr></table>`
        : `<div><label>Export File Name</label> ${box}</div>`;
    this.#document.body.insertAdjacentHTML('afterbegin', `<div${hidden ? ' hidden' : ''}>${html}</div>`);
  }

  /** The page shows another data set's form: from another tab, by a late answer, by a script. */
  #exchange(): void {
    const { page } = this.#case;
    const host = this.#document.querySelector('[data-host]');
    const at = DATA_SETS.findIndex(({ id }) => id === page.dataSet);
    const other = DATA_SETS[(at + 1) % DATA_SETS.length] as DataSet;
    // Where nothing tells the data set, another one's page is the same page, made anew.
    if (page.kind === 'summary' && page.names === 'nothing') {
      this.#rebuild(false);
      return;
    }
    if (!host) return;
    this.formName = 'f1';
    host.innerHTML = sheetHtml(otherPage(page, other), 'f1', other);
    const heading = this.#document.querySelector('#behind h3');
    if (heading) heading.textContent = `NQ - ${other.query}`;
  }

  /** The words beside a control are others from now on, and so is what the control means. */
  #relabel(control: Control): void {
    const row = control.closest('[data-row]');
    const [label, ...more] = control.labels ?? [];
    const words = row ? row.querySelectorAll('td')[1] : more.length === 0 ? label : null;
    // Days without known words are told by their place.
    const { page } = this.#case;
    if (!words || (page.kind === 'schedule' && page.dayTie === 'foreign')) return;
    const text = [...words.childNodes].find((node) => node.nodeType === 3);
    if (!text) return;
    text.textContent = row ? 'USERS.somethingElse' : ' Something else ';
    // A list is told by what it offers, whatever it is called.
    if (control.localName !== 'select') this.form.remean(control, `relabeled ${this.form.meaningOf(control)}`);
  }

  /** Two rows change places by their texts and values; the nodes stay. */
  #trade(control: Control): void {
    const rows = [...this.#document.querySelectorAll<HTMLTableRowElement>('[data-host] [data-row]')];
    const at = rows.findIndex((row) => row.contains(control));
    const [one, other] = [rows[at], rows[at + 1] ?? rows[0]];
    const [first, second] = [one, other].map((row) => row?.querySelector<HTMLInputElement>('input'));
    const [left, right] = [one?.cells[1], other?.cells[1]];
    if (!one || !other || one === other || !first || !second || !left || !right || first.id !== '' || second.id !== '')
      return;
    [left.textContent, right.textContent] = [right.textContent, left.textContent];
    [first.value, second.value] = [second.value, first.value];
    const meanings = [first, second].map((box) => this.form.meaningOf(box) ?? '');
    this.form.remean(first, meanings[1] ?? '');
    this.form.remean(second, meanings[0] ?? '');
  }

  /** Two of it: nobody can tell any more which is meant. */
  #duplicate(control: Control, meaning: string): void {
    const lists = '[data-rows], [data-lines], ul, [data-tree] > div';
    let part: Element = control;
    while (part.parentElement && !part.parentElement.matches(lists)) part = part.parentElement;
    if (!part.parentElement) return;
    const inside = (root: Element) => [root, ...root.querySelectorAll('*')].filter((one) => one.matches(CONTROLS));
    const copy = part.cloneNode(true) as Element;
    for (const [at, one] of inside(copy).entries()) one.setAttribute(MARK, `copy ${at} of ${meaning}`);
    for (const one of inside(part)) this.form.remean(one, `one of two ${this.form.meaningOf(one)}`);
    part.after(copy);
  }
}

/** The same page about another data set: its fields are still those of the first one's table. */
function otherPage(page: PageSpec, { id }: DataSet): PageSpec {
  return page.kind === 'columns' ? { ...page, decoys: [] } : { ...page, dataSet: id };
}

/** Puts into a control what another one of its kind holds. */
function put(control: Control, held: Held): void {
  if (control.localName === 'select') (control as HTMLSelectElement).selectedIndex = Number.parseInt(String(held), 10);
  else if (typeof held === 'boolean') (control as HTMLInputElement).checked = held;
  else control.value = held;
}
