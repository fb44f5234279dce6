// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenFiles, droppedFiles } from '../../../components/check/dropped.ts';
import { mask } from '../../../components/check/mask.ts';
import { Pictures } from '../../../components/check/Pictures.tsx';
import * as t from '../../../components/check/texts.ts';
import { say } from '../../../utils/words/say.ts';
import { checkStates, finding, PROBLEMS, places, report, reported, view } from '../../gallery/check.ts';
import { popupStates } from '../../gallery/states.ts';
import { box, button, buttonNames, drawCheck, drawPopup, press, text, tick, type } from './help.tsx';

afterEach(() => document.body.replaceChildren());

function drawn(name: string) {
  const state = checkStates[name];
  if (!state) throw new Error(`no state ${name}`);
  return drawCheck(state);
}
const all = (root: ParentNode, selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const texts = (root: ParentNode, selector: string) =>
  all(root, selector).map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim());

/** A drag or drop with files, as jsdom cannot make it. */
function dragged(kind: string, transfer: Partial<DataTransfer>): DragEvent {
  const event = new Event(kind, { bubbles: true, cancelable: true });
  Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'], items: [], files: [], ...transfer } });
  return event as DragEvent;
}
const USERS = new File(['sourcedId'], 'users.csv');
const withFile = { files: [USERS] as unknown as FileList };
async function drop(target: Element, transfer: Partial<DataTransfer> = withFile): Promise<DragEvent> {
  const event = dragged('drop', transfer);
  await act(async () => {
    target.dispatchEvent(event);
  });
  return event;
}
const GIVEN = [{ name: 'users.csv', path: 'users.csv', blob: USERS }];

