// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { body, type Desk, find, pass, show, startAssistant, useDesk } from './desk.ts';

useDesk();

const DIALOG = `<div class="ui-dialog" id="dialog"><span class="ui-dialog-title">Save Export Template</span>
<button id="x" title="Close">Close</button><div id="psDialog"><div id="error" class="feedback-error" style="display: none"></div>
<div><label>Name</label> <input type="text" id="name"></div>
<div><label>Description</label> <textarea id="description"></textarea></div></div>
<button id="save">Save as&nbsp;New</button><button id="over">Save</button><button id="cancel">Cancel</button></div>`;

const openDialog = (): void => document.body.insertAdjacentHTML('beforeend', DIALOG);
const closeDialog = (): void => find('#dialog').remove();
const nameBox = (): HTMLInputElement => find('#name');

async function atDialog(site = emptySite('2026-01-01T00:00:00.000Z')): Promise<Desk> {
  show('summary/hand-screenshot');
  const desk = startAssistant({ lastFile: 'users', site });
  openDialog();
  await pass();
  return desk;
}

/** The page's own reaction to a click on one of the dialog's buttons. */
function onPress(id: string, react: () => void): void {
  find(`#${id}`).addEventListener('click', react, { once: true });
  find<HTMLElement>(`#${id}`).click();
}

describe('the name in the dialog', () => {
  it('is filled in once, with a description', async () => {
    const desk = await atDialog();
    expect(nameBox().value).toBe('classtag_users');
    expect(find<HTMLTextAreaElement>('#description').value).not.toBe('');
    expect(body(desk, 'save').nameNow).toBe('classtag_users');
    nameBox().value = '';
    await pass(3_000);
    expect(nameBox().value).toBe('');
    expect(body(desk, 'save').state).toBe('other');
  });

  it('is the one chosen for this site', async () => {
    const site = emptySite('2026-01-01T00:00:00.000Z');
    site.choices.templateNames.users = 'people';
    await atDialog(site);
    expect(nameBox().value).toBe('people');
  });

  it('stays where there is one already', async () => {
    show('summary/hand-screenshot');
    const desk = startAssistant({ lastFile: 'users' });
    openDialog();
    nameBox().value = 'mine';
    find<HTMLTextAreaElement>('#description').value = 'of old';
    await pass(3_000);
    expect([nameBox().value, find<HTMLTextAreaElement>('#description').value]).toEqual(['mine', 'of old']);
    expect(body(desk, 'save')).toMatchObject({ state: 'other', name: 'classtag_users', nameNow: 'mine' });
    desk.assistant.actions.later({ type: 'fill-name' });
    await pass();
    expect(nameBox().value).toBe('classtag_users');
  });

  it('is filled in again in a dialog that is opened again', async () => {
    await atDialog();
    closeDialog();
    await pass();
    openDialog();
    await pass();
    expect(nameBox().value).toBe('classtag_users');
  });

  it('is not filled in where the file is not known', async () => {
    show('summary/hand-screenshot');
    startAssistant();
    openDialog();
    await pass(3_000);
    expect(nameBox().value).toBe('');
  });

  it('comes with a warning while the summary is not right', async () => {
    expect(body(await atDialog(), 'save').message).not.toBe('');
  });

  it('shows the error that the dialog shows', async () => {
    const desk = await atDialog();
    find<HTMLElement>('#error').textContent = 'A template with that name exists.';
    find<HTMLElement>('#error').style.display = '';
    await pass();
    expect(body(desk, 'save')).toMatchObject({ state: 'error' });
    expect(body(desk, 'save').message).toContain('A template with that name exists.');
  });
});

