import { expect, test } from './fixtures.ts';
import { doTemplate, FILES, openWizard, readState, type Walk } from './walk.ts';

test('all three templates', async ({ page, site }) => {
  const walk: Walk = { page, effort: { clicks: 0, typed: 0 } };
  await openWizard(page, site);
  for (const file of FILES) await doTemplate(walk, file);
  const { templates } = await readState(page);
  expect(templates.map(({ name }) => name)).toEqual(['classtag_users', 'classtag_classes', 'classtag_enrollments']);
});
