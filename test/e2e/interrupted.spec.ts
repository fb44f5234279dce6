import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { districtFiles } from '../data/district-files.ts';
import { asGiven, choose, finding, saved, verdict } from './checking.ts';
import { expectTemplate } from './expected.ts';
import { backgroundOf, expect, launch, test } from './fixtures.ts';
import { holdDataSet } from './panel.ts';
import { openWizard, panelButton, panelOf, readState, saveGuided, type Walk, WIZARD } from './walk.ts';

/** The guided set-up of users.csv, interrupted in every way at every stop and between: it resumes, or says why not. */
const walkOn = (page: Page): Walk => ({ page, effort: { clicks: 0, typed: 0 } });
const says = (page: Page, words: string | RegExp) => panelOf(page).getByText(words).first();
const start = (page: Page) => panelButton(page, 'Set up users.csv').click();
const atLook = (page: Page) => panelButton(page, 'Looks right, continue').waitFor();

/** Where it is when it is interrupted. */
const MOMENTS: Record<string, (page: Page, site: string) => Promise<void>> = {
  async 'while the data set loads'(page, site) {
    await openWizard(page, site, { reload: 'instant' });
    // Let through never: the interruption comes first.
    await holdDataSet(page);
    const asked = page.waitForRequest('**/exportcolumns.action**');
    await start(page);
    // The panel says so before PowerSchool is asked; what is held back is the first request, not the one after Resume.
    await asked;
    await says(page, 'Waiting for PowerSchool to load the data set').waitFor();
  },
  async 'while the records load'(page, site) {
    await openWizard(page, site, { reload: 'instant' });
    // Answered never: the interruption comes first.
    await page.route('**/exportrecords.action**', () => undefined, { times: 1 });
    await start(page);
    await says(page, 'Pressing Next and waiting for PowerSchool').waitFor();
  },
  async 'at the records'(page, site) {
    await openWizard(page, site, { reload: 'instant' });
    await start(page);
    await atLook(page);
  },
  async 'at the dialog'(page, site) {
    await openWizard(page, site, { reload: 'instant' });
    await start(page);
    await panelButton(page, 'Looks right, continue').click();
    await says(page, 'Press Save as New in the page').waitFor();
  },
};

/** What comes in between, until the wizard is there again. */
const INTERRUPTIONS: Record<string, (page: Page, site: string) => Promise<void>> = {
  async 'a reload'(page) {
    await page.reload();
  },
  async 'the end of the session'(page, site) {
    page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
    await page.evaluate(() => fetch('/~simulator/expire', { method: 'POST' }));
    await page.goto(`${site}${WIZARD}`);
    await page.locator('#fieldUsername').fill('sam');
    await page.locator('#fieldPassword').fill('secret');
    await page.locator('#btnEnter').click();
    await page.goto(`${site}${WIZARD}`);
  },
  async 'another tab'(page, site) {
    const other = await page.context().newPage();
    await other.goto(`${site}${WIZARD}`);
    await panelButton(other, /^classes\.csv/).click();
    await panelButton(other, 'Select fields').click();
    await panelButton(other, 'Auto-label').waitFor();
    await expect(panelButton(other, 'Resume')).toHaveCount(0);
    await other.close();
    await page.reload();
  },
};

/** Every second pair: each moment and each interruption comes up, in the time that the suite has. `ALL_PAIRS=1`: all. */
const isTried = (moment: number, interruption: number) =>
  process.env.ALL_PAIRS !== undefined || (moment + interruption) % 2 === 0;

for (const [at, [moment, bring]] of Object.entries(MOMENTS).entries()) {
  for (const [by, [interruption, interrupt]] of Object.entries(INTERRUPTIONS).entries()) {
    if (!isTried(at, by)) continue;
    test(`${interruption} ${moment}`, async ({ page, site }) => {
      await bring(page, site);
      await interrupt(page, site);
      await says(page, 'The page was loaded anew.').waitFor();
      expect((await readState(page)).templates).toEqual([]);
      await panelButton(page, 'Resume').click();
      await panelButton(page, 'Looks right, continue').click();
      await saveGuided(walkOn(page), 'users');
      expectTemplate(await readState(page), 'users');
    });
  }
}

