import type { BrowserContext, CDPSession } from '@playwright/test';
import { backgroundOf } from './fixtures.ts';

/** The popup as the toolbar opens it. Playwright shows no page for it, so it is driven by the browser's own protocol. */
export interface RealPopup {
  /** Evaluates an expression in the popup. */
  evaluate(expression: string): Promise<unknown>;
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
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('No session with the browser.');
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(({ url }) => url.endsWith('/popup.html'));
  if (!target) throw new Error('The popup did not open.');
  const { sessionId } = await session.send('Target.attachToTarget', { targetId: target.targetId, flatten: false });
  let last = 0;
  return {
    async evaluate(expression) {
      last += 1;
      const id = last;
      const answer = answerTo(session, id);
      const params = { expression, returnByValue: true, awaitPromise: true };
      const message = JSON.stringify({ id, method: 'Runtime.evaluate', params });
      await session.send('Target.sendMessageToTarget', { sessionId, message });
      return (await answer).result?.result.value;
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
