// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { columns, panel, THOUSAND } from '../../gallery/data.ts';
import { panelStates } from '../../gallery/states.ts';
import { box, button, buttonNames, drawPanel, everyone, key, press, status, text, tick } from './help.tsx';

const state = (name: string) => {
  const found = panelStates[name];
  if (!found) throw new Error(`no state ${name}`);
  return found;
};

afterEach(() => document.body.replaceChildren());

const PAGE_BUTTONS = ['Next', 'Prev', 'Export', 'Save Template', 'Save as New'];

describe.each(Object.keys(panelStates))('in the state %s', (name) => {
  it('names no button as PowerSchool does, and makes at most one the primary one', () => {
    const { root } = drawPanel(state(name));
    expect(buttonNames(root).filter((button) => PAGE_BUTTONS.includes(button))).toEqual([]);
    expect(root.querySelectorAll('.primary').length).toBeLessThanOrEqual(1);
  });

  it('calls nothing by being drawn', () => {
    const { on } = drawPanel(state(name));
    for (const action of Object.values(on)) expect(action).not.toHaveBeenCalled();
  });
});

describe('the next act', () => {
  const acts: [string, string, string][] = [
    ['start', 'Set up users.csv', 'later'],
    ['start-second-file', 'Set up classes.csv', 'later'],
    ['columns-none', 'Select fields', 'selectFields'],
    ['summary-wrong', 'Fill export summary', 'later'],
    ['save-other', 'Fill name', 'later'],
    ['save-error', 'Fill name', 'later'],
    ['summary-saved', 'Set up classes.csv', 'later'],
    ['templates', 'Set up classes.csv', 'later'],
    ['columns-leaving', 'Go to classes.csv', 'confirmLeaving'],
  ];
  it.each(acts)('in %s is %s', (name, label, action) => {
    const { root, on } = drawPanel(state(name));
    expect(button(root, label).classList).toContain('primary');
    press(root, label);
    expect(on[action as keyof typeof on]).toHaveBeenCalledOnce();
  });

  it.each([
    ['guide-running', 'Pause', { type: 'pause' }],
    ['guide-look', 'Looks right, continue', { type: 'go-on' }],
    ['guide-look', 'Go on by hand', { type: 'end' }],
    ['guide-paused', 'Resume', { type: 'go-on' }],
    ['guide-saved', 'Set up classes.csv', { type: 'go-on' }],
  ])('in %s may be %s', (name, label, act) => {
    const { root, on } = drawPanel(state(name));
    press(root, label);
    expect(on.later).toHaveBeenCalledWith(act);
  });

  const others: [string, string, string, unknown[]][] = [
    ['columns-ready', 'Undo', 'undo', []],
    ['columns-ready', 'Close report', 'dismissReport', []],
    ['columns-leaving', 'Stay here', 'confirmLeaving', [false]],
    ['which-file', 'This is enrollments.csv', 'nameFile', ['enrollments']],
    ['loading', 'Stop waiting', 'cancel', []],
    ['start', 'users.csv', 'chooseFile', ['users']],
    ['records', 'enrollments.csv', 'chooseFile', ['enrollments']],
  ];
  it.each(others)('in %s may also be %s', (name, label, action, args) => {
    const { root, on } = drawPanel(state(name));
    press(root, label);
    expect(on[action as keyof typeof on]).toHaveBeenCalledWith(...args);
  });

  it('is told in words where it is the page’s', () => {
    expect(text(drawPanel(state('columns-ready')).root)).toContain('Labels are right. Press Next on the page.');
    expect(text(drawPanel(state('summary-ready')).root)).toContain(
      'Press Save Template on the page. The name classtag_users',
    );
    expect(text(drawPanel(state('save-filled')).root)).toContain('Press Save as New');
    const refused = drawPanel(state('guide-refused')).root;
    expect(refused.querySelector('.guide .error')?.textContent).toMatch(/may not save templates.*Export on the page/);
    expect(text(refused)).not.toContain('Press Save as New');
    expect(text(drawPanel(state('save-filled-early')).root)).not.toContain('Press Save as New');
    expect(text(drawPanel(state('start-all-done')).root)).toContain('All three templates are saved.');
  });

  it('waits while something is under way', () => {
    const { root, on } = drawPanel(state('columns-labeling'));
    press(root, 'Auto-label');
    press(root, 'classes.csv');
    expect(on.applyLabels).not.toHaveBeenCalled();
    expect(on.chooseFile).not.toHaveBeenCalled();
    expect(button(root, 'Auto-label').getAttribute('aria-disabled')).toBe('true');
  });

  it('is none but the message where the panel stopped', () => {
    const { root } = drawPanel(state('stopped-updated'));
    expect(buttonNames(root)).toEqual(['Move panel', 'Fold panel']);
  });
});

