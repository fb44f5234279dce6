// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { popupStates } from '../../gallery/states.ts';
import { buttonNames, drawPopup, press, text } from './help.tsx';

afterEach(() => document.body.replaceChildren());

function drawn(name: string) {
  const view = popupStates[name];
  if (!view) throw new Error(`no state ${name}`);
  return drawPopup(view);
}

describe('the popup', () => {
  it('shows four ticks for each template, in words', () => {
    const { root } = drawn('under-way');
    const [users] = [...root.querySelectorAll('.checklist > li')].map((li) => li.textContent ?? '');
    expect(users).toContain('done: Fields chosen');
    expect(users).toContain('done: Labels right');
    expect(users).toContain('not done: Export summary right');
    expect(users).toContain('not done: Template saved');
    expect(root.querySelectorAll('.checklist > li')).toHaveLength(3);
  });

  it('has one line for what is next, and one primary button that goes there', () => {
    const { root, on } = drawn('last');
    expect(text(root)).toContain('Last PowerSchool site: maplewood.powerschool.com');
    expect(root.querySelectorAll('.primary')).toHaveLength(1);
    press(root, 'Open the Data Export Manager');
    expect(on.goNext).toHaveBeenCalledOnce();
  });

  it('starts over only after asking', () => {
    const { root, on } = drawn('under-way');
    press(root, 'Start over');
    expect(on.startOver).not.toHaveBeenCalled();
    press(root, 'Keep progress');
    expect(on.startOver).not.toHaveBeenCalled();
    press(root, 'Start over');
    press(root, 'Forget progress');
    expect(on.startOver).toHaveBeenCalledOnce();
    expect(buttonNames(root)).toContain('Start over');
  });

  it('offers to start over only where something is started', () => {
    expect(buttonNames(drawn('fresh').root)).not.toContain('Start over');
    expect(buttonNames(drawn('last').root)).toContain('Start over');
  });

  it('keeps the focus inside when its button is gone', () => {
    const { root } = drawn('under-way');
    root.querySelector<HTMLElement>('.popup > .acts button')?.focus();
    press(root, 'Start over');
    expect(document.activeElement?.textContent).toBe('Roster Export Assistant');
  });

  it('tells where to go when no site is known, and checks files there is no site for', () => {
    const { root } = drawn('none');
    expect(text(root)).toContain('Setup > System > Page and Data Management > Export Data');
    expect(buttonNames(root)).toEqual(['Check exported files']);
    expect(text(root)).toContain('*.powerschool.com built in');
    expect(root.querySelector('.checklist')).toBeNull();
  });

  it.each([
    ['done', 'All three templates are saved.', 'not verified yet'],
    ['verified', 'All three templates are saved and verified.', 'the letter'],
  ])('says when all is %s, and leads on', (name, done, next) => {
    const { root, on } = drawn(name);
    expect(text(root)).toContain(done);
    expect(root.querySelector('.next')?.textContent).toContain(next);
    press(root, 'What comes next');
    expect(on.goNext).toHaveBeenCalledOnce();
  });

  it.each([
    ['done', 0, 'classtag_users verified on Nov 24, 2026'],
    ['done', 1, 'classtag_classes saved on Nov 23, 2026, not yet verified'],
    ['differs', 1, 'classtag_classes differs from what ClassTag wants'],
  ])('%s: tells what is known of template %i', (name, at, words) => {
    expect(drawn(name).root.querySelectorAll('.checklist > li')[at]?.textContent).toContain(words);
  });
});

describe('access to sites', () => {
  it.each<[string, string[], RegExp[]]>([
    [
      'own-domain',
      ['Always on this site', 'Once'],
      [/looks like PowerSchool’s Data Export Manager/, /asks you to allow sis\.example\.org\./],
    ],
    ['own-domain-http-port', ['Always on this site', 'Once'], [/not encrypted/, /every port of sis\.example\.org\./]],
    ['own-domain-elsewhere', ['Open the Data Export Manager', 'Always on this site'], [/looks like PowerSchool, but/]],
    [
      'known-not-allowed',
      ['Always on this site', 'Once'],
      [/does not let this extension work on maplewood/, /built in, but not allowed/],
    ],
    ['panel-missing', ['Once'], [/The panel is not on this page/]],
    ['blocked', [], [/does not let this extension work on sis/, /nothing is lost\. Ask your IT department/]],
    ['refused', ['Always on this site', 'Once'], [/did not give access/]],
  ])('%s', (name, buttons, words) => {
    const { root } = drawn(name);
    const names = buttonNames(root);
    expect(names.slice(0, names.indexOf('Check exported files'))).toEqual(buttons);
    expect(root.querySelectorAll('.primary')).toHaveLength(buttons.length > 0 ? 1 : 0);
    for (const word of words) expect(text(root)).toMatch(word);
  });

  it('says nothing of encryption and ports where there is nothing to say', () => {
    expect(text(drawn('own-domain').root)).not.toMatch(/encrypted|every port/);
  });

  it('asks in the click itself, and takes back the very grant', () => {
    const own = drawn('own-domain');
    press(own.root, 'Always on this site');
    expect(own.on.allowAlways).toHaveBeenCalledOnce();
    press(own.root, 'Once');
    expect(own.on.allowOnce).toHaveBeenCalledOnce();
    const { root, on } = drawn('granted');
    press(root, 'Take back sis.example.org');
    press(root, 'Take back Every site');
    expect(on.takeBack.mock.calls).toEqual([['https://sis.example.org/*'], ['*://*/*']]);
    // What is built in cannot be given back.
    expect(buttonNames(root).filter((name) => name.startsWith('Take back'))).toHaveLength(3);
  });
});