describe('a template counts as saved', () => {
  it.each(['save', 'over'])('when #%s was pressed and the dialog went away', async (id) => {
    const { bridge } = await atDialog();
    onPress(id, closeDialog);
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });

  it('under the name that stood there, without padding', async () => {
    const { bridge } = await atDialog();
    nameBox().value = '  mine ';
    onPress('save', closeDialog);
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as mine']);
  });

  it('after a slow answer, and once', async () => {
    const { bridge } = await atDialog();
    onPress('save', () => setTimeout(closeDialog, 5_000));
    await pass(4_500);
    expect(bridge.saved).toEqual([]);
    await pass(10_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });

  it('when PowerSchool confirms it', async () => {
    const { bridge } = await atDialog();
    onPress('save', () => {
      closeDialog();
      find('h1').insertAdjacentHTML('afterend', '<div class="feedback-confirm" role="alert">Saved.</div>');
    });
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });

  it('when it is saved at the second attempt', async () => {
    const { bridge } = await atDialog();
    const error = find<HTMLElement>('#error');
    onPress('save', () => {
      error.textContent = 'A template with that name exists.';
      error.style.display = '';
    });
    await pass(2_000);
    expect(bridge.saved).toEqual([]);
    nameBox().value = 'classtag_users2';
    error.style.display = 'none';
    onPress('save', closeDialog);
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users2']);
  });

  it('by the key that presses the button', async () => {
    const { bridge } = await atDialog();
    const button = find<HTMLElement>('#save');
    button.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    onPress('save', closeDialog);
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });
});

const openOther = (buttons: string): void =>
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div class="ui-dialog" id="other"><p>A template with that name exists.</p>${buttons}</div>`,
  );
const closeOther = (): void => find('#other').remove();
const QUESTION = '<button id="button-cancel">Cancel</button><button id="button-ok">OK</button>';
const ALERT = '<button id="button-ok">OK</button>';

describe('where PowerSchool puts another dialog in the place of the save dialog', () => {
  async function atOther(buttons: string): Promise<Desk> {
    const desk = await atDialog();
    onPress('save', () => {
      closeDialog();
      setTimeout(() => openOther(buttons), 120);
    });
    await pass(3_000);
    expect(desk.bridge.saved).toEqual([]);
    return desk;
  }

  it('counts as saved when a question is answered with its OK', async () => {
    const { bridge } = await atOther(QUESTION);
    onPress('button-ok', closeOther);
    find<HTMLElement>('h1').click();
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });

  it.each([
    ['a question is answered with Cancel', QUESTION, 'button-cancel'],
    ['there is nothing to answer', ALERT, 'button-ok'],
  ])('does not when %s', async (_, buttons, press) => {
    const { bridge } = await atOther(buttons);
    onPress(press, closeOther);
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('does not when the answer is refused', async () => {
    const { bridge } = await atOther(QUESTION);
    onPress('button-ok', () => {
      closeOther();
      setTimeout(() => openOther(ALERT), 120);
    });
    await pass(1_000);
    find<HTMLElement>('#other').remove();
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('counts as saved when PowerSchool says so', async () => {
    const { bridge } = await atOther(ALERT);
    const said = '<div class="feedback-confirm">Template classtag_users was saved.</div>';
    onPress('button-ok', () => find('h1').insertAdjacentHTML('afterend', said));
    closeOther();
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });

  it.each([
    ['has been saved', ['users as classtag_users']],
    ['has not been saved', []],
  ])('believes one that says that the template %s', async (words, saved) => {
    const { bridge } = await atDialog();
    onPress('save', () => {
      closeDialog();
      openOther(`<p>The template classtag_users ${words}.</p>${ALERT}`);
    });
    await pass(2_000);
    expect(bridge.saved).toEqual(saved);
  });

  it('does not mind a dialog that stood open before', async () => {
    const { bridge } = await atDialog();
    openOther(ALERT);
    onPress('save', closeDialog);
    await pass(2_000);
    expect(bridge.saved).toEqual(['users as classtag_users']);
  });
});

describe('where saving loads the page anew', () => {
  const SENT = JSON.stringify({ pressed: { fileId: 'users', name: 'classtag_users' } });

  it.each([
    [
      'counts as saved when the new page says so of it',
      'feedback-confirm',
      'Saved: classtag_users',
      ['users as classtag_users'],
    ],
    ['does not when it says so of another', 'feedback-confirm', 'Saved: mine', []],
    ['does not when it names the template in an error', 'feedback-error', 'There is a classtag_users.', []],
  ])('it %s', async (_, kind, text, saved) => {
    show('summary/hand-screenshot');
    find('h1').insertAdjacentHTML('afterend', `<div class="${kind}">${text}</div>`);
    const { bridge, kept } = startAssistant({ lastFile: 'users', memory: SENT });
    await pass(3_000);
    expect(bridge.saved).toEqual(saved);
    expect(kept.length).toBe(saved.length);
  });
});

describe('a template does not count as saved', () => {
  it.each(['cancel', 'x'])('when #%s closed the dialog', async (id) => {
    const { bridge } = await atDialog();
    onPress(id, closeDialog);
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when the dialog went away by itself', async () => {
    const { bridge } = await atDialog();
    closeDialog();
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it.each(['cancel', 'x'])('when it was refused and then closed by #%s', async (id) => {
    const { bridge } = await atDialog();
    onPress('save', () => {
      find<HTMLElement>('#error').textContent = 'A template with that name exists.';
      find<HTMLElement>('#error').style.display = '';
    });
    await pass(1_000);
    onPress(id, closeDialog);
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when it was refused and then closed by Escape', async () => {
    const { bridge } = await atDialog();
    onPress('save', () => undefined);
    await pass(1_000);
    nameBox().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    closeDialog();
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when an error comes up as the dialog goes away', async () => {
    const { bridge } = await atDialog();
    onPress('save', () => {
      closeDialog();
      find('h1').insertAdjacentHTML('afterend', '<div class="feedback-error">Not saved.</div>');
    });
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when the name was blank', async () => {
    const { bridge } = await atDialog();
    nameBox().value = ' ';
    onPress('save', closeDialog);
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when the file is not known', async () => {
    show('summary/hand-screenshot');
    const { bridge } = startAssistant();
    openDialog();
    await pass();
    nameBox().value = 'mine';
    onPress('save', closeDialog);
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });

  it('when Save Template was pressed outside the dialog', async () => {
    show('summary/hand-screenshot');
    const { bridge } = startAssistant({ lastFile: 'users' });
    for (const button of document.querySelectorAll<HTMLElement>('.button-row button')) button.click();
    await pass(3_000);
    expect(bridge.saved).toEqual([]);
  });
});