describe('Auto-label', () => {
  it('shows its changes first and makes those that are ticked, typed ones left out', () => {
    const { root, on } = drawPanel(state('columns-mixed'));
    press(root, 'Auto-label');
    expect(on.applyLabels).not.toHaveBeenCalled();
    expect(text(root)).toContain('11 labels will change. 2 were typed by hand and stay.');
    expect(box(root, 'Mobile number').checked).toBe(false);
    tick(root, 'USERS.dcid');
    tick(root, 'Mobile number');
    press(root, 'Change 11 labels');
    const keys = on.applyLabels.mock.calls[0]?.[0];
    expect(keys).toHaveLength(11);
    expect(keys).toContain('users.sms');
    expect(keys).not.toContain('users.dcid');
    expect(keys).not.toContain('users.nickname');
  });

  it('changes nothing on Cancel or Escape', () => {
    const { root, on } = drawPanel(state('columns-mixed'));
    press(root, 'Auto-label');
    press(root, 'Cancel');
    expect(button(root, 'Auto-label')).toBeTruthy();
    press(root, 'Auto-label');
    key(button(root, 'Cancel'), 'Escape');
    expect(button(root, 'Auto-label')).toBeTruthy();
    expect(on.applyLabels).not.toHaveBeenCalled();
  });

  it('cannot change nothing', () => {
    const { root, on } = drawPanel(state('columns-typed-only'));
    press(root, 'Auto-label');
    press(root, 'Change 0 labels');
    expect(on.applyLabels).not.toHaveBeenCalled();
    tick(root, 'Mobile number');
    press(root, 'Change 1 label');
    expect(on.applyLabels).toHaveBeenCalledWith(['users.sms']);
  });

  it('acts at once where that is chosen, and still leaves typed labels alone', () => {
    const { root, on } = drawPanel({ ...state('columns-mixed'), actAtOnce: true });
    press(root, 'Auto-label');
    expect(on.applyLabels.mock.calls[0]?.[0]).toHaveLength(11);
    expect(on.applyLabels.mock.calls[0]?.[0]).not.toContain('users.sms');
  });

  it('keeps ticks over a redraw, but forgets the tick of a label that was typed anew', () => {
    const view = state('columns-typed-only');
    const { root, show } = drawPanel(view);
    press(root, 'Auto-label');
    tick(root, 'Mobile number');
    show({ view: structuredClone(view) });
    expect(box(root, 'Mobile number').checked).toBe(true);
    const typed = structuredClone(view);
    if (typed.body.kind === 'columns') for (const line of typed.body.labels.lines) line.before = 'Cell';
    show({ view: typed });
    expect(box(root, 'Cell').checked).toBe(false);
  });

  it('closes its preview when the page is about another file', () => {
    const { root, show } = drawPanel(state('columns-to-label'));
    press(root, 'Auto-label');
    show({ view: { ...state('columns-to-label'), fileId: 'classes' } });
    expect(buttonNames(root)).toContain('Auto-label');
  });

  it('names what it leaves alone and why, and makes invisible characters visible', () => {
    const { root } = drawPanel(state('columns-mixed'));
    press(root, 'Auto-label');
    expect(text(root)).toContain('The page does not let this label be changed.');
    expect(text(root)).toContain('The new label would stand twice.');
    expect(text(root)).toContain('␣nick[U+00A0]name[U+200B]');
  });

  it('draws sixty of many lines until more are asked for, and changes all of them', () => {
    const lines = THOUSAND.lines.slice(0, 160);
    const { root, on } = drawPanel(panel({ body: columns({ labels: { lines, refusals: [], right: 0 } }) }));
    press(root, 'Auto-label');
    expect(root.querySelectorAll('.preview li')).toHaveLength(60);
    press(root, 'and 100 more');
    expect(root.querySelectorAll('.preview li')).toHaveLength(160);
    press(root, 'Show fewer');
    press(root, 'Change 160 labels');
    expect(on.applyLabels.mock.calls[0]?.[0]).toHaveLength(160);
  });
});

