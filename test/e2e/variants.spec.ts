import type { Page } from '@playwright/test';
import { chooseAndLeave, chooseByHand, fillTheRest, saveUnseen, signInAgain } from './by-hand.ts';
import { expectExport, expectTemplate } from './expected.ts';
import { expect, test } from './fixtures.ts';
import { readForm } from './form.ts';
import { values } from './variant-values.ts';
import {
  chooseFile,
  doColumns,
  doGuided,
  FILES,
  type FileId,
  openWizard,
  panelButton,
  panelOf,
  readState,
  WIZARD,
} from './walk.ts';
import { type Detours, doWatched, watchedWalk } from './whole-job.ts';

/** With these a page in words that nobody knows leaves something to the administrator. */
const TOO_LITTLE = ['optionValues=numeric', 'quotesInText=none', 'saveEnds=silent'];

/**
 * Where the extension does not do the whole job, and why it cannot know. Each detour expects the refusal in words, so
 * one refusal less fails as well as one more.
 */
const REFUSALS: Record<string, { why: string; detours: Detours }> = {
  'optionText=summary': {
    why: 'nothing in Export From names the query or ClassTag',
    detours: { choose: chooseByHand },
  },
  'optionText=nq-before-summary': { why: 'the same, with NQ in front', detours: { choose: chooseByHand } },
};
REFUSALS[['language=pseudo', ...TOO_LITTLE].join(', ')] = {
  why: 'no word is understood, option values and tick boxes tell nothing, and nobody says that it is saved',
  detours: { choose: chooseAndLeave, summary: fillTheRest, save: saveUnseen },
};

/** Tests of their own: sessions that end (below), a page that takes values back (hostile.spec.ts), and savings that
 * are refused (saving.spec.ts). */
const APART = [
  'loginExpiry=before-next',
  'sessionLength=3',
  'hostile=snap-back',
  'saveAnswer=no-permission',
  'saveAnswer=session-gone',
];

/** Variants that could hinder one another. */
const TOGETHER: Record<string, string>[] = [
  { ids: 'absent', formRows: 'table', labelFor: 'untied', steps: 'server', stepButtons: 'a' },
  { ids: 'absent', treeRendering: 'on-expand', expandAll: 'absent', gridTables: 'per-table', description: 'foreign' },
  { ids: 'absent', tableGroups: 'several', treeStart: 'expanded', rowOrder: 'alphabetical', stepsInDom: 'one' },
  { labelPickup: 'input-angular', steps: 'accordion', prevState: 'rebuilt', stepButtons: 'input', colons: 'off' },
  { shell: 'enhanced', direction: 'rtl', address: 'hash', nbspButtons: 'off', dialog: 'inline', saveEnds: 'silent' },
  {
    ids: 'prefixed',
    optionText: 'nq-no-hyphen',
    exportFromGroups: 'optgroup',
    categoryText: 'no-select',
    formRows: 'dl',
  },
  { exportFromValues: 'name', optionText: 'summary', categoryFilter: 'ajax', reload: 'late-overlay', labelFor: 'aria' },
  {
    optionValues: 'escape',
    lineDelimiterTexts: 'CR LF',
    fieldDelimiterTexts: ',',
    charsetTexts: 'UTF8',
    labelFor: 'tied',
  },
  {
    outputDefaults: 'other',
    fileNameDefault: 'data-set',
    quotesInText: 'curly',
    labelFor: 'wrapping',
    formRows: 'row-class',
  },
  { hostile: 'redraw', labelPickup: 'blur', ids: 'upper', reload: 'late-overlay', tableGroups: 'several' },
  { hostile: 'replace', labelPickup: 'change', gridTables: 'per-table', ids: 'mixed-case-field' },
];

const VALUES_IN_JOB = 8;

const titlesOf = (variants: Record<string, string>) =>
  Object.entries(variants).map(([name, value]) => `${name}=${value}`);

const variantsOf = (titles: string): Record<string, string> =>
  Object.fromEntries(titles.split(', ').map((title) => title.split('=')));

/**
 * Values that share a whole job, so that every one is in some job within the time that the suite has. Far apart in the
 * list they concern different parts of the page. `ALONE=1` gives each a job of its own, to tell which one fails.
 */
function packed(): Record<string, string>[] {
  const shared = values.filter(
    ({ name, title }) => ![...APART, ...Object.keys(REFUSALS)].includes(title) && name !== 'language',
  );
  const jobs = process.env.ALONE ? shared.length : Math.ceil(shared.length / VALUES_IN_JOB);
  return Array.from({ length: jobs }, (_, job) =>
    Object.fromEntries(shared.filter((_value, at) => at % jobs === job).map(({ name, value }) => [name, value])),
  );
}