for (const moment of ['at the records', 'at the dialog']) {
  test(`Prev, a label changed by hand, and Next again ${moment}`, async ({ page, site }) => {
    await MOMENTS[moment]?.(page, site);
    if (moment === 'at the dialog') {
      await page.keyboard.press('Escape');
      await page.locator('.step:visible .prev').press('Enter');
    }
    await page.locator('.step:visible .prev').press('Enter');
    await says(page, 'You went to another step.').waitFor();
    await page.locator('#label_cb_users_email').fill('E-Mail');
    for (const step of ['2 of 3', '3 of 3']) {
      await page.locator('.step:visible .right .next').press('Enter');
      await says(page, `users.csv · step ${step}`).waitFor();
    }
    await panelButton(page, 'Resume').click();
    await says(page, 'The labels were not all right').waitFor();
    await expect(page.locator('[name=templateName]:visible')).toHaveCount(0);
    expect((await readState(page)).templates).toEqual([]);
  });
}

/** The worker finds, the page says it in Spanish, and so does what is saved for people. */
async function checkInSpanish(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await choose(page, asGiven(districtFiles(60, ['comma-in-name', 'unknown-user'])), 'Elegir archivos');
  await expect(verdict(page)).toHaveText(/^Problemas: Harán fallar la sincronización: [2-9] problemas\.$/);
  await expect(page).toHaveTitle('Se encontraron problemas - Asistente de exportación de listas escolares');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es-419');
  const comma = finding(page, 'F5').filter({ hasText: 'familyName' });
  await expect(comma).toContainText('Hay una coma de más, probablemente en familyName.');
  await expect(comma).toContainText('Qué hacer: Quite la coma en PowerSchool');
  await expect(finding(page, 'N2')).toContainText('un id de persona que nadie tiene.');
  await expect(page.getByRole('figure', { name: 'Usuarios por rol' })).toContainText('Lo más frecuente: student');
  const csv = await saved(page, 'Guardar informe como CSV');
  expect(csv.text).toContain('Hay una coma de más, probablemente en familyName.');
  const json = await saved(page, 'Guardar informe como JSON');
  expect(json.text).toContain('There is a comma too many, probably in familyName.');
  expect(json.text).not.toMatch(/phrases|coma de más/);
}

// A browser started by a test does not bring the extension back; what can be seen is what it leaves behind. In Spanish,
// so that one start of a browser shows that everything is.
test('the extension reloaded at a stop, in a Spanish browser', async ({ site }) => {
  const profile = await mkdtemp(join(tmpdir(), 'roster-e2e-'));
  const context = await launch(profile, undefined, ['--lang=es']);
  const background = await backgroundOf(context);
  const page = await context.newPage();
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, 'Configurar users.csv').click();
  await panelButton(page, 'Se ve bien, continuar').waitFor();
  await expect(says(page, 'users.csv · paso 2 de 3')).toBeVisible();
  await expect(panelOf(page).locator('aside')).toHaveAttribute('lang', 'es-419');

  const extension = `chrome-extension://${new URL(background.url()).host}`;
  const other = await context.newPage();
  await other.goto(`${extension}/popup.html`);
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Asistente de exportación de listas escolares');
  await expect(other.getByText('Ahora: users.csv, en el Data Export Manager.')).toBeVisible();
  await expect(other.locator('html')).toHaveAttribute('lang', 'es-419');
  await other.goto(`${extension}/finish.html#${site}`);
  await expect(other).toHaveTitle('Qué sigue - Asistente de exportación de listas escolares');
  await expect(other.getByText('0 de 3 plantillas están verificadas.')).toBeVisible();
  await checkInSpanish(other, `${extension}/check.html#${site}`);
  await other.close();

  await background.evaluate('void chrome.runtime.reload()').catch(() => undefined);
  await expect(says(page, 'Vuelva a cargar esta página para continuar.')).toBeVisible();
  await expect(panelButton(page, 'Se ve bien, continuar')).toHaveCount(0);
  await panelButton(page, 'Plegar el panel').click();
  await expect(panelButton(page, /Abrir el panel$/)).toBeVisible();
  expect((await readState(page)).templates).toEqual([]);
  await context.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});
