import type { BrowserContext, CDPSession, Page } from '@playwright/test';
import { backgroundOf, expect } from './fixtures.ts';

/** The popup as the toolbar opens it. Playwright shows no page for it, so it is driven by the browser's own protocol. */
export interface RealPopup {
  /** Evaluates an expression in the popup, as if the administrator had just clicked. */
  evaluate(expression: string): Promise<unknown>;
  text(): Promise<string>;
  press(button: string): Promise<void>;
}

interface Answer {
  id?: number;
  result?: { result: { value?: unknown } };
}

/**
 * Opens the popup over the tab that is in front.
 * @throws Error when the browser opened none
 */
export async function openRealPopup(context: BrowserContext): Promise<RealPopup> {
  await (await backgroundOf(context)).evaluate('chrome.action.openPopup()');
  const session = await sessionOf(context);
  return attach(session, await popupTarget(session));
}

/**
 * Presses the extension's button in the toolbar, as the administrator does: unlike `openPopup` of the extension's own,
 * this lets the extension into the tab (activeTab).
 * @throws Error when the browser opened no popup
 */
export async function pressToolbarButton(context: BrowserContext, page: Page, extensionId: string): Promise<RealPopup> {
  await page.bringToFront();
  const session = await sessionOf(context);
  // A second press would close the popup that is still open.
  const open = await openPopup(session);
  if (open !== null) await session.send('Target.closeTarget', { targetId: open });
  await expect.poll(() => openPopup(session)).toBeNull();
  // Both are too new for Playwright's types.
  const call = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
  const { targetInfos } = (await call('Target.getTargets', { filter: [{ type: 'tab' }] })) as Targets;
  const tab = targetInfos.find(({ url }) => url === page.url());
  if (!tab) throw new Error(`No tab shows ${page.url()}.`);
  await call('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
  return attach(session, await popupTarget(session));
}

/** The popup that is open now; null for none. */
async function openPopup(session: CDPSession): Promise<string | null> {
  const { targetInfos } = await session.send('Target.getTargets');
  return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId ?? null;
}

/** The popup, once it is open. @throws Error when none opens */
async function popupTarget(session: CDPSession): Promise<string> {
  await expect.poll(() => openPopup(session), 'The popup opens').not.toBeNull();
  return (await openPopup(session)) ?? '';
}

interface Target {
  url: string;
  targetId: string;
}

interface Targets {
  targetInfos: Target[];
}

async function sessionOf(context: BrowserContext): Promise<CDPSession> {
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('No session with the browser.');
  return session;
}

async function attach(session: CDPSession, targetId: string): Promise<RealPopup> {
  const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
  let last = 0;
  const evaluate: RealPopup['evaluate'] = async (expression) => {
    last += 1;
    const id = last;
    const answer = answerTo(session, id);
    const params = { expression, returnByValue: true, awaitPromise: true, userGesture: true };
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
    await session.send('Target.sendMessageToTarget', { sessionId, message });
    return (await answer).result?.result.value;
  };
  return {
    evaluate,
    text: async () => String(await evaluate('document.body.innerText')),
    async press(button) {
      const name = JSON.stringify(button);
      // Not awaited there: the popup may close at once.
      const found = `[...document.querySelectorAll('button, summary')].find((b) => (b.ariaLabel ?? b.innerText) === ${name})`;
      if (!(await evaluate(`Boolean(${found})`))) throw new Error(`The popup has no button ${button}.`);
      await evaluate(`setTimeout(() => ${found}.click()), undefined`);
    },
  };
}

function answerTo(session: CDPSession, id: number): Promise<Answer> {
  return new Promise((resolve) => {
    const listen = ({ message }: { message: string }) => {
      const answer = JSON.parse(message) as Answer;
      if (answer.id !== id) return;
      session.off('Target.receivedMessageFromTarget', listen);
      resolve(answer);
    };
    session.on('Target.receivedMessageFromTarget', listen);
  });
}
