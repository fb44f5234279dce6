/**
 * What a walk needs of a browser's page. Playwright's Page and Locator are such already; a Firefox with the add-on in
 * it is driven by test/firefox/page.ts.
 */

/** Something on the page, looked for anew at each use. */
export interface Found {
  click(): Promise<void>;
  waitFor(options?: { state?: 'visible' | 'hidden' }): Promise<void>;
  first(): this;
  getByRole(role: 'button', options: { name: string | RegExp; exact?: boolean }): this;
  getByText(text: string): this;
}

export interface Driven {
  locator(css: string): Found;
  mouse: { move(x: number, y: number): Promise<void> };
  goto(address: string): Promise<{ ok(): boolean; text(): Promise<string> } | null>;
  evaluate<R>(work: () => R | Promise<R>): Promise<R>;
  waitForResponse(isIt: (answer: { url(): string }) => boolean): Promise<unknown>;
}

/** What this page finds: a Locator of Playwright's where the page is Playwright's. */
export type FoundOn<P extends Driven> = ReturnType<P['locator']>;
