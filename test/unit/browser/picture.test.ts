import { beforeEach, describe, expect, it, vi } from 'vitest';
import { pictureOfTab, tabOfHash } from '../../../utils/browser/picture.ts';
import { current, FakeBrowser } from './fake-browser.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('./fake-browser.ts')).polyfill }));

beforeEach(() => {
  current.browser = new FakeBrowser();
});

/** What the browser answers to the script's being put in. */
const answer = (give: () => unknown) =>
  vi.spyOn(current.browser.scripting, 'executeScript').mockImplementation(give as never);

describe('the tab in the address', () => {
  it.each([
    ['#7', 7],
    ['', null],
    ['#', null],
    ['#7x', null],
    ['#-7', null],
    ['#https://example.org', null],
    [`#${'9'.repeat(11)}`, null],
  ])('%s is %s', (hash, tab) => expect(tabOfHash(hash)).toBe(tab));
});

describe('the picture of a tab', () => {
  it('is what the script gives, of the tab’s own page alone', async () => {
    const executed = answer(async () => [{ result: '<html>' }]);
    expect(await pictureOfTab(7)).toBe('<html>');
    expect(executed).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ['take-picture.js'] });
  });

  it.each<[string, () => unknown]>([
    ['may not be taken', () => Promise.reject(new Error('Cannot access contents of the page'))],
    ['is no text', async () => [{ result: { html: '' } }]],
    ['did not come', async () => []],
  ])('is none where it %s', async (_, give) => {
    answer(give);
    expect(await pictureOfTab(7)).toBeNull();
  });
});