describe('the report', () => {
  it('counts, and puts first what did not work, with the reason', () => {
    const { root } = drawPanel(state('columns-some-failed'));
    expect(text(root)).toContain('6 changed, 1 already right, 2 not changed.');
    expect(root.querySelector('.report li')?.textContent).toContain('PowerSchool put another value back.');
  });

  it('is announced with the place', () => {
    const { root, show } = drawPanel(state('columns-to-label'));
    expect(status(root)).toBe('users.csv · step 1 of 3');
    show({ view: state('columns-ready') });
    expect(status(root)).toBe('Auto-label: 12 changed. users.csv · step 1 of 3');
    show({ view: state('loading') });
    expect(status(root)).toBe('Waiting for PowerSchool to load the data set of users.csv …');
  });
});

describe('problems', () => {
  it('carry their severity as a word, gravest first, and the advice', () => {
    const { root } = drawPanel(state('columns-mixed'));
    const items = [...root.querySelectorAll('.problems li')].map((li) => li.textContent ?? '');
    expect(items.map((item) => item.split(' ')[0])).toEqual(['Error', 'Warning', 'Note']);
    expect(items[0]).toContain('Select fields ticks it.');
  });
});

describe('the export summary', () => {
  it('tells each line’s state in words', () => {
    const { root } = drawPanel(state('summary-troubles'));
    const rows = [...root.querySelectorAll('tbody tr')].map((row) => row.textContent ?? '');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toContain('To change');
    expect(rows[1]).toContain('Not found on the page');
    expect(rows[2]).toContain('Right');
    expect(rows[3]).toContain('Cannot be changed here');
    expect(rows[5]).toContain('Found twice on the page');
  });

  it('gives way to going on once saved, unless it is wrong again', () => {
    expect(button(drawPanel(state('summary-saved')).root, 'Set up classes.csv').classList).toContain('primary');
    const { root } = drawPanel(state('summary-saved-wrong'));
    expect(button(root, 'Fill export summary').classList).toContain('primary');
    expect(button(root, 'Set up classes.csv').classList).not.toContain('primary');
  });
});

describe('folding and the files', () => {
  it('folds to a tab that tells how far we are', () => {
    const { root, show, onFold } = drawPanel(state('templates'));
    press(root, 'Fold panel');
    expect(onFold).toHaveBeenCalledWith(true);
    show({ folded: true });
    expect(text(root)).toContain('1/3 Roster Export Assistant');
    press(root, '1/3 Roster Export Assistant: templates done. Open panel');
    expect(onFold).toHaveBeenCalledWith(false);
  });

  it('names the files first, then their state in words, and marks the current one', () => {
    const { root } = drawPanel(state('summary-saved'));
    const files = buttonNames(root).filter((name) => /^\w+\.csv /.test(name));
    expect(files).toEqual(['users.csv done', 'classes.csv 1 of 4', 'enrollments.csv not started']);
    expect(button(root, 'users.csv').getAttribute('aria-current')).toBe('true');
  });
});

describe('focus and keys', () => {
  it('goes to the heading when the button that had it is gone', () => {
    const { root } = drawPanel(state('columns-to-label'), { isTrusted: everyone });
    button(root, 'Auto-label').focus();
    press(root, 'Auto-label');
    expect(root.activeElement?.textContent).toBe('users.csv · step 1 of 3');
    button(root, 'Cancel').focus();
    press(root, 'Cancel');
    expect(root.activeElement?.textContent).toBe('users.csv · step 1 of 3');
  });

  it('is never taken from the page', () => {
    const input = document.createElement('input');
    document.body.append(input);
    input.focus();
    const { show } = drawPanel(state('columns-to-label'));
    show({ view: state('columns-ready') });
    expect(document.activeElement).toBe(input);
  });

  it('keeps typing and focus from the page', () => {
    const seen: string[] = [];
    const page = new AbortController();
    for (const kind of ['keydown', 'focusin', 'focus']) {
      const see = (event: Event) => seen.push(event.type);
      document.addEventListener(kind, see, { capture: kind === 'focus', signal: page.signal });
    }
    const { root } = drawPanel(state('columns-to-label'));
    key(button(root, 'Auto-label'), 'Escape');
    button(root, 'Auto-label').focus();
    page.abort();
    expect(seen).toEqual([]);
  });

  it('answers Escape to a question about leaving with no', () => {
    const { root, on } = drawPanel(state('columns-leaving'));
    key(button(root, 'Stay here'), 'Escape');
    expect(on.confirmLeaving).toHaveBeenCalledWith(false);
  });
});