/** What the browser's dialog for files gives. */
function choose(input: Element | undefined): void {
  if (!(input instanceof HTMLInputElement)) throw new Error('no input for files');
  Object.defineProperty(input, 'files', { value: [USERS], configurable: true });
  act(() => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

describe('before a check', () => {
  it('says what to give, and that nothing is uploaded', () => {
    const { root } = drawn('empty');
    expect(text(root)).toContain('users.csv, classes.csv, and enrollments.csv: any of them, a folder, or a ZIP.');
    expect(text(root)).toContain('Nothing is uploaded: the files are read in this browser');
    expect(buttonNames(root)).toEqual(['Choose files', 'Choose a folder']);
    expect(root.querySelectorAll('.primary')).toHaveLength(1);
  });

  it('takes files and folders from the dialog', () => {
    const { root, on } = drawn('empty');
    const [files, folder] = all(root, 'input[type=file]');
    expect(folder?.hasAttribute('webkitdirectory')).toBe(true);
    const click = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => {});
    press(root, 'Choose files');
    expect(click.mock.instances).toEqual([files]);
    click.mockRestore();
    choose(files);
    choose(folder);
    expect(on.check.mock.calls).toEqual([
      [GIVEN, 0],
      [GIVEN, 0],
    ]);
  });

  it('takes drops anywhere, and says so while files are over it', async () => {
    const { root, on } = drawn('empty');
    const main = root.querySelector('main') as HTMLElement;
    const over = dragged('dragover', {});
    act(() => void main.dispatchEvent(over));
    expect(over.defaultPrevented).toBe(true);
    expect(text(root)).toContain('Drop to check');
    const event = await drop(root.querySelector('h1') as Element);
    expect(event.defaultPrevented).toBe(true);
    expect(on.check).toHaveBeenCalledWith(GIVEN, 0);
    expect(text(root)).not.toContain('Drop to check');
  });

  it('leaves alone what is no file', async () => {
    const { root, on } = drawn('empty');
    const event = await drop(root.querySelector('h1') as Element, { types: ['text/plain'] });
    expect(event.defaultPrevented).toBe(false);
    expect(on.check).not.toHaveBeenCalled();
  });

  it('keeps the settings', () => {
    const { root, on } = drawn('empty');
    const radio = (label: string) => {
      const found = all(root, '.radio')
        .find((one) => one.textContent === label)
        ?.querySelector('input');
      act(() => found?.click());
    };
    radio('OneRoster 1.1 (strict)');
    radio('one school');
    radio('are sent separately');
    type(root.querySelector('[type=number]') as HTMLInputElement, '25');
    type(root.querySelector('textarea') as unknown as HTMLInputElement, '1200, 0012\n1200;\t77');
    expect(on.set.mock.calls.map(([change]) => change)).toEqual([
      { profile: 'oneroster' },
      { level: 'school' },
      { guardians: 'separate' },
      { threshold: 25 },
    ]);
    expect(on.setSchools.mock.calls).toEqual([['1200, 0012\n1200;\t77']]);
  });

  it('shows only the settings that the rules ask for', () => {
    const strict = { ...view({ kind: 'empty' }).settings, profile: 'oneroster' };
    const { root } = drawCheck(view({ kind: 'empty' }, { settings: strict }));
    expect(texts(root, '.check-settings legend')).toEqual(['Rules']);
    expect(root.querySelector('textarea')).toBeNull();
    const { root: classtag } = drawn('empty');
    expect(texts(classtag, '.check-settings legend')).toEqual(['Rules', 'The sync serves', 'Parents and guardians']);
    expect(text(classtag)).toContain('School ids set in ClassTag');
  });

  it('names in a report only the settings that its rules asked for', () => {
    const { profiles } = view({ kind: 'empty' });
    const said = (id: string) => t.checkedWith(report(), profiles.find((profile) => profile.id === id)?.uses);
    expect(said('classtag')).toBe(
      'The sync serves the whole district; parents and guardians stand in users.csv; no school ids given; warning above 10 % of records gone.',
    );
    expect(said('oneroster')).toBe('Warning above 10 % of records gone.');
  });

  it.each(['', '-1', '101', 'x'])('takes no threshold of %j', (typed) => {
    const { root, on } = drawn('empty');
    const input = root.querySelector('[type=number]') as HTMLInputElement;
    type(input, typed);
    expect(on.set).not.toHaveBeenCalled();
    expect(input.value).toBe('10');
  });
});

describe('while it runs', () => {
  it('tells bytes, rows and the time that is left, once it is known', () => {
    const { root, show, on } = drawn('running');
    const bar = root.querySelector('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('19');
    expect(text(root)).toContain('Reading users.csv');
    expect(text(root)).toContain('61 MB of 311 MB · 503,210 rows');
    expect(text(root)).not.toContain('left');
    show(checkStates['running-steady'] as NonNullable<(typeof checkStates)[string]>);
    expect(text(root)).toContain('Reading users.csv and enrollments.csv');
    expect(text(root)).toContain('203 MB of 311 MB · 2,503,210 rows · about 5 seconds left');
    press(root, 'Cancel');
    expect(on.cancel).toHaveBeenCalledOnce();
  });

  it('speaks by quarters only', () => {
    const { root, show } = drawn('starting');
    const said: (string | undefined)[] = [];
    for (let bytes = 0; bytes <= 100; bytes += 5) {
      const progress = { file: 'users.csv', bytes, totalBytes: 100, rows: bytes, elapsed: bytes };
      show(view({ kind: 'running', files: [], progress, reading: ['users.csv'], left: null }));
      said.push(texts(root, '[role=status]')[0]);
    }
    expect([...new Set(said)]).toEqual([
      'Checking.',
      '25 % checked.',
      '50 % checked.',
      '75 % checked.',
      '100 % checked.',
    ]);
  });

  it('takes no drops', async () => {
    const { root, on } = drawn('running');
    const event = await drop(root.querySelector('h1') as Element);
    expect(event.defaultPrevented).toBe(true);
    expect(on.check).not.toHaveBeenCalled();
  });
});

describe('without a report', () => {
  it.each([
    ['failed', 'The files could not be read.', 'Nothing was lost'],
    ['canceled', 'The check was canceled.', 'Nothing was lost'],
    ['nothing-given', 'There was no file', 'Choose the files themselves'],
  ])('%s: says what happened and what to do', (name, happened, toDo) => {
    const { root } = drawn(name);
    expect(texts(root, '[role=status]')[0]).toContain(happened);
    expect(text(root)).toContain(toDo);
    expect(root.querySelectorAll('.primary')).toHaveLength(1);
  });

  it('tries again where there is something to try', () => {
    const { root, on } = drawn('failed');
    press(root, 'Check again');
    expect(on.again).toHaveBeenCalledOnce();
    expect(buttonNames(drawn('nothing-given').root)).not.toContain('Check again');
  });
});

describe('the report', () => {
  it('begins with the verdict, where the focus is', () => {
    const { root, show } = drawn('running-steady');
    button(root, 'Cancel').focus();
    show(reported(PROBLEMS));
    const verdict = root.querySelector('#verdict');
    expect(document.activeElement).toBe(verdict);
    expect(verdict?.textContent).toBe('Problems: 3 problems will make the sync fail.');
    expect(texts(root, '.verdict .then')).toEqual(['3 errors, 2 warnings, 1 note']);
    expect(text(root)).toContain('3 files, 27,689 rows, 3.4 MB, checked by the rules of ClassTag in 0.4 seconds');
  });

  it('tells of each finding how bad, where, how often and what to do', () => {
    const { root } = drawn('problems');
    const [first] = all(root, '.finding');
    expect(texts(first as Element, '.kind')).toEqual(['ErrorF5']);
    expect(texts(first as Element, 'h3')).toEqual([PROBLEMS.findings[0]?.message]);
    expect(texts(first as Element, '.where')).toEqual(['users.csv · column familyName · 2 in all']);
    expect(text(first as HTMLElement)).toContain(
      'To do: Take the comma out in PowerSchool, or turn on “Surround field values in quotes”',
    );
    expect(texts(first as Element, 'details')).toEqual([
      'Why it mattersWhat follows the comma is read in the wrong columns.Source: ClassTag’s guide (6962062); RFC 4180',
    ]);
    expect(texts(first as Element, 'tbody tr')).toEqual(['1211U100234•••••••hidden', '4948U100241•••••••hidden']);
    expect(texts(root, '.finding h3')).toEqual(PROBLEMS.findings.map(({ message }) => message));
  });

  it('hides values until they are asked for, over new reports, too', () => {
    const { root, show } = drawn('problems');
    expect(text(root)).not.toContain('Okafor');
    expect(text(root)).toContain('A saved or printed report leaves the values out.');
    tick(root, 'Show values');
    expect(texts(root, '.finding:first-child tbody tr')[0]).toContain('Okafor, Jr.');
    expect(text(root)).toContain('A saved or printed report holds the values.');
    show(checkStates.running as NonNullable<(typeof checkStates)[string]>);
    show(reported({ ...PROBLEMS }));
    expect(box(root, 'Show values').checked).toBe(true);
  });

  it('shows five rows, then up to a hundred, and counts the others', () => {
    const found = finding({ message: 'Many.', count: 1204, places: places(100, 'email', () => 'a') });
    const { root } = drawCheck(reported(report({ findings: [found] })));
    expect(all(root, '.places tbody tr')).toHaveLength(5);
    expect(text(root)).toContain('1,104 more rows are counted, not listed.');
    press(root, 'Show 95 more rows');
    expect(all(root, '.places tbody tr')).toHaveLength(100);
    press(root, 'Show fewer rows');
    expect(all(root, '.places tbody tr')).toHaveLength(5);
  });

  it('is saved with what is shown', () => {
    const { root, on } = drawn('problems');
    press(root, 'Save report as CSV');
    tick(root, 'Show values');
    press(root, 'Save report as JSON');
    expect(on.save.mock.calls).toEqual([
      ['csv', false],
      ['json', true],
    ]);
    press(root, 'Print');
    expect(on.print).toHaveBeenCalledOnce();
  });

  it('opens the reasons for printing, and closes them again', () => {
    const { root } = drawn('problems');
    const open = () => all(root, '.for-print > details').filter((one) => (one as HTMLDetailsElement).open).length;
    expect(open()).toBe(0);
    dispatchEvent(new Event('beforeprint'));
    expect(open()).toBe(6);
    dispatchEvent(new Event('afterprint'));
    expect(open()).toBe(0);
  });

  it('is filtered when there is much', () => {
    expect(drawn('problems').root.querySelector('.filter')).toBeNull();
    document.body.replaceChildren();
    const { root } = drawn('hundred-findings');
    const [severity, file] = all(root, '.filter select') as HTMLSelectElement[];
    const pick = (select: HTMLSelectElement | undefined, value: string) => {
      act(() => {
        if (select) select.value = value;
        select?.dispatchEvent(new Event('change', { bubbles: true }));
      });
      return texts(root, '.filter [role=status]')[0];
    };
    expect(texts(root, '.filter [role=status]')).toEqual(['All 100 findings shown.']);
    expect(all(root, '.finding')).toHaveLength(40);
    press(root, 'Show 60 more');
    expect(all(root, '.finding')).toHaveLength(100);
    expect(pick(severity, 'note')).toBe('16 of 100 findings shown.');
    expect(all(root, '.finding.is-note')).toHaveLength(16);
    expect(pick(file, 'users')).toBe('0 of 100 findings shown.');
    expect(text(root)).toContain('No finding is of this kind.');
    expect(pick(severity, '')).toMatch(/^\d\d of 100/);
    expect(new Set(texts(root, '.where').map((where) => where.split(' ')[0]))).toEqual(new Set(['users.csv']));
  });

  it('says when nothing was found', () => {
    const { root } = drawn('ready');
    expect(root.querySelector('#verdict')?.textContent).toBe('Ready: ClassTag will read these files.');
    expect(text(root)).toContain('Nothing to mend. Every rule was applied to every row.');
    expect(root.querySelector('.finding')).toBeNull();
  });

  it('marks in words where a file differs from its template', () => {
    const { root } = drawn('problems');
    const [users] = all(root, '.file');
    expect(texts(users as Element, 'tbody tr').slice(2, 5)).toEqual(
      [
        'Line ends LF (differs)CR',
        'Encoding Windows ANSI (1252) (differs)UTF-8',
        'Byte order mark no (as it should be)no',
      ].map((row) => row.replace(/^(Line ends|Encoding|Byte order mark) /, '$1')),
    );
    expect(text(root)).toContain('Given as export/enrollments (1).csv, recognized by its header');
  });

  it('says which files were not given', () => {
    const { root } = drawn('one-file');
    expect(texts(root, '.file .line').slice(-2)).toEqual(Array(2).fill(say('check_not_given')));
    expect(all(root, '.file table')).toHaveLength(1);
  });

  it('tells that the settings were changed since', () => {
    const { root, on } = drawn('settings-changed');
    expect(texts(root, '[role=status]')).toContain('The settings were changed since. Check again to use them.');
    expect(root.querySelector('.primary')?.textContent).toBe('Check again');
    press(root, 'Check again');
    expect(on.again).toHaveBeenCalledOnce();
    press(root, 'Other files');
    expect(on.other).toHaveBeenCalledOnce();
  });

  it('has a table behind each picture', () => {
    const { root } = drawn('ready');
    const [roles] = all(root, 'figure');
    expect(roles?.querySelector('[role=img]')?.getAttribute('aria-label')).toBe(
      'Users by role. Most: parent, with 9,204 of 14,240 (65 %).',
    );
    expect(texts(roles as Element, 'tbody tr')).toEqual([
      'parent9,20465 %',
      'student4,61132 %',
      'teacher4022.8 %',
      'administrator230.2 %',
    ]);
  });

  it('never leaves the largest out of a picture, wherever it stands', () => {
    const bars = Array.from({ length: 20 }, (_, at) => ({
      name: `School ${at + 1}`,
      count: at === 19 ? 500 : 100 - at,
    }));
    const picture = { id: 'schools', title: 'Users by school', of: 'School', counts: 'Users', summary: '', bars };
    const root = document.createElement('div');
    act(() => render(<Pictures pictures={[picture]} />, root));
    const shown = texts(root, '.bar .name');
    expect(shown).toEqual([...bars.slice(0, 15), ...bars.slice(19)].map(({ name }) => name));
    expect(text(root)).toContain('4 more are in the table.');
    expect(all(root, 'tbody tr')).toHaveLength(20);
  });
});

describe('last time', () => {
  it('is told as a table, and by whether the archiving would stop', () => {
    const { root } = drawn('problems-over-threshold');
    expect(text(root)).toContain(
      'users.csv: more than 10 % of the earlier records are gone. The receiver would archive none',
    );
    expect(texts(root, '.compared tbody tr')[0]).toBe('users.csv16,81214,240412,613 (16 %)302');
    expect(text(drawn('ready-compared').root)).toContain('No file has lost more than 10 % of its records.');
  });

  it('has no share rounded to the limit that it is over', () => {
    const users = {
      file: 'users',
      group: null,
      before: 1005,
      now: 904,
      added: 0,
      removed: 101,
      changed: 0,
      isOver: true,
    };
    const classes = { ...users, file: 'classes', removed: 100, isOver: false };
    const comparison = { with: { kind: 'files' as const }, files: [users, classes] };
    const { root } = drawCheck(reported(report({ comparison })));
    expect(texts(root, '.compared tbody td:nth-child(5)')).toEqual(['101 (10.05 %)', '100 (10 %)']);
  });

  it('scrolls within itself where it is too wide, and then for the keyboard, too', () => {
    expect(drawn('ready-compared').root.querySelector('.scrolling')?.hasAttribute('tabindex')).toBe(false);
    const wide = vi.spyOn(Element.prototype, 'scrollWidth', 'get').mockReturnValue(500);
    const table = drawn('ready-compared').root.querySelector('.scrolling');
    expect(table?.getAttribute('tabindex')).toBe('0');
    expect(table?.getAttribute('aria-label')).toContain('Compared with the counts remembered');
    wide.mockReturnValue(0);
    act(() => void dispatchEvent(new Event('resize')));
    expect(table?.hasAttribute('tabindex')).toBe(false);
    wide.mockRestore();
  });

  it('is given by a drop on its own place, which checks no new set', async () => {
    const { root, on } = drawn('ready');
    expect(text(root)).toContain('Nothing to compare with yet.');
    await drop(root.querySelector('.earlier p') as Element);
    expect(on.compare).toHaveBeenCalledWith(GIVEN, 0);
    expect(on.check).not.toHaveBeenCalled();
    choose(all(root, '.earlier input')[0]);
    expect(on.compare).toHaveBeenCalledTimes(2);
  });

  it('is remembered and forgotten', () => {
    const { root, on, show } = drawn('ready');
    press(root, 'Remember these counts for next time');
    expect(on.keep).toHaveBeenCalledOnce();
    expect(buttonNames(root)).not.toContain('Forget');
    show(reported(report(), { keptAt: '2026-11-25T15:41:00.000Z' }));
    expect(text(root)).toContain('Remembered on Nov 25, 2026');
    press(root, 'Forget');
    expect(on.forget).toHaveBeenCalledOnce();
  });
});

describe('words', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1000, '1 kB'],
    [4_200_000, '4.2 MB'],
    [146_000_000, '146 MB'],
    [3_200_000_000, '3.2 GB'],
  ])('size of %i', (bytes, words) => expect(t.size(bytes)).toBe(words));

  it.each([
    [0.5, 'almost done'],
    [4.7, 'about 5 seconds left'],
    [17, 'about 20 seconds left'],
    [54, 'about 55 seconds left'],
    [58, 'about 1 minute left'],
    [150, 'about 3 minutes left'],
  ])('%d seconds left', (seconds, words) => expect(t.timeLeft(seconds)).toBe(words));

  it.each([
    [12, '0.1 seconds'],
    [412, '0.4 seconds'],
    [13_400, '13 seconds'],
    [150_000, '3 minutes'],
  ])('%i milliseconds', (milliseconds, words) => expect(t.duration(milliseconds)).toBe(words));

  it.each([
    [0, '0 %'],
    [0.0000001, '<0.1 %'],
    [0.004, '0.4 %'],
    [0.0999, '10 %'],
    [0.155, '16 %'],
    [1, '100 %'],
  ])('%d as percent', (part, words) => expect(t.percent(part)).toBe(words));

  it.each([
    ['empty', 'Check exported files'],
    ['running', '19 % checked'],
    ['ready', 'Ready'],
    ['problems', 'Problems found'],
    ['canceled', 'The check was canceled'],
  ])('title while %s', (name, title) => {
    expect(t.titleOf(checkStates[name] ?? view({ kind: 'empty' }))).toBe(`${title} - Roster Export Assistant`);
  });

  it('mask tells a short value from a long one, and nothing else', () => {
    expect(['', 'a', 'abc', 'abcd', '한국어이름', 'x'.repeat(20), 'x'.repeat(5000)].map((v) => mask(v).length)).toEqual(
      [2, 2, 2, 4, 4, 7, 10],
    );
  });
});

