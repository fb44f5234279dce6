// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { body, type Desk, find, pass, show, startAssistant, useDesk } from './desk.ts';
import { course } from './later/situations.ts';

/** What the guided line says where PowerSchool does not save. */

useDesk();

const FORBIDDEN = 'Your assigned role(s) do not permit you to save export templates.';
const DIALOG = `<div class="ui-dialog" id="dialog"><span class="ui-dialog-title">Save Export Template</span>
<div id="psDialog"><div id="error" class="feedback-error" style="display: none"></div>
<div><label>Name</label> <input type="text" id="name"></div>
<div><label>Description</label> <textarea id="description"></textarea></div></div>
<button id="save">Save as&nbsp;New</button><button id="cancel">Cancel</button></div>`;

const saveTemplate = (): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>('button')].find(({ textContent }) =>
    /Save\sTemplate/.test(textContent ?? ''),
  );

/** The guided set-up on step 3, all that comes before it done. `react`: what the page does where Save Template is pressed. */
async function guided(react: () => void): Promise<Desk> {
  show('summary/hand-screenshot');
  saveTemplate()?.addEventListener('click', react);
  const memory = JSON.stringify({ course: course({ columnsRight: true, looked: true, begun: true }) });
  const desk = startAssistant({ lastFile: 'users', memory });
  await pass();
  desk.assistant.actions.later({ type: 'go-on' });
  await pass(3_000);
  return desk;
}

const openDialog = (): void => document.body.insertAdjacentHTML('beforeend', DIALOG);
const line = (desk: Desk) => desk.view().guide;

function onPress(id: string, react: () => void): void {
  find(`#${id}`).addEventListener('click', react, { once: true });
  find<HTMLElement>(`#${id}`).click();
}

function refuse(words: string): void {
  find('#error').textContent = words;
  find<HTMLElement>('#error').style.display = '';
}

/** What happened, that nothing was lost, and what to do next. */
const FORBIDDEN_LINE = new RegExp(
  [
    FORBIDDEN.replace(/[()]/g, '\\$&'),
    'Nothing is saved',
    'not lost',
    'Ask whoever manages roles',
    'somebody whose role may',
    'Export',
  ].join('.*'),
);

describe('the guided line', () => {
  it('asks to press Save as New, until PowerSchool refuses; then says why, once', async () => {
    const desk = await guided(openDialog);
    expect(line(desk)).toMatchObject({
      state: 'look',
      message: 'Press Save as New in the page’s dialog.',
      trouble: false,
    });
    onPress('save', () => refuse(FORBIDDEN));
    await pass(1_000);
    expect(line(desk)?.message).toMatch(FORBIDDEN_LINE);
    expect(line(desk)?.trouble).toBe(true);
    expect(body(desk, 'save')).toMatchObject({ state: 'error', message: '' });
    // Also when the dialog is closed.
    onPress('cancel', () => find('#dialog').remove());
    await pass(1_000);
    expect(line(desk)?.message).toMatch(FORBIDDEN_LINE);
    expect(desk.bridge.saved).toEqual([]);
  });

  it('says so where PowerSchool refuses beside its dialog, which is gone', async () => {
    const desk = await guided(openDialog);
    onPress('save', () => {
      find('#dialog').remove();
      find('h1').insertAdjacentHTML('afterend', `<div class="feedback-error">${FORBIDDEN}</div>`);
    });
    await pass(1_000);
    expect(line(desk)?.message).toMatch(FORBIDDEN_LINE);
  });

  it('says that nothing is saved where the dialog was closed, and asks again where it is opened again', async () => {
    const desk = await guided(openDialog);
    onPress('cancel', () => find('#dialog').remove());
    await pass(1_000);
    expect(line(desk)?.message).toMatch(/^The dialog is closed.*Nothing was lost: press Save Template/);
    openDialog();
    await pass(1_000);
    expect(line(desk)?.message).toBe('Press Save as New in the page’s dialog.');
    onPress('save', () => find('#dialog').remove());
    await pass(200);
    expect(line(desk)?.message).toBe('Press Save as New in the page’s dialog.');
    await pass(1_000);
    // Nor while the background takes it in.
    expect(line(desk)?.message).toBe('Press Save as New in the page’s dialog.');
    desk.assistant.onSite(desk.bridge.site);
    await pass(1_000);
    expect(line(desk)).toMatchObject({ state: 'done', trouble: false });
    expect(desk.bridge.saved).toEqual(['users as classtag_users']);
  });

  it('says so where PowerSchool refuses instead of opening the dialog', async () => {
    const desk = await guided(() =>
      find('h1').insertAdjacentHTML('afterend', `<div class="feedback-error">${FORBIDDEN}</div>`),
    );
    expect(line(desk)).toMatchObject({ state: 'paused', message: expect.stringMatching(FORBIDDEN_LINE) });
  });

  it.each<[string, (button: HTMLElement) => void]>([
    ['there is no Save Template', (button) => button.remove()],
    ['Save Template cannot be pressed', (button) => button.setAttribute('disabled', '')],
  ])('tells who may save, and of Export, where %s', async (_, change) => {
    show('summary/hand-screenshot');
    const memory = JSON.stringify({ course: course({ columnsRight: true, looked: true, begun: true }) });
    const desk = startAssistant({ lastFile: 'users', memory });
    const button = saveTemplate();
    if (button) change(button);
    await pass();
    desk.assistant.actions.later({ type: 'go-on' });
    await pass(3_000);
    expect(line(desk)).toMatchObject({ state: 'look' });
    expect(line(desk)?.message).toMatch(
      /Save Template was not found.*Nothing was lost.*save the template as classtag_users.*ask whoever manages roles.*Export/,
    );
  });
});
