// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Desk, find, pass, show, startAssistant, useDesk } from './desk.ts';
import { course } from './later/situations.ts';

/** The guided set-up asks a person to look at the records: they are brought into view. */

useDesk();

const scrolled = vi.fn();
/** jsdom lays nothing out: where the table's rows stand, from the top of the window, and what scrolls inside of it. */
let rowsAt = 0;
let frame = { top: 0, bottom: 10_000 };

beforeEach(() => {
  [rowsAt, frame] = [1_200, { top: 0, bottom: 10_000 }];
  scrolled.mockReset();
  HTMLElement.prototype.scrollIntoView = scrolled;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const place = this.localName === 'td' ? { top: rowsAt, bottom: rowsAt + 30 } : frame;
    return { ...new DOMRect(), ...place, x: 0, y: place.top, width: 100, height: 30, left: 0, right: 100 };
  });
});
afterEach(() => vi.restoreAllMocks());

const table = (): HTMLElement => find('#step1 table');

/** At the stop on step 2, with the preview or, to begin with, without. */
async function atRecords(isLate = false): Promise<{ desk: Desk; come(): Promise<unknown> }> {
  show('records/hand-records');
  const preview = table();
  const before = preview.nextSibling;
  if (isLate) preview.remove();
  const memory = JSON.stringify({ course: course({ fileId: 'classes', begun: true, columnsRight: true }) });
  const desk = startAssistant({ memory });
  find<HTMLElement>('input').focus();
  await pass();
  expect(scrolled).not.toHaveBeenCalled();
  desk.assistant.actions.later({ type: 'go-on' });
  await pass(1_000);
  expect(desk.view().guide).toMatchObject({ state: 'look', button: 'Looks right, continue' });
  const come = (): Promise<unknown> => {
    before?.parentNode?.insertBefore(preview, before);
    return pass(1_000);
  };
  return { desk, come };
}

describe('at the stop, the records', () => {
  it('are scrolled into view once, without motion; focus and markup stay', async () => {
    const markup = () => document.documentElement.outerHTML;
    show('records/hand-records');
    const before = markup();
    const { desk } = await atRecords();
    expect(scrolled.mock.contexts).toEqual([find('td')]);
    expect(scrolled).toHaveBeenCalledExactlyOnceWith({ block: 'center', inline: 'nearest', behavior: 'instant' });
    expect(document.activeElement).toBe(find('input'));
    expect(markup()).toBe(before);
    table().insertAdjacentHTML('beforeend', '<tr><td>00001002</td><td>Algebra I 2</td></tr>');
    await pass(1_000);
    expect(desk.view().guide?.state).toBe('look');
    expect(scrolled).toHaveBeenCalledOnce();
  });

  it('are left where they are seen', async () => {
    rowsAt = 200;
    await atRecords();
    expect(scrolled).not.toHaveBeenCalled();
  });

  it('are scrolled to inside of what scrolls on the page', async () => {
    rowsAt = 200;
    frame = { top: 0, bottom: 210 };
    show('records/hand-records');
    const { come } = await atRecords(true);
    find<HTMLElement>('#content-main').style.overflowY = 'auto';
    await come();
    expect(scrolled).toHaveBeenCalledOnce();
  });

  it('are scrolled to when they come late', async () => {
    const { come } = await atRecords(true);
    expect(scrolled).not.toHaveBeenCalled();
    await come();
    expect(scrolled).toHaveBeenCalledOnce();
  });

  it.each(['scroll', 'wheel', 'touchmove', 'pointerdown', 'keydown'])(
    'stay where a person is, after a %s',
    async (kind) => {
      const { come } = await atRecords(true);
      find('h1').dispatchEvent(new Event(kind, { bubbles: kind !== 'scroll' }));
      await come();
      expect(scrolled).not.toHaveBeenCalled();
    },
  );
});
