import { expect } from '@playwright/test';
import { chooseFile, openWizard, panelButton, panelOf } from '../e2e/walk.ts';
import { grantedSites, Popup } from './add-on.ts';
import { test } from './fixtures.ts';
import type { FirefoxPage } from './page.ts';

test.use({ granted: false });

/** The page as it is once it has nothing left to do: a panel that is still to come would be there. */
async function hasPanel(tab: FirefoxPage): Promise<boolean> {
  return tab.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        const look = () =>
          requestIdleCallback(() => resolve(document.querySelector('roster-export-assistant') !== null));
        if (document.readyState === 'complete') look();
        else addEventListener('load', look);
      }),
  );
}

test('without leave for the site there is no panel until the popup is opened, and then until the next page', async ({
  tab,
  site,
  running: { firefox },
}) => {
  expect(await grantedSites(firefox)).toEqual([]);
  await openWizard(tab, site, { reload: 'instant' });
  expect(await hasPanel(tab)).toBe(false);
  // A click on the toolbar button is leave for this tab: Firefox runs what the manifest names for the page.
  const popup = await Popup.open(firefox);
  expect(await popup.text()).toContain(`This PowerSchool site: ${new URL(site).host}`);
  await popup.close();
  await chooseFile({ page: tab, effort: { clicks: 0, typed: 0 } }, 'users');
  // The second script, too.
  await panelButton(tab, 'Set up users.csv').click();
  await panelOf(tab).getByText('Setting up users.csv').first().waitFor();
  // So it would be seen below, were it there.
  expect(await hasPanel(tab)).toBe(true);
  expect(await grantedSites(firefox)).toEqual([]);
  await openWizard(tab, site);
  expect(await hasPanel(tab)).toBe(false);
});

test('the check page and the popup work without any leave', async ({ tab, running: { firefox } }) => {
  const popup = await Popup.open(firefox);
  expect(await popup.text()).toContain('No PowerSchool site yet');
  await popup.press('Check exported files');
  const page = await firefox.tabWith(/\/check\.html/);
  await page.locator('main').getByText('Drop the exported files here').waitFor();
  await page.close();
  expect(await hasPanel(tab)).toBe(false);
});
