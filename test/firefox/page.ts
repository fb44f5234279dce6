import { expect } from '@playwright/test';
import type { ElementHandle, JSHandle, Page } from 'puppeteer-core';
import type { Driven, Found } from '../e2e/driven.ts';
import { findOnPage, type Step } from './find.ts';

/** Firefox has a second more to answer than a person would wait; under a full test run both cores are busy. */
const PATIENCE = { intervals: [50], timeout: 45_000 };

/** A page of Firefox's, driven by what the walks of test/e2e need, and a little more. */
export class FirefoxPage implements Driven {
  readonly mouse: Driven['mouse'];
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.mouse = page.mouse;
  }

  locator(css: string): FirefoxFound {
    return new FirefoxFound(this.#page, [{ css }]);
  }

  goto(address: string) {
    return this.#page.goto(address);
  }

  evaluate<R, A extends unknown[]>(work: (...given: A) => R | Promise<R>, ...given: A): Promise<R> {
    return this.#page.evaluate(work as (...given: unknown[]) => R, ...given) as Promise<R>;
  }

  /** Gives files to an input, as the file dialog does; WebDriver is not told of a dialog on an add-on's page. */
  async choose(input: string, paths: string[]): Promise<void> {
    const element = await this.#page.waitForSelector(input);
    await (element as ElementHandle<HTMLInputElement>).uploadFile(...paths);
  }

  waitForResponse(isIt: (answer: { url(): string }) => boolean) {
    return this.#page.waitForResponse(isIt);
  }

  /** Saves a picture of what the tab shows. */
  async picture(path: `${string}.png`): Promise<void> {
    await this.#page.screenshot({ path });
  }

  close(): Promise<void> {
    return this.#page.close();
  }
}

/** Something on such a page. It is looked for anew at each use, and waited for. */
export class FirefoxFound implements Found {
  readonly #page: Page;
  readonly #steps: Step[];

  constructor(page: Page, steps: Step[]) {
    this.#page = page;
    this.#steps = steps;
  }

  first(): this {
    return this.#then({ first: true });
  }

  getByText(text: string): this {
    return this.#then({ text });
  }

  getByRole(_role: 'button', { name, exact = false }: { name: string | RegExp; exact?: boolean }): this {
    if (name instanceof RegExp) return this.#then({ button: { source: name.source, flags: name.flags } });
    const literal = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return this.#then({ button: exact ? { source: `^${literal}$`, flags: '' } : { source: literal, flags: 'i' } });
  }

  #then(step: Step): this {
    return new FirefoxFound(this.#page, [...this.#steps, step]) as this;
  }

  /** Waits until it is shown, or until it is not. */
  async waitFor({ state = 'visible' }: { state?: 'visible' | 'hidden' } = {}): Promise<void> {
    await expect(async () => {
      const isShown = (await this.#handle()).evaluate(
        (element) => element?.checkVisibility({ visibilityProperty: true }) === true,
      );
      expect(await isShown, `${this} is shown`).toBe(state === 'visible');
    }).toPass(PATIENCE);
  }

  /** What it says, once it is shown. */
  async innerText(): Promise<string> {
    await this.waitFor();
    return (await this.#handle()).evaluate((element) => (element instanceof HTMLElement ? element.innerText : ''));
  }

  /** A click by the pointer, once it stands still and nothing covers it. A click that would hit another thing is none. */
  async click(): Promise<void> {
    await expect(async () => {
      const handle = await this.#handle();
      const point = await handle.evaluate(aim);
      if (typeof point === 'string') throw new Error(`${this}: ${point}`);
      await this.#page.mouse.click(point.x, point.y);
      // The click may have led to another page; then it did what it was for.
      const wasHit = await handle.evaluate(() => window.wasHit !== false).catch(() => true);
      expect(wasHit, `${this} was hit`).toBe(true);
    }).toPass(PATIENCE);
  }

  #handle(): Promise<JSHandle<Element | null>> {
    return this.#page.evaluateHandle(findOnPage, this.#steps);
  }

  toString(): string {
    return this.#steps.map((step) => JSON.stringify(step)).join(' ');
  }
}

declare global {
  interface Window {
    /** Whether the last click reached what it was aimed at. */
    wasHit?: boolean;
  }
}

/**
 * Where a click would reach an element, or why it would not; keeps the next click from everything else, because things
 * move between the look and the click. Runs in the page.
 */
async function aim(element: Element | null): Promise<{ x: number; y: number } | string> {
  if (!element) return 'there is none';
  if (!element.checkVisibility({ visibilityProperty: true })) return 'it is hidden';
  if (element.closest(':disabled, [aria-disabled=true]')) return 'it is disabled';
  element.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const before = element.getBoundingClientRect();
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const { left, top, width, height } = element.getBoundingClientRect();
  if (left !== before.left || top !== before.top) return 'it moves';
  const at = { x: left + width / 2, y: top + height / 2 };
  let hit = document.elementFromPoint(at.x, at.y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(at.x, at.y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  if (!hit || !element.contains(hit)) return `it is covered by ${hit?.localName}`;
  window.wasHit = false;
  const guard = (event: Event) => {
    if (!event.isTrusted) return;
    const isHit = event.composedPath().includes(element);
    if (!isHit) event.stopImmediatePropagation();
    if (!isHit) event.preventDefault();
    if (event.type !== 'click') return;
    window.wasHit = isHit;
    for (const kind of kinds) window.removeEventListener(kind, guard, true);
  };
  const kinds = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'];
  for (const kind of kinds) window.addEventListener(kind, guard, true);
  return at;
}
