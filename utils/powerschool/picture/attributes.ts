import { isTag } from '../dom.ts';
import { knownValues } from './known.ts';
import type { Redactor } from './redact.ts';

/** More classes of one element are not told. */
const CLASSES = 12;

/** Makes the attributes of a picture's elements; anything that is not named here does not come out. */
export type Attributes = (element: Element) => [name: string, value: string][];

/**
 * @param redactor what may be said.
 * @returns for one picture: ids stay different from each other, and what refers to an id still does.
 */
export function createAttributes(redactor: Redactor): Attributes {
  const idOf = distinct(redactor);
  const ids = (value: string) => value.split(/\s+/).filter(Boolean).slice(0, CLASSES).map(idOf).join(' ');
  return (element) => {
    const found: [string, string][] = [];
    const add = (name: string, make: (value: string) => string | null) => {
      const value = element.getAttribute(name);
      const made = value === null ? null : make(value);
      if (made !== null) found.push([name, made]);
    };
    for (const name of ['id', 'name']) add(name, (value) => (value === '' ? null : idOf(value)));
    add('class', (value) => classes(value, redactor));
    add('type', (value) => oneOf(knownValues.type, value));
    add('role', (value) => oneOf(knownValues.role, value));
    for (const name of REFERENCES) add(name, ids);
    for (const name of TEXTS) add(name, (value) => redactor.text(value));
    for (const name of FLAGS) add(name, () => '');
    for (const name of STATES) add(name, (value) => (value === '' ? '' : oneOf(knownValues.state, value)));
    for (const name of NUMBERS) add(name, (value) => (/^[1-9]\d?$/.test(value) ? value : null));
    add('scope', (value) => oneOf(knownValues.scope, value));
    for (const name of ['lang', 'dir']) add(name, (value) => language(value));
    if (hasTextForValue(element)) add('value', redactor.value);
    return found;
  };
}

const REFERENCES = ['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns'];
const TEXTS = ['aria-label', 'placeholder', 'label'];
const FLAGS = ['disabled', 'readonly', 'multiple', 'contenteditable', 'open', 'onclick'];
const STATES = ['aria-disabled', 'aria-expanded', 'aria-selected', 'aria-current', 'aria-hidden', 'aria-modal'];
const NUMBERS = ['colspan', 'rowspan', 'aria-level'];

/** What a button says and what an option stands for; never what a person typed. */
function hasTextForValue(element: Element): boolean {
  if (isTag(element, 'option')) return true;
  return isTag(element, 'input') && ['button', 'submit', 'reset', 'radio', 'checkbox'].includes(element.type);
}

function classes(value: string, redactor: Redactor): string | null {
  const names = value.split(/\s+/).filter(Boolean).slice(0, CLASSES);
  return names.length === 0 ? null : names.map(redactor.parts).join(' ');
}

function oneOf(list: ReadonlySet<string>, value: string): string | null {
  const word = value.trim().toLowerCase();
  return list.has(word) ? word : null;
}

/** `es-MX`; null for anything else. */
function language(value: string): string | null {
  const parts = value.toLowerCase().split('-');
  return parts.length < 3 && parts.every((part) => knownValues.lang.has(part)) ? parts.join('-') : null;
}

/** Different ids with one shape get a number, in the page's order. */
function distinct(redactor: Redactor): (id: string) => string {
  const known = new Map<string, string>();
  const taken = new Map<string, number>();
  return (id) => {
    const before = known.get(id);
    if (before !== undefined) return before;
    const shape = redactor.parts(id);
    const times = (taken.get(shape) ?? 0) + 1;
    taken.set(shape, times);
    const made = times === 1 ? shape : `${shape}~${times}`;
    known.set(id, made);
    return made;
  };
}
