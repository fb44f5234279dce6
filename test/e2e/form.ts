import type { Driven } from './driven.ts';

/** Every control of PowerSchool's page by a name of its own, and what it holds. */
export type Form = Record<string, string>;

/**
 * Reads all controls of the simulator's page, shown or not: the names stay the same when the page makes its nodes anew.
 * The preview's cells are left out; they come and go with the records.
 */
export function readForm(page: Driven): Promise<Form> {
  return page.evaluate(() => {
    const form: Record<string, string> = {};
    let others = 0;
    const nameOf = (control: Element): string => {
      const words = (element: Element | null | undefined) => element?.textContent?.trim() ?? '';
      const row = control.closest('.column-selection tr');
      if (row) return `label of ${words(row.querySelectorAll('td')[1])}`;
      const table = words(control.closest('.tree-node')?.querySelector('.tree-head'));
      if (control.matches('.tree-column')) return `column ${table}.${words(control.closest('label'))}`;
      if (control.matches('.tree-table')) return `table ${table}`;
      const name = control.getAttribute('name');
      if (name === null) return `other ${others++}`;
      const { name: part = '' } = (control as HTMLElement).dataset;
      return [name, part, control.matches('[type=radio]') ? control.getAttribute('value') : '']
        .filter(Boolean)
        .join(' ');
    };
    for (const control of document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select, textarea')) {
      if (control.closest('.preview')) continue;
      const chosen = control instanceof HTMLSelectElement ? control.selectedOptions[0]?.text : undefined;
      const ticked = control.matches('[type=checkbox], [type=radio]')
        ? String((control as HTMLInputElement).checked)
        : undefined;
      form[nameOf(control)] = chosen ?? ticked ?? control.value;
    }
    return form;
  });
}

/** What became of a form: controls that hold something else now, and controls that came. */
export interface FormChanges {
  changed: Form;
  came: Form;
}

export function compareForms(before: Form, after: Form): FormChanges {
  const entries = Object.entries(after);
  return {
    changed: Object.fromEntries(entries.filter(([name, value]) => name in before && before[name] !== value)),
    came: Object.fromEntries(entries.filter(([name]) => !(name in before))),
  };
}
