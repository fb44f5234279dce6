// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { panelStates, popupStates } from '../../gallery/states.ts';
import { drawPanel, drawPopup, text, tick, type } from './help.tsx';

afterEach(() => document.body.replaceChildren());

/** The popup's text boxes for the templates' names. */
function drawnNames() {
  const view = popupStates.fresh;
  if (!view) throw new Error('no state fresh');
  const popup = drawPopup(view);
  const names = [...popup.root.querySelectorAll<HTMLInputElement>('input[type=text]')];
  const [users] = names;
  if (!users) throw new Error('no text boxes');
  return { ...popup, names, users };
}

describe('settings', () => {
  it('hand each choice on', () => {
    const view = panelStates.start;
    if (!view) throw new Error('no state start');
    const { root, on } = drawPanel(view);
    tick(root, 'Swap phone and sms');
    expect(on.setChoice).toHaveBeenCalledWith('swapPhoneAndSms', true);
    tick(root, 'Leave out dcid');
    expect(on.setChoice).toHaveBeenCalledWith('leaveOutDcid', false);
    tick(root, 'Auto-label acts at once');
    expect(on.setActAtOnce).toHaveBeenCalledWith(true);
  });

  it('have a name for each template', () => {
    expect(drawnNames().names.map((input) => input.value)).toEqual([
      'classtag_users',
      'classtag_classes',
      'classtag_enrollments',
    ]);
  });

  const names: [string, string | null, string][] = [
    ['  roster users ', 'roster users', ''],
    ['', null, 'A template needs a name.'],
    ['   ', null, 'A template needs a name.'],
    ['classtag_classes', null, 'Another template has this name.'],
    ['classtag_users ', null, ''],
  ];
  it.each(names)('takes the name %j as %j', (typed, taken, error) => {
    const { root, on, users } = drawnNames();
    type(users, typed);
    if (taken === null) expect(on.setTemplateName).not.toHaveBeenCalled();
    else expect(on.setTemplateName).toHaveBeenCalledWith('users', taken);
    if (error !== '') expect(text(root)).toContain(error);
    expect(users.getAttribute('aria-invalid')).toBe(error === '' ? null : 'true');
  });
});
