import type { Page } from '@playwright/test';
import { expectedOutput } from './expected.ts';
import { expect } from './fixtures.ts';
import {
  chooseFile,
  clickPage,
  doRecords,
  type FileId,
  pageSave,
  panelButton,
  panelOf,
  saveAsNew,
  type Walk,
} from './walk.ts';

/** What an administrator does where the extension refuses or asks: each first checks that it says so in words. */

/** Choosing the data set was refused, because nothing in Export From names it. */
export async function chooseByHand(walk: Walk, file: FileId): Promise<void> {
  const { page } = walk;
  await panelButton(page, new RegExp(`^${file}\\.csv`)).click();
  await expect(panelOf(page).getByText(`“Export From” does not offer com.classtag.one_roster_${file}`)).toBeVisible();
  const summary = `One Roster ${file.charAt(0).toUpperCase()}${file.slice(1)}`;
  const option = page.locator('[name=exportFrom] option', { hasText: summary });
  await page.locator('[name=exportFrom]').selectOption(await option.getAttribute('value'));
  // The columns tell which file it is, once they show.
  await clickPage(walk, page.locator('.expand-all'));
  await panelButton(page, 'Select fields').waitFor();
  await expect(panelOf(page).getByText(`Its columns are those of ${file}.csv.`)).toBeVisible();
  await walk.stage?.('columns', 'The data set was chosen by hand.');
}

/** Neither words nor option values tell the lists, and only their order the tick boxes: the file name alone is set. */
export async function fillTheRest(walk: Walk, file: FileId): Promise<void> {
  const { page } = walk;
  await walk.stage?.('summary', 'The panel tells which lines it did not find.');
  await panelButton(page, 'Fill export summary').click();
  await expect(panelOf(page).getByText('Set the other lines by hand')).toBeVisible();
  await expect(panelOf(page).getByRole('row', { name: 'Not found on the page' })).toHaveCount(5);
  await expect(page.locator('[name=fileName]')).toHaveValue(expectedOutput(file).fileName);
  await walk.stage?.('filled', 'What was found is right.');
  await setLists(page);
  await walk.stage?.('filled', 'The lists are set by hand.');
}

/** CR, Comma and UTF-8 by their places in the lists. */
export async function setLists(page: Page): Promise<void> {
  for (const [name, index] of Object.entries({ lineDelimiter: 0, fieldDelimiter: 1, characterSet: 3 }))
    await page.locator(`[name=${name}]`).selectOption({ index });
}

/** Nobody can know that the file before was saved: going on is asked first. */
export async function chooseAndLeave(walk: Walk, file: FileId): Promise<void> {
  const { page } = walk;
  await panelButton(page, new RegExp(`^${file}\\.csv`)).click();
  if (file !== 'users') await panelButton(page, `Go to ${file}.csv`).click();
  await panelButton(page, 'Select fields').waitFor();
  await walk.stage?.('columns', 'The data set is chosen.');
}

/** The name is filled in; which button saves, and whether it did, is not said in words that are known. */
export async function saveUnseen(walk: Walk, file: FileId): Promise<void> {
  const { page } = walk;
  await clickPage(walk, pageSave(page));
  await expect(page.locator('[name=templateName]')).toHaveValue(`classtag_${file}`);
  await walk.stage?.('save', 'The name is filled in.');
  await clickPage(walk, saveAsNew(page));
  await page.locator('[name=templateName]').waitFor({ state: 'hidden' });
}

/** The session ends at the first Next: PowerSchool shows its log-in page. The work on the page is lost, so again. */
export async function signInAgain(walk: Walk, file: FileId, columns: (walk: Walk) => Promise<void>): Promise<void> {
  const { page } = walk;
  page.once('dialog', (dialog) => dialog.accept());
  await clickPage(walk, page.locator('.step:visible .right .next'));
  await page.locator('#fieldUsername').fill('sam');
  await expect(panelOf(page)).toHaveCount(0);
  await page.locator('#fieldPassword').fill('secret');
  await page.locator('#btnEnter').click();
  await page.getByRole('link', { name: 'Exports' }).click();
  await page.getByRole('link', { name: 'Data Export Manager' }).click();
  await chooseFile(walk, file);
  await columns(walk);
  await doRecords(walk);
}
