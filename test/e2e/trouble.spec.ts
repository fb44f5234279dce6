import type { BrowserContext, Page } from '@playwright/test';
import { expectTemplate } from './expected.ts';
import { backgroundOf, expect, test } from './fixtures.ts';
import { readForm } from './form.ts';
import { autoLabel, labelBox, openTicked } from './panel.ts';
import { openRealPopup } from './real-popup.ts';
import { doGuided, openWizard, panelButton, panelOf, readState, WIZARD } from './walk.ts';

const HOST = 'roster-export-assistant';

/** Serves the wizard with a strict policy; its own scripts carry the nonce, and a policy of theirs for trusted types. */
async function serveStrictly(page: Page): Promise<void> {
  await page.route(`**${WIZARD}`, async (route) => {
    const answer = await route.fetch();
    const own = `<script nonce="n">trustedTypes.createPolicy('default', { createHTML: (s) => s, createScript: (s) => s, createScriptURL: (s) => s })</script>`;
    const html = (await answer.text()).replaceAll(/<script(?=[\s>])/g, '<script nonce="n"');
    const policy = [
      "default-src 'self'",
      "script-src 'nonce-n' 'strict-dynamic'",
      "style-src 'self'",
      "img-src 'none'",
      "require-trusted-types-for 'script'",
    ].join('; ');
    const headers = { ...answer.headers(), 'content-security-policy': policy };
    await route.fulfill({ response: answer, headers, body: html.replace(/(<head[^>]*>)/, `$1${own}`) });
  });
}

/** Addresses that are asked for, besides the site's own. */
function foreignRequests(context: BrowserContext, site: string): string[] {
  const asked: string[] = [];
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(site) && !/^(chrome-extension|data|blob|about):/.test(url)) asked.push(url);
  });
  return asked;
}

test('a page with a strict policy, throwing handlers and hostile styles is filled in all the same', async ({
  page,
  site,
  faults,
}) => {
  await page.addInitScript(() => {
    for (const kind of ['input', 'change']) {
      const fail = () => {
        throw new Error('handler of the page');
      };
      document.addEventListener(kind, fail, true);
    }
    document.addEventListener('DOMContentLoaded', () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`
        roster-export-assistant, html > :not(body, .cover) { all: unset !important; display: none !important; opacity: 0 !important;
          pointer-events: none !important; zoom: 4 !important; transform: scale(9) !important; visibility: hidden !important }
        roster-export-assistant { --paper: red !important; --ink: red !important }
        .cover { position: fixed; inset: 0; z-index: 2147483647; background: white }`);
      document.adoptedStyleSheets = [sheet];
      // A form whose controls stand in for its own properties.
      const form = document.createElement('form');
      const wizard = document.querySelector('#wizard');
      wizard?.before(form);
      for (const name of [
        'id',
        'name',
        'action',
        'method',
        'title',
        'children',
        'querySelector',
        'className',
        'style',
      ]) {
        form.append(Object.assign(document.createElement('input'), { type: 'hidden', name }));
      }
      if (wizard) form.append(wizard);
    });
  });
  await serveStrictly(page);
  await openTicked(page, site);
  const look = await panelOf(page).evaluate((host) => {
    const panel = host.shadowRoot?.querySelector('.panel');
    if (!panel) throw new Error('There is no panel.');
    const { backgroundColor, position, borderRadius } = getComputedStyle(panel);
    return { backgroundColor, position, borderRadius, width: panel.getBoundingClientRect().width };
  });
  expect(look).toEqual({ backgroundColor: 'rgb(255, 255, 255)', position: 'fixed', borderRadius: '10px', width: 360 });
  // Nothing in the page lies above it.
  await page.evaluate(() => {
    document.documentElement.append(Object.assign(document.createElement('div'), { className: 'cover' }));
  });
  await autoLabel(page);
  await page.evaluate(() => document.querySelector('.cover')?.remove());
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await expect(panelOf(page).getByText('12 changed.', { exact: true })).toBeVisible();
  const own = faults.splice(0);
  expect(own.length).toBeGreaterThan(10);
  expect(own.filter((fault) => !fault.includes('handler of the page'))).toEqual([]);
});

/** All that the extension keeps. */
const keptIn = async (context: BrowserContext) =>
  (await backgroundOf(context)).evaluate(
    'Promise.all([chrome.storage.local.get(null), chrome.storage.session.get(null)])',
  );

