// @vitest-environment jsdom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { finishStates } from '../../gallery/finish.ts';
import { button, buttonNames, drawFinish, press, text, type } from './help.tsx';

afterEach(() => document.body.replaceChildren());

function stateOf(name: string) {
  const view = finishStates[name];
  if (!view) throw new Error(`no state ${name}`);
  return view;
}
const drawn = (name: string) => drawFinish(stateOf(name));
const statuses = (root: HTMLElement) => [...root.querySelectorAll('[role=status]')].map((one) => one.textContent);

/** Presses a button and waits for what it promised. */
async function pressed(root: HTMLElement, name: string): Promise<void> {
  await act(async () => button(root, name).click());
}

describe('until every template is verified', () => {
  it.each([
    ['nothing-saved', '0 of 3 templates are verified.', 'Set up users.csv, classes.csv, and enrollments.csv first'],
    ['some-saved', '1 of 3 templates is verified.', 'Set up enrollments.csv first'],
    ['saved-not-verified', '0 of 3 templates are verified.', 'press Check all three templates in the panel.'],
    ['one-differs', '2 of 3 templates are verified.', 'It shows what differs'],
    ['unknown-site', 'Nothing was set up on this site', 'Set up users.csv'],
  ])('%s: says how far it is, what to do, and what will come', (name, status, toDo) => {
    const { root } = drawn(name);
    expect(statuses(root)[0]).toContain(status);
    expect(root.querySelector('.next')?.textContent).toContain(toDo);
    expect(root.querySelectorAll('.primary')).toHaveLength(1);
    expect(text(root)).toContain('A letter to ClassTag support');
    expect(root.querySelector('input, pre, table, a')).toBeNull();
    expect(buttonNames(root)).not.toContain('Copy the letter');
  });

  it('shows each template in words', () => {
    const lines = (name: string) => [...drawn(name).root.querySelectorAll('.files li')].map((li) => li.textContent);
    expect(lines('some-saved')).toEqual([
      'users.csvclasstag_users verified on Nov 24, 2026',
      'classes.csvclasstag_classes saved on Nov 23, 2026, not yet verified',
      'enrollments.csv not saved',
    ]);
    expect(lines('one-differs')[1]).toBe('classes.csvclasstag_classes differs from what ClassTag wants');
  });

  it('opens PowerSchool where it is to be done', () => {
    const { root, on } = drawn('some-saved');
    press(root, 'Open the Data Export Manager');
    expect(on.openExportManager).toHaveBeenCalledOnce();
    press(root, 'Open My Templates');
    expect(on.openTemplates).toHaveBeenCalledOnce();
    expect(buttonNames(drawn('saved-not-verified').root)).toEqual(['Open My Templates']);
  });

  it('tells where to go when no site is known', () => {
    const { root } = drawn('no-site');
    expect(text(root)).toContain('Setup > System > Page and Data Management > Export Data');
    expect(buttonNames(root)).toEqual([]);
    expect(root.querySelector('.files')).toBeNull();
  });

  it('keeps the focus inside when its button is gone', () => {
    const { root, show } = drawn('saved-not-verified');
    button(root, 'Open My Templates').focus();
    show(stateOf('verified-without-district'));
    expect(statuses(root)[0]).toBe('All three templates are verified.');
    expect(document.activeElement?.textContent).toBe('What comes next');
  });
});

describe('the letter', () => {
  const link = (root: HTMLElement) => root.querySelector<HTMLAnchorElement>('a.button');

  it('says that the district is missing, and has no primary button until it is there', () => {
    const { root } = drawn('verified-without-district');
    const why = root.querySelector(`[id="${root.querySelector('input')?.getAttribute('aria-describedby')}"]`);
    expect(why?.textContent).toContain('Until you enter it, the letter says [district name].');
    expect(root.querySelector('pre')?.textContent).toContain('[district name] has set up');
    expect(root.querySelectorAll('.primary')).toHaveLength(0);
  });

  it('is opened in the mail program once the district is there', () => {
    const { root } = drawn('verified');
    expect(text(root)).not.toContain('Until you enter it');
    expect(link(root)?.href).toMatch(/^mailto:support@classtag\.com\?subject=SFTP%20access%20for%20Maplewood/);
    expect(link(root)?.className).toContain('primary');
    expect(root.querySelectorAll('.primary')).toHaveLength(1);
  });

  it('is better copied where it is too long for a link, and says so', () => {
    const { root } = drawn('verified-long-names');
    expect(text(root)).toContain('The letter is too long for a link');
    expect(root.querySelector('.primary')?.textContent).toBe('Copy the letter');
  });

  it('follows what is typed, and keeps it when the box is left', () => {
    const { root, on } = drawn('verified-without-district');
    const input = root.querySelector('input');
    if (!input) throw new Error('no box for the district');
    expect(root.querySelector('label')?.htmlFor).toBe(input.id);
    type(input, 'Maplewood');
    expect(on.typeDistrict).toHaveBeenCalledWith('Maplewood');
    expect(on.saveDistrict).toHaveBeenCalledOnce();
  });

  it('is copied, and says so until it changes', async () => {
    const { root, on, show } = drawn('verified');
    await pressed(root, 'Copy the letter');
    expect(on.copy).toHaveBeenCalledWith(root.querySelector('pre')?.textContent);
    expect(statuses(root)[1]).toBe('Copied. Paste it into a mail to support@classtag.com.');
    show(stateOf('verified-without-district'));
    expect(statuses(root)[1]).toBe('');
  });

  it('is selected where the browser does not let it be copied', async () => {
    const { root, on } = drawn('verified');
    on.copy.mockResolvedValue(false);
    const selectAllChildren = vi.fn();
    vi.spyOn(window, 'getSelection').mockReturnValue({ selectAllChildren } as unknown as Selection);
    await pressed(root, 'Copy the letter');
    expect(selectAllChildren).toHaveBeenCalledWith(root.querySelector('pre'));
    expect(statuses(root)[1]).toContain('press Ctrl+C');
  });
});

describe('the rest', () => {
  it('lists the steps in order, each with who does it', () => {
    const steps = [...drawn('verified').root.querySelectorAll('.remaining b')].map((who) => who.textContent);
    const [you, they] = ['You:', 'ClassTag:'];
    expect(steps).toEqual([you, they, 'Your IT department:', you, they, you, they]);
  });

  it('sums the set-up up, and prints it', () => {
    const { root, on } = drawn('verified');
    const rows = [...root.querySelectorAll('table.labels')].map((table) => table.querySelectorAll('tbody tr').length);
    expect(rows).toEqual([12, 7, 6]);
    expect(root.querySelectorAll('table.options tbody tr')).toHaveLength(18);
    expect(root.querySelector('table.labels')?.textContent).toContain('USERS.languageslanguage');
    press(root, 'Print');
    expect(on.print).toHaveBeenCalledOnce();
  });

  it('says in the summary what is not known', () => {
    expect(text(drawn('verified-without-district').root)).toContain('Districtnot entered');
    const { root } = drawn('verified-labels-unknown');
    expect(root.querySelectorAll('table.labels')).toHaveLength(0);
    expect(text(root)).toContain('The labels are not known.');
    expect(root.querySelector('table.options td')?.textContent).toBe('not known');
  });
});
