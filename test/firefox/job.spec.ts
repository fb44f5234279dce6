import { test } from '@playwright/test';
import { expectExport, expectTemplate } from '../e2e/expected.ts';
import { readForm } from '../e2e/form.ts';
import { FILES, openWizard, readState } from '../e2e/walk.ts';
import { doWatched, watchedWalk } from '../e2e/whole-job.ts';
import { startSimulator } from '../simulator/index.ts';
import { openFirefox } from './browser.ts';

test('the whole job', async () => {
  const simulator = await startSimulator({ https: true });
  const firefox = await openFirefox(true);
  try {
    const page = await firefox.open();
    const t0 = Date.now();
    await openWizard(page, `https://district.powerschool.com:${simulator.port}`);
    const walk = watchedWalk(page, await readForm(page));
    for (const file of FILES) { await doWatched(walk, file); console.log(file, Date.now() - t0); }
    const state = await readState(page);
    for (const file of FILES) {
      expectTemplate(state, file);
      expectExport(state, file, { rowEnd: '\r', byteOrderMark: false });
    }
    const p = await firefox.openOwn('popup.html');
    console.log(await p.locator('main').innerText(), Date.now() - t0);
  } finally {
    await firefox.browser.close();
    await simulator.close();
  }
});
