import { expect } from '@playwright/test';
import { ADD_ON_ID, type Firefox, OWN } from './browser.ts';

/** What only the browser itself knows of the add-on, asked in its own window. */

const policy = `const policy = WebExtensionPolicy.getByID('${ADD_ON_ID}');`;

/** The sites that the add-on may act on, its own pages left out. */
export async function grantedSites(firefox: Firefox): Promise<string[]> {
  const patterns = (await firefox.inBrowser(
    `${policy} return policy.allowedOrigins.patterns.map(({ pattern }) => pattern);`,
  )) as string[];
  return patterns.filter((pattern) => !pattern.startsWith(OWN));
}

/** What Firefox writes when a page goes while the add-on's script in it waits for an answer; nothing is wrong then. */
const GONE = '/^Promise (?:resolved|rejected) (?:while context is inactive|after context unloaded)/';

/** Errors that scripts of the add-on ended with, and what its content security policy refused, since it was asked last. */
export async function takeFaults(firefox: Firefox): Promise<string[]> {
  return (await firefox.inBrowser(`
    const messages = Services.console.getMessageArray();
    Services.console.reset();
    return messages
      .filter((one) => one instanceof Ci.nsIScriptError && !(one.flags & Ci.nsIScriptError.warningFlag))
      .filter(({ sourceName, errorMessage }) => (sourceName + errorMessage).includes('${OWN}') && !${GONE}.test(errorMessage))
      .map(({ errorMessage, sourceName, lineNumber }) => errorMessage + ' ' + sourceName + ':' + lineNumber);`)) as string[];
}

/** Stops the background, as Firefox does when it has had nothing to do for half a minute. */
export async function stopBackground(firefox: Firefox): Promise<void> {
  await firefox.inBrowser(`${policy} await policy.extension.terminateBackground({ ignoreDevToolsAttached: true });`);
}

/** Does something while PowerSchool's server sends a content security policy with each page. */
export async function underPolicy(firefox: Firefox, policy: string, work: () => Promise<void>): Promise<void> {
  const topic = 'http-on-examine-response';
  await firefox.inBrowser(`
    window.sendPolicy = (channel) => {
      channel.QueryInterface(Ci.nsIHttpChannel).setResponseHeader('Content-Security-Policy', ${JSON.stringify(policy)}, false);
    };
    Services.obs.addObserver(window.sendPolicy, '${topic}');`);
  try {
    await work();
  } finally {
    await firefox.inBrowser(`Services.obs.removeObserver(window.sendPolicy, '${topic}');`);
  }
}

/** Presses a button of Firefox's own question whether the add-on may have what it asks for; waits for the question. */
export async function answerPrompt(firefox: Firefox, answer: 'allow' | 'refuse'): Promise<void> {
  const press = `
    const prompt = document.querySelector('#addon-webext-permissions-notification');
    const button = prompt?.${answer === 'allow' ? 'button' : 'secondaryButton'};
    if (!button || prompt.closest('panel').state !== 'open') return false;
    button.click();
    return true;`;
  await expect.poll(() => firefox.inBrowser(press)).toBe(true);
}

const popupBrowser = `const popup = document.querySelector('.webextension-popup-browser');`;

/** Closes the popup where it is open, as a click elsewhere does. */
export async function closePopup(firefox: Firefox): Promise<void> {
  await firefox.inBrowser(`${popupBrowser} popup?.closest('panel').hidePopup();`);
  await expect.poll(() => firefox.inBrowser(`${popupBrowser} return popup === null;`)).toBe(true);
}

/** The popup as the toolbar button opens it, over the tab in front. It is in no tab, so WebDriver alone does not see it. */
export class Popup {
  readonly #firefox: Firefox;

  private constructor(firefox: Firefox) {
    this.#firefox = firefox;
  }

  static async open(firefox: Firefox): Promise<Popup> {
    await firefox.inBrowser(`
      ${policy}
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      await ExtensionParent.apiManager.global.browserActionFor(policy.extension).triggerAction(window);`);
    const popup = new Popup(firefox);
    await expect.poll(() => popup.isOpen()).toBe(true);
    await expect.poll(() => popup.text()).toContain('Roster Export Assistant');
    return popup;
  }

  async isOpen(): Promise<boolean> {
    return (
      (await this.#firefox.inBrowser(`${popupBrowser} return popup?.currentURI?.spec.endsWith('/popup.html');`)) ===
      true
    );
  }

  async close(): Promise<void> {
    await closePopup(this.#firefox);
  }

  text(): Promise<string> {
    return this.#inside('return content.document.body?.innerText ?? "";') as Promise<string>;
  }

  /**
   * Presses a button by the mouse, as a person does: Firefox asks for permissions only then. Where the popup was just
   * growing, the mouse is beside the button, and presses again.
   */
  async press(name: string): Promise<void> {
    const press = `
      const button = [...content.document.querySelectorAll('button')].find((one) => one.innerText.trim() === ${JSON.stringify(name)});
      if (!button) throw new Error('There is no button ' + ${JSON.stringify(name)});
      let isPressed = false;
      button.addEventListener('click', () => { isPressed = true; }, { capture: true, once: true });
      button.scrollIntoView();
      const { left, top, width, height } = button.getBoundingClientRect();
      for (const kind of ['mousemove', 'mousedown', 'mouseup']) {
        content.synthesizeMouseEvent(kind, left + width / 2, top + height / 2, { button: 0, clickCount: 1 });
      }
      return isPressed;`;
    await expect.poll(() => this.#inside(press)).toBe(true);
  }

  /** Drops files, as from the desktop. With the popup's own rights: what the browser drops itself, pages may not read. */
  async drop(files: { name: string; text: string }[]): Promise<void> {
    const drop = `{
      const dataTransfer = new DataTransfer();
      for (const { name, text } of ${JSON.stringify(files)}) dataTransfer.items.add(new File([text], name));
      const main = document.querySelector('main');
      main.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }`;
    await this.#inside(`
      const sandbox = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      Cu.evalInSandbox(${JSON.stringify(drop)}, sandbox);`);
  }

  /** Runs the body of an async function beside the popup's page, whose window is \`content\`. */
  async #inside(script: string): Promise<unknown> {
    const work = `(async () => { ${script} })().then((value) => sendAsyncMessage('done', { value }), (error) => sendAsyncMessage('done', { error: String(error) }));`;
    const { value, error } = (await this.#firefox.inBrowser(`
      ${popupBrowser}
      if (!popup) throw new Error('The popup is closed.');
      return new Promise((resolve) => {
        const { messageManager } = popup;
        const done = ({ data }) => { messageManager.removeMessageListener('done', done); resolve(data); };
        messageManager.addMessageListener('done', done);
        messageManager.loadFrameScript('data:application/javascript;charset=utf-8,' + encodeURIComponent(${JSON.stringify(work)}), false);
      });`)) as { value?: unknown; error?: string };
    if (error !== undefined) throw new Error(`In the popup: ${error}`);
    return value;
  }
}
