import { expect } from '@playwright/test';
import { openWizard, panelButton, panelOf } from '../e2e/walk.ts';
import { answerPrompt, closePopup, grantedSites, Popup } from './add-on.ts';
import { test } from './fixtures.ts';

test.use({ granted: false });

test('the popup says that the site is not allowed, asks for it, and the panel stays', async ({
  tab,
  site,
  running: { firefox },
}) => {
  const { host, hostname } = new URL(site);
  await openWizard(tab, site, { reload: 'instant' });
  // Firefox may close the popup when its own question comes up, so each time it is opened anew.
  const ask = async (): Promise<void> => {
    const popup = await Popup.open(firefox);
    await expect.poll(() => popup.text()).toContain(`The browser does not let this extension work on ${host} yet.`);
    await popup.press('Always on this site');
  };
  await ask();
  await answerPrompt(firefox, 'refuse');
  await closePopup(firefox);
  expect(await grantedSites(firefox)).toEqual([]);

  await ask();
  await answerPrompt(firefox, 'allow');
  await expect.poll(() => grantedSites(firefox)).toEqual([`https://${hostname}/*`]);
  await closePopup(firefox);
  await openWizard(tab, site);
  await panelButton(tab, /^users\.csv/).waitFor();
});

test('on a district’s own domain: once, then always', async ({ tab, running: { firefox, simulator } }) => {
  const site = `https://sis.example.org:${simulator.port}`;
  await openWizard(tab, site, { reload: 'instant' });
  const once = await Popup.open(firefox);
  await expect.poll(() => once.text()).toContain('This looks like PowerSchool’s Data Export Manager');
  await once.press('Once');
  await expect.poll(() => once.isOpen()).toBe(false);
  await panelButton(tab, 'Set up users.csv').waitFor();

  await openWizard(tab, site);
  const always = await Popup.open(firefox);
  await expect.poll(() => always.text()).toContain('Once');
  await always.press('Always on this site');
  await answerPrompt(firefox, 'allow');
  // At once, and after the next load.
  await panelButton(tab, /^users\.csv/).waitFor();
  await openWizard(tab, site);
  await panelButton(tab, 'Set up users.csv').waitFor();
  expect(await grantedSites(firefox)).toContain('https://sis.example.org/*');
  expect(await panelOf(tab).getByText('Step 1 of 3').first().innerText()).toContain('Step 1 of 3');
});
