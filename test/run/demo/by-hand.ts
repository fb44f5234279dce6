import type { Page } from '@playwright/test';
import type { Effort } from '../../e2e/walk.ts';

/** What stands in the export summary, in order, whether the step shows or not. */
export type SummaryControls = { kind: 'text' | 'select' | 'checkbox'; value: string }[];

export async function readSummary(page: Page): Promise<SummaryControls> {
  const controls = page
    .locator('.step[data-step="2"]')
    .locator('input[type=text]:enabled, select, input[type=checkbox]');
  return controls.evaluateAll((elements) =>
    elements.map((element) => {
      if (element instanceof HTMLSelectElement) return { kind: 'select' as const, value: element.value };
      const input = element as HTMLInputElement;
      if (input.type === 'checkbox') return { kind: 'checkbox' as const, value: String(input.checked) };
      return { kind: 'text' as const, value: input.value };
    }),
  );
}

/** One template as it was saved, and what the assistant filled in the export summary. */
export interface SavedWork {
  name: string;
  columns: { name: string; label: string }[];
  before: SummaryControls;
  after: SummaryControls;
}

/** A list is opened, then an option is clicked. */
const SELECT = 2;
/** Next, Next, Save Template, Save as New. */
const BUTTONS = 4;

/**
 * What ClassTag's guide asks of an administrator for the same templates: every field ticked, every label clicked,
 * selected and typed anew, every option set that is not right from the start, and each template named.
 */
export function effortByHand(templates: SavedWork[]): Effort {
  const total: Effort = { clicks: 0, typed: 0 };
  for (const [index, { name, columns, before, after }] of templates.entries()) {
    const relabeled = columns.filter((column) => column.label !== column.name);
    const changed = after.filter(({ value }, at) => before[at]?.value !== value);
    // Category and Export From; from the second template on, the tab Export first.
    total.clicks += 2 * SELECT + (index > 0 ? 1 : 0);
    total.clicks += columns.length + relabeled.length + BUTTONS;
    total.clicks += changed.reduce((sum, { kind }) => sum + (kind === 'select' ? SELECT : 1), 0);
    // Ctrl+A, then the label. The dialog puts the cursor into the name.
    total.typed += relabeled.reduce((sum, { label }) => sum + 1 + label.length, 0) + name.length;
    total.typed += changed.reduce((sum, { kind, value }) => sum + (kind === 'text' ? value.length : 0), 0);
  }
  return total;
}