/** Entries of a dropped folder, as browsers give them: a reader hands them over in portions. */
function folder(path: string, entries: object[]): object {
  return {
    isDirectory: true,
    isFile: false,
    fullPath: path,
    createReader: () => {
      const portions = [entries.slice(0, 1), entries.slice(1), []];
      return { readEntries: (done: (some: object[]) => void) => done(portions.shift() ?? []) };
    },
  };
}
const entry = (path: string, readable = true) => ({
  isDirectory: false,
  isFile: true,
  fullPath: path,
  name: path.slice(path.lastIndexOf('/') + 1),
  file: (done: (file: File) => void, failed: () => void) =>
    readable ? done(new File(['x'], path.slice(path.lastIndexOf('/') + 1))) : failed(),
});
const transferOf = (...entries: object[]) =>
  ({ items: entries.map((one) => ({ webkitGetAsEntry: () => one })), files: [] }) as unknown as DataTransfer;

describe('dropped files', () => {
  it('are found in folders, and those that cannot be read are counted', async () => {
    const { files, leftOut } = await droppedFiles(
      transferOf(
        entry('/users.csv'),
        folder('/export', [entry('/export/classes.csv'), folder('/export/old', [entry('/export/old/users.csv')])]),
        folder('/locked', [entry('/locked/x.csv', false)]),
      ),
    );
    expect(files.map(({ path }) => path)).toEqual(['users.csv', 'export/classes.csv', 'export/old/users.csv']);
    expect(files.map(({ name }) => name)).toEqual(['users.csv', 'classes.csv', 'users.csv']);
    expect(leftOut).toBe(1);
  });

  it('end somewhere', async () => {
    const wide = folder(
      '/wide',
      Array.from({ length: 900 }, (_, at) => entry(`/wide/${at}.csv`)),
    );
    const { files, leftOut } = await droppedFiles(transferOf(wide));
    expect([files.length, leftOut]).toEqual([500, 400]);
    let deep = folder('/deep', [entry('/deep/users.csv')]);
    for (let n = 0; n < 20; n += 1) deep = folder('/deep', [deep]);
    expect(await droppedFiles(transferOf(deep))).toEqual({ files: [], leftOut: 1 });
    const whole = await droppedFiles(
      transferOf(
        ...Array.from({ length: 21 }, (_, of) =>
          folder(
            `/${of}`,
            Array.from({ length: 999 }, () => entry('/x')),
          ),
        ),
      ),
    );
    // Of the last folder one portion has room; the rest of it counts once.
    expect([whole.files.length, whole.leftOut]).toEqual([500, 20 * 999 + 1 - 500 + 1]);
  });

  it('are the likely ones where there are too many', async () => {
    const pictures = Array.from({ length: 600 }, (_, at) => entry(`/all/${at}.jpg`));
    const others = Array.from({ length: 498 }, (_, at) => entry(`/all/${at}.csv`));
    const set = [entry('/all/Users.CSV'), entry('/all/export.zip')];
    const { files, leftOut } = await droppedFiles(transferOf(folder('/all', [...pictures, ...others, ...set])));
    expect([files.length, leftOut]).toEqual([500, 600]);
    expect(files[0]?.name).toBe('Users.CSV');
    expect(files.every(({ name }) => !name.endsWith('.jpg'))).toBe(true);
  });

  it('that were left out are told with the report', () => {
    const { root } = drawCheck(reported(report(), {}, { leftOut: 1204 }));
    expect(text(root)).toContain('1,204 files or folders were left out: at most 500 files are looked at');
    expect(text(drawCheck(reported(report())).root)).not.toContain('left out');
  });

  it('are none where none were chosen', () => {
    expect(chosenFiles(null)).toEqual({ files: [], leftOut: 0 });
  });
});

describe('the popup', () => {
  it('leads to the page, and takes drops for it', async () => {
    const { root, on } = drawPopup(popupStates.none ?? popupStates['under-way'] ?? expect.fail('no popup'));
    press(root, 'Check exported files');
    expect(on.checkFiles).toHaveBeenCalledOnce();
    await drop(root.querySelector('main') as Element);
    expect(on.dropFiles).toHaveBeenCalledWith({ files: GIVEN, leftOut: 0 });
  });
});
