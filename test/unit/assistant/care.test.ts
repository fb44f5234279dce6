// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { body, type Desk, find, pass, show, startAssistant, useDesk } from './desk.ts';
import { labelBox, openWizard } from './wizard.ts';

useDesk();

const keysOf = (desk: Desk, kind: string) =>
  body(desk, 'columns')
    .labels.lines.filter((line) => line.kind === kind)
    .map(({ key }) => key);

async function ticked(): Promise<Desk> {
  openWizard();
  const desk = startAssistant();
  desk.assistant.actions.chooseFile('users');
  await pass(2_000);
  desk.assistant.actions.selectFields();
  await pass(2_000);
  return desk;
}

const type = (field: string, text: string): void => {
  labelBox(field).value = text;
};

/** Another step in the same page. */
const showStep = (html: string): void => {
  document.body.innerHTML = html;
};

const SUMMARY = `<h2>Export Summary and Output Options</h2><div id="from">DATA SET</div>
<div><label>Export File Name:</label> <input type="text" id="name"></div>
<div><label>Line Delimiter:</label> <select id="line"><option>LF</option><option>CR</option></select></div>
<div><label>Field Delimiter:</label> <select><option>Tab</option><option>Comma</option></select></div>
<div><label>Character Set:</label> <select><option>Windows ANSI</option><option>UTF-8</option></select></div>`;

describe('a step that names another data set', () => {
  it.each(['Export From: NQ - org.example.other_extract', 'NQ org.example.other_extract'])(
    'is none of ours, whatever was remembered: %s',
    async (named) => {
      openWizard();
      showStep(SUMMARY.replace('DATA SET', named));
      const desk = startAssistant({ lastFile: 'users' });
      await pass();
      expect(desk.view()).toMatchObject({ fileId: null, askWhichFile: false, body: { kind: 'start' } });
      desk.assistant.actions.later({ type: 'fill-summary' });
      await pass(1_000);
      expect(find<HTMLInputElement>('#name').value).toBe('');
    },
  );

  it('is not taken for one because of a host in a text', async () => {
    openWizard();
    showStep(SUMMARY.replace('DATA SET', 'help.district.example.org'));
    const desk = startAssistant({ lastFile: 'users' });
    await pass();
    expect(desk.view().fileId).toBe('users');
  });

  it('ends what the administrator said of the one before', async () => {
    openWizard();
    showStep(SUMMARY.replace('DATA SET', ''));
    const desk = startAssistant();
    await pass();
    desk.assistant.actions.nameFile('users');
    await pass();
    expect(desk.view().fileId).toBe('users');
    openWizard();
    await pass(1_500);
    showStep(SUMMARY.replace('DATA SET', ''));
    await pass(1_500);
    expect(desk.view()).toMatchObject({ fileId: null, askWhichFile: true });
  });
});

describe('a label typed by hand', () => {
  it('is the administrator’s again after Undo brought it back', async () => {
    const desk = await ticked();
    type('sms', 'Mobile');
    await pass(1_500);
    expect(keysOf(desk, 'typed')).toEqual(['users.sms']);
    desk.assistant.actions.applyLabels(['users.sms']);
    await pass(2_000);
    expect(labelBox('sms').value).toBe('sms');
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(labelBox('sms').value).toBe('Mobile');
    expect(keysOf(desk, 'typed')).toEqual(['users.sms']);
  });
});

describe('while PowerSchool is loading', () => {
  it('nothing is written', async () => {
    const desk = await ticked();
    document.body.insertAdjacentHTML('beforeend', '<div class="ui-dialog dialogLoading">Loading...</div>');
    await pass();
    expect(desk.view()).toMatchObject({ busy: 'PowerSchool is loading …', canStop: false });
    desk.assistant.actions.applyLabels(['users.sms']);
    await pass(2_000);
    expect(labelBox('sms').value).toBe('USERS.sms');
    find('.dialogLoading').remove();
    await pass(1_500);
    expect(desk.view().busy).toBe('');
  });
});

describe('what is not saved yet', () => {
  it('is not left without a question on step 3', async () => {
    openWizard();
    showStep(SUMMARY.replace('DATA SET', 'Export From: NQ - com.classtag.one_roster_users'));
    const desk = startAssistant();
    await pass();
    desk.assistant.actions.chooseFile('classes');
    await pass();
    expect(desk.view().confirmLeaving).toBe('classes');
    expect(desk.assigned).toEqual([]);
    desk.assistant.actions.confirmLeaving(true);
    await pass();
    expect(desk.assigned).toEqual(['/admin/datamgmt/exportmanager.action']);
  });
});

describe('Undo', () => {
  it('is not offered for another data set', async () => {
    const desk = await ticked();
    expect(desk.view().report?.undo).toBe(true);
    const from = find<HTMLSelectElement>('#from');
    from.value = 'NQ - com.classtag.one_roster_classes';
    from.dispatchEvent(new Event('change', { bubbles: true }));
    await pass(2_500);
    expect(desk.view()).toMatchObject({ fileId: 'classes', report: null });
  });

  it('takes back one action after another', async () => {
    const desk = await ticked();
    desk.assistant.actions.applyLabels(['users.sms']);
    await pass(2_000);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(desk.view().report?.undo).toBe(true);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(body(desk, 'columns').ticked).toBe(0);
  });
});

describe('My Templates', () => {
  it('is told to the checklist once', async () => {
    show('templates/hand-mine');
    const desk = startAssistant({ pathname: '/admin/datamgmt/exporttemplates.html' });
    for (let look = 0; look < 5; look += 1) {
      desk.assistant.onSite(desk.bridge.site);
      await pass(1_200);
    }
    const before = desk.bridge.site.progress;
    const found = desk.bridge.observedAll.flatMap((seen) => seen.found ?? []);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found).size).toBe(found.length);
    expect(desk.bridge.saved).toEqual([]);
    desk.assistant.onSite(desk.bridge.site);
    await pass(1_200);
    expect(desk.bridge.site.progress).toBe(before);
  });
});

describe('a file that was asked for before the page opened', () => {
  it('is gone on with once step 1 is there', async () => {
    document.body.innerHTML = '<h1>Data Export Manager</h1>';
    const desk = startAssistant();
    desk.assistant.resume('users');
    await pass(1_000);
    openWizard();
    await pass(4_000);
    expect(desk.view().fileId).toBe('users');
    expect(desk.bridge.taken).toBe(1);
  });

  it('is dropped on another step', async () => {
    openWizard();
    showStep(SUMMARY.replace('DATA SET', 'Export From: NQ - com.classtag.one_roster_users'));
    const desk = startAssistant({ site: emptySite('2026-01-01T00:00:00.000Z') });
    desk.assistant.resume('classes');
    await pass(1_000);
    expect(desk.bridge.taken).toBe(1);
    expect(desk.view().fileId).toBe('users');
    expect(desk.assigned).toEqual([]);
  });
});
