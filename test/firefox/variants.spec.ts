import { expect } from '@playwright/test';
import { expectTemplate } from '../e2e/expected.ts';
import { values } from '../e2e/variant-values.ts';
import { chooseFile, doGuided, FILES, openWizard, readState } from '../e2e/walk.ts';
import { VARIANTS } from '../simulator/index.ts';
import { test } from './fixtures.ts';

/** What a set-up cannot go through without a person: test/e2e/variants.spec.ts has it. */
const APART = [
  'loginExpiry=before-next',
  'sessionLength=3',
  'hostile=snap-back',
  'saveAnswer=no-permission',
  'saveAnswer=session-gone',
  'optionText=summary',
  'optionText=nq-before-summary',
];
/** In jobs of their own: a language of PowerSchool's, and one of which no word is known, from right to left. */
const APART_ALL = ['language'];
const languages = values.filter(({ title }) => ['language=es', 'language=pseudo-rtl'].includes(title));

const shared = values.filter(({ name, title }) => !APART.includes(title) && !APART_ALL.includes(name));

/** So few that the whole step has its time; far apart in the list, values concern different parts of the page. */
const JOBS = Math.max(8, ...Object.values(VARIANTS).map((variant) => variant.values.length - 1));

test('what is tested apart is about variants', () => {
  expect(values.map(({ title }) => title)).toEqual(expect.arrayContaining(APART));
  expect(languages).toHaveLength(2);
  expect(Object.keys(VARIANTS)).toEqual(expect.arrayContaining(APART_ALL));
});

const mixed = Array.from({ length: JOBS }, (_, job) => shared.filter((_, at) => at % JOBS === job));
const alone = languages.map((language) => [language]);

for (const [job, chosen] of [...mixed, ...alone].entries()) {
  const variants = Object.fromEntries(chosen.map(({ name, value }) => [name, value]));
  const file = FILES[job % FILES.length] ?? 'users';
  test(`${file}.csv where ${new URLSearchParams(variants)}`, async ({ tab, site }) => {
    await openWizard(tab, site, { reload: 'instant', ...variants });
    const walk = { page: tab, effort: { clicks: 0, typed: 0 } };
    await chooseFile(walk, file);
    await doGuided(walk, file);
    expectTemplate(await readState(tab), file);
  });
}
