import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { isExpectedLoad } from '../../../../utils/assistant/later/load.ts';

const WIZARD = '/admin/datamgmt/exportmanager.action';
const SITE = 'https://district.powerschool.com';
const NOW = 1_000_000;

interface Load {
  /** What the tab kept. */
  loadAt?: number | null;
  loadTo?: string | null;
  /** What the browser says of the page. */
  url?: string;
  referrer?: string;
  type?: string;
}

function isExpected({ loadAt = NOW - 500, loadTo = null, url = WIZARD, referrer, type = 'navigate' }: Load): boolean {
  const { window } = new JSDOM('', { url: `${SITE}${url}`, ...(referrer ? { referrer: `${SITE}${referrer}` } : {}) });
  window.performance.getEntriesByType = () => [{ type } as unknown as PerformanceEntry];
  return isExpectedLoad({ course: null, pressed: null, loadAt, loadTo }, window.document, NOW);
}

describe('a page that the set-up brought about', () => {
  it.each<[what: string, load: Load]>([
    ['is one that the Data Export Manager led to', { referrer: WIZARD }],
    ['is one that the set-up opened, named by the referrer', { loadTo: WIZARD, referrer: WIZARD }],
    ['is one that the set-up opened, without a referrer, as in Firefox', { loadTo: WIZARD }],
    ['may have the session in its address', { loadTo: `${SITE}${WIZARD}`, url: `${WIZARD};jsessionid=1A2B` }],
    ['may stand at another place of the address', { loadTo: `${WIZARD}?fresh=1`, url: `${WIZARD}#x` }],
  ])('%s', (_, load) => {
    expect(isExpected(load)).toBe(true);
  });

  it.each<[what: string, load: Load]>([
    ['when nothing was brought about', { loadAt: null, loadTo: WIZARD, referrer: WIZARD }],
    ['when it comes too late', { loadAt: NOW - 120_000, loadTo: WIZARD, referrer: WIZARD }],
    ['when it was reloaded', { loadTo: WIZARD, referrer: WIZARD, type: 'reload' }],
    ['when another page led here', { loadTo: WIZARD, referrer: '/admin/home.html' }],
    ['when it is another page without a referrer', { loadTo: '/admin/datamgmt/exporttemplates.html' }],
    ['when the set-up pressed something and no page led here', {}],
  ])('is it not %s', (_, load) => {
    expect(isExpected(load)).toBe(false);
  });
});