test('a page finds no other way to press, to show or to fetch anything', async ({ context, page, site, faults: _ }) => {
  const asked = foreignRequests(context, site);
  await openTicked(page, site);
  const before = await readForm(page);
  // The panel keeps what it has seen a moment after it shows it.
  await expect.poll(async () => JSON.stringify(await keptIn(context))).toContain('"fields":true');
  const keptBefore = await keptIn(context);
  await page.evaluate((tag) => {
    const root = document.querySelector(tag)?.shadowRoot;
    if (!root) throw new Error('There is no panel.');
    const texts = [...root.querySelectorAll('button')].map((button) => button.textContent);
    for (const [at, part] of [...root.querySelectorAll<HTMLElement>('button, input, summary')].entries()) {
      part.id = `part-${at}`;
      part.accessKey = 'x';
      part.focus();
      // A label's click is passed on to its control.
      for (const parent of [root, part.parentElement ?? root]) {
        const label = document.createElement('label');
        label.htmlFor = part.id;
        parent.append(label);
        label.click();
        label.remove();
      }
      for (const key of ['Enter', ' ', 'x']) {
        for (const kind of ['keydown', 'keypress', 'keyup']) {
          const event = new KeyboardEvent(kind, { key, code: key, altKey: key === 'x', bubbles: true, composed: true });
          part.dispatchEvent(event);
          root.dispatchEvent(event);
        }
      }
      const form = document.createElement('form');
      root.append(form);
      part.setAttribute('type', part.localName === 'button' ? 'submit' : (part.getAttribute('type') ?? ''));
      part.setAttribute('form', 'the-form');
      form.id = 'the-form';
      form.addEventListener('submit', (event) => event.preventDefault());
      try {
        form.requestSubmit(part as HTMLButtonElement);
      } catch {
        // Not a submit button of this form.
      }
      form.remove();
    }
    if (texts.length === 0) throw new Error('There are no buttons.');
    // What other parts of the extension would hear, were it sent by them.
    for (const type of ['start-over', 'choices', 'where', 'choose', 'later', 'keep']) {
      postMessage({ type, fileId: 'classes', site: 'https://other.powerschool.com' }, '*');
      document.dispatchEvent(new CustomEvent(type, { detail: { fileId: 'classes' } }));
      new BroadcastChannel('check files').postMessage({ type: 'files', id: '1', files: [], leftOut: 0 });
    }
  }, HOST);
  expect(await readForm(page)).toEqual(before);
  expect(await keptIn(context)).toEqual(keptBefore);
  // A page has no way to send a message to an extension that does not invite it.
  expect(await page.evaluate('globalThis.chrome?.runtime?.sendMessage === undefined')).toBe(true);
  const evil = `<img src="https://evil.example.com/x.png" onerror="document.title='owned'"> \u202e url(https://evil.example.com/y.png)`;
  await page.reload();
  await openTicked(page, site);
  await labelBox(page, 'USERS.email').fill(evil);
  await page.evaluate((text) => {
    document.querySelector<HTMLSelectElement>('[name=exportFrom]')?.add(new Option(text, '4711'));
  }, evil);
  await panelButton(page, 'Auto-label').click();
  await expect(panelOf(page).getByText('evil.example.com').first()).toBeVisible();
  expect(await panelOf(page).locator('img, iframe, script, object, link, a[href*="evil"]').count()).toBe(0);
  expect(await page.title()).not.toContain('owned');
  expect(asked).toEqual([]);
});

/** Stops the extension's background as the browser does when it has had nothing to do. */
async function stopBackground(context: BrowserContext): Promise<void> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('No session with the browser.');
  const { targetInfos } = await session.send('Target.getTargets');
  const workers = targetInfos.filter(
    ({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'),
  );
  for (const { targetId } of workers) await session.send('Target.closeTarget', { targetId }).catch(() => undefined);
  await session.detach();
}

test('a guided set-up with the background stopped all the time ends as it should', async ({ context, page, site }) => {
  await openWizard(page, site, { reload: 'instant' });
  await panelButton(page, 'Set up users.csv').waitFor();
  let isOver = false;
  let stops = 0;
  const stopping = (async () => {
    while (!isOver) {
      await stopBackground(context);
      stops += 1;
      // As long as the page takes to draw some frames: now it has hardly begun, now it is at its work; and every
      // fifth time it may end it, or on a slow machine it would never do so.
      const between = stops % 5 === 0 ? 90 : ((stops * 5) % 16) + 1;
      await page.evaluate(async (frames) => {
        for (let drawn = 0; drawn < frames; drawn += 1) await new Promise((done) => requestAnimationFrame(done));
      }, between);
    }
  })();
  await doGuided({ page, effort: { clicks: 0, typed: 0 } }, 'users');
  isOver = true;
  await stopping;
  expect(stops).toBeGreaterThan(3);
  expectTemplate(await readState(page), 'users');
  await page.reload();
  await expect(panelButton(page, /^users\.csv\s+done/)).toBeVisible();
});

test('a page that takes the panel out each time is left alone, and the badge and the popup say so', async ({
  context,
  page,
  site,
}) => {
  await openTicked(page, site);
  const before = await readForm(page);
  await page.evaluate((tag) => {
    new MutationObserver(() => document.querySelector(tag)?.remove()).observe(document.documentElement, {
      childList: true,
    });
    document.querySelector(tag)?.remove();
  }, HOST);
  const badge = async () =>
    (await backgroundOf(context)).evaluate(
      '(async () => chrome.action.getBadgeText({ tabId: (await chrome.tabs.query({ active: true, currentWindow: true }))[0].id }))()',
    );
  await page.bringToFront();
  await expect.poll(badge).toBe('!');
  await expect(panelOf(page)).toHaveCount(0);
  const popup = await openRealPopup(context);
  await expect.poll(() => popup.evaluate('document.body.innerText')).toContain('takes the panel out each time');
  expect(await readForm(page)).toEqual(before);
});

test('storage that is full is said, and the page can be worked on', async ({ context, page, site }) => {
  await (await backgroundOf(context)).evaluate(`(async () => {
    const quota = chrome.storage.local.QUOTA_BYTES;
    for (let size = quota; size >= 1; size = Math.floor(size / 2)) {
      await chrome.storage.local.set({ ['fill ' + size]: 'x'.repeat(size) }).catch(() => undefined);
    }
  })()`);
  await openTicked(page, site);
  await expect(panelOf(page).getByText('The browser does not keep what is ticked off')).toBeVisible();
  await autoLabel(page);
  await expect(labelBox(page, 'USERS.languages')).toHaveValue('language');
  await (await backgroundOf(context)).evaluate('chrome.storage.local.clear()');
  await labelBox(page, 'USERS.languages').fill('languages');
  await expect(panelOf(page).getByText('The browser does not keep what is ticked off')).toBeHidden();
});
