import type { Locator, Page, Route } from '@playwright/test';
import { chooseFile, type FileId, openWizard, panelButton, panelOf, type Walk } from './walk.ts';

/** Steps that more than one test takes. */

/** Step 1 with a file's data set chosen. */
export async function openFile(
  page: Page,
  site: string,
  file: FileId = 'users',
  variants: Record<string, string> = {},
): Promise<Walk> {
  const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
  await openWizard(page, site, { reload: 'instant', ...variants });
  await chooseFile(walk, file);
  // The panel offers "Select fields" before the data set's tree has come; it then waits for it.
  await page.locator('.tree-table').first().waitFor({ state: 'attached' });
  return walk;
}

/** Step 1 with a file's fields chosen, all labels as PowerSchool gives them. */
export async function openTicked(
  page: Page,
  site: string,
  file: FileId = 'users',
  variants: Record<string, string> = {},
): Promise<Walk> {
  const walk = await openFile(page, site, file, variants);
  await selectFields(page);
  return walk;
}

/** Holds back the columns of the next data set that is chosen, as a slow PowerSchool does, until it is let through. */
export async function holdDataSet(page: Page): Promise<() => void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const answer = async (route: Route) => {
    await held;
    await route.continue();
  };
  await page.route('**/exportcolumns.action**', answer, { times: 1 });
  return letThrough;
}

export async function selectFields(page: Page): Promise<void> {
  await panelButton(page, 'Select fields').click();
  await panelButton(page, 'Select fields').waitFor({ state: 'hidden' });
}

/** Auto-label with its preview confirmed. */
export async function autoLabel(page: Page): Promise<void> {
  await panelButton(page, 'Auto-label').click();
  await panelButton(page, /^Change \d+ labels?$/).click();
  await panelOf(page).getByRole('heading', { name: 'Auto-label', exact: true }).waitFor();
}

/** The box of a field in the page's grid. */
export function labelBox(page: Page, field: string): Locator {
  return page.locator('.column-selection tr', { has: page.getByText(field, { exact: true }) }).locator('input');
}

/** A field's checkbox in the page's tree. */
export function treeBox(page: Page, field: string): Locator {
  return page.locator('.tree-row').getByLabel(field, { exact: true });
}

export async function choose(page: Page, setting: string, chosen = true): Promise<void> {
  const box = panelOf(page).getByLabel(setting, { exact: true });
  if (!(await box.isVisible())) await panelOf(page).getByText('Settings', { exact: true }).click();
  await box.setChecked(chosen);
}
