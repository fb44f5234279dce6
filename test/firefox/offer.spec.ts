import { expect } from '@playwright/test';
import { openWizard, panelButton } from '../e2e/walk.ts';
import { answerPrompt, grantedSites, Popup } from './add-on.ts';
import { test } from './fixtures.ts';

test.use({ granted: false });

test('the popup says that the site is not allowed, asks for it, and the panel stays', async ({
  tab,
  site,
  running: { firefox },
}) => {
  const { host, hostname } = new URL(site);
  await openWizard(tab, site, { reload: 'instant' });
  const refusing = await Popup.open(firefox);
  await expect.poll(() => refusing.text()).toContain(`The browser does not let this extension work on ${host} yet.`);
  await refusing.press('Always on this site');
  await answerPrompt(firefox, 'refuse');
  await expect.poll(() => refusing.text()).toContain(`The browser did not give access to ${host}.`);
  expect(await grantedSites(firefox)).toEqual([]);

  await refusing.press('Always on this site');
  await answerPrompt(firefox, 'allow');
  await expect.poll(() => refusing.text()).toContain(`${host} is allowed now.`);
  expect(await grantedSites(firefox)).toEqual([`https://${hostname}/*`]);
  await refusing.close();
  await openWizard(tab, site);
  await panelButton(tab, /^users\.csv/).waitFor();
});
