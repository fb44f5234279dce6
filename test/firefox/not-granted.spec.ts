import { expect } from '@playwright/test';
import { openWizard, panelButton } from '../e2e/walk.ts';
import { grantedSites, Popup } from './add-on.ts';
import { test } from './fixtures.ts';

test.use({ granted: false });

test('x', async ({ tab, site, running: { firefox } }) => {
  expect(await grantedSites(firefox)).toEqual([]);
  await openWizard(tab, site);
  console.log('panel', await tab.evaluate(() => !!document.querySelector('roster-export-assistant')));
  const popup = await Popup.open(firefox);
  console.log(await popup.text());
  await panelButton(tab, /^users\.csv/).waitFor();
  await panelButton(tab, 'Set up users.csv').waitFor();
  await popup.close();
  await panelButton(tab, /^users\.csv/).click();
  await panelButton(tab, 'Select fields').waitFor();
  await openWizard(tab, site);
  await new Promise((r) => setTimeout(r, 2000));
  console.log('panel', await tab.evaluate(() => !!document.querySelector('roster-export-assistant')));
});