const LANGUAGES = ['en', 'pseudo', 'es', 'pseudo-rtl', 'fr'];

/** A language beside the job's other values: so each language meets many of them, and no job is added. */
function withLanguage(variants: Record<string, string>, job: number): Record<string, string> {
  const language = LANGUAGES[job % LANGUAGES.length] ?? 'en';
  const isTold = !titlesOf(variants).some((title) => [...TOO_LITTLE, 'saveEnds=my-templates'].includes(title));
  return { ...variants, language: isTold || !language.startsWith('pseudo') ? language : 'es' };
}

const JOBS = [...packed(), ...TOGETHER].map(withLanguage);

test('every declared refusal is about a variant', () => {
  const titles = values.map(({ title }) => title);
  const declared = Object.keys(REFUSALS).flatMap((refusal) => refusal.split(', '));
  expect(titles).toEqual(expect.arrayContaining([...declared, ...APART]));
});

test('every value of every variant is in a job', () => {
  const refused = Object.keys(REFUSALS).filter((title) => !title.includes(', '));
  const tried = new Set([...JOBS.flatMap(titlesOf), ...refused, ...APART, 'language=en']);
  expect([...tried].filter((title) => values.some((value) => value.title === title)).sort()).toEqual(
    values.map(({ title }) => title).sort(),
  );
});

/** Some files step by step, with every control watched and the file exported; others guided. */
async function wholeJob(
  page: Page,
  site: string,
  variants: Record<string, string>,
  detours: Detours,
  byHand: readonly FileId[],
  guided: readonly FileId[] = [],
): Promise<void> {
  await openWizard(page, site, { reload: 'instant', ...variants });
  await panelOf(page).getByText('users.csv').first().waitFor();
  const walk = watchedWalk(page, await readForm(page));
  const leavesThePage = variants.fileDelivery === 'report-queue';
  for (const file of FILES) {
    if (byHand.includes(file)) {
      await doWatched(walk, file, { detours, exportAfterSaving: leavesThePage });
      if (leavesThePage) {
        await page.waitForURL('**/reportqueue/**');
        await page.goto(`${site}${WIZARD}`);
      }
    } else if (guided.includes(file)) await doGuided({ page, effort: walk.effort }, file);
  }
  const state = await readState(page);
  const rowEnd = variants.crByte === '0A' ? '\n' : '\r';
  for (const file of [...byHand, ...guided]) {
    expectTemplate(state, file);
    if (byHand.includes(file)) expectExport(state, file, { rowEnd, byteOrderMark: variants.byteOrderMark === 'yes' });
  }
}

for (const [title, { detours }] of Object.entries(REFUSALS)) {
  test(title, async ({ page, site }) => {
    await wholeJob(page, site, variantsOf(title), detours, ['users']);
  });
}

/**
 * A file by hand, and where many variants are packed another one guided, for the time that the suite has; the others
 * differ from them in their columns alone, and job.spec.ts sets up all three. `ALL_FILES=1` does all three here. The
 * set-up offers the files in their order.
 */
for (const [job, variants] of JOBS.entries()) {
  const byHand = FILES[job % FILES.length] ?? 'users';
  const others = FILES.filter((file) => file !== byHand);
  const isPacked = job < JOBS.length - TOGETHER.length;
  const guided = process.env.ALL_FILES ? others : others.slice(0, isPacked ? 1 : 0);
  test(titlesOf(variants).join(', '), async ({ page, site }) => {
    await wholeJob(page, site, variants, {}, [byHand], guided);
  });
}

test('sessionLength=3', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', sessionLength: '3' });
  await chooseFile({ page, effort: { clicks: 0, typed: 0 } }, 'users');
  await page.locator('.signedout').waitFor();
  await expect(panelOf(page).getByText('Sign in again and open the Data Export Manager.')).toBeVisible();
  await expect(panelButton(page, 'Select fields')).toHaveCount(0);
});

test('loginExpiry=before-next', async ({ page, site }) => {
  await openWizard(page, site, { reload: 'instant', loginExpiry: 'before-next' });
  await panelOf(page).getByText('users.csv').first().waitFor();
  const walk = watchedWalk(page, await readForm(page));
  const records: Detours['records'] = (walking, file) => signInAgain(walking, file, doColumns);
  await doWatched(walk, 'users', { detours: { records } });
  await doWatched(walk, 'classes');
  const state = await readState(page);
  for (const file of ['users', 'classes'] as const) expectTemplate(state, file);
});
