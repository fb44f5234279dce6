// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { body, type Desk, find, pass, show, startAssistant, useDesk } from './desk.ts';
import { labelBox, labels, openWizard } from './wizard.ts';

useDesk();

const outcomes = (desk: Desk) => desk.view().report?.outcomes.map(({ name, result }) => `${name}: ${result}`);
const keysOf = (desk: Desk, ...kinds: string[]) =>
  body(desk, 'columns')
    .labels.lines.filter(({ kind }) => kinds.includes(kind))
    .map(({ key }) => key);

async function chosen(): Promise<Desk> {
  const desk = startAssistant();
  desk.assistant.actions.chooseFile('users');
  await pass(2_000);
  return desk;
}

async function ticked(): Promise<Desk> {
  const desk = await chosen();
  desk.assistant.actions.selectFields();
  await pass(2_000);
  return desk;
}

describe('choosing a data set', () => {
  beforeEach(() => openWizard());

  it('sets Category and Export From and waits for the columns', async () => {
    const desk = startAssistant();
    expect(desk.view().body.kind).toBe('start');
    desk.assistant.actions.chooseFile('users');
    await pass(50);
    expect(desk.view().busy).toContain('users.csv');
    await pass(2_000);
    expect(desk.view()).toMatchObject({ busy: '', fileId: 'users', body: { kind: 'columns', ticked: 0 } });
    expect(outcomes(desk)).toEqual(['Category: set', 'Export From: set']);
    expect(find<HTMLSelectElement>('#category').value).toBe('Additional Data Sets');
  });

  it('says when it is not offered, and leaves the choice', async () => {
    const desk = await chosen();
    desk.assistant.actions.chooseFile('enrollments');
    await pass(20_000);
    expect(desk.view().report?.outcomes.at(-1)).toMatchObject({ name: 'Export From', result: 'no-such-option' });
    expect(desk.view().report?.outcomes.at(-1)?.explanation).toContain('com.classtag.one_roster_enrollments');
    expect(desk.view().fileId).toBe('users');
  });

  it('can be broken off', async () => {
    openWizard({ reload: 30_000 });
    const desk = startAssistant();
    desk.assistant.actions.chooseFile('users');
    await pass(1_000);
    expect(desk.view().busy).not.toBe('');
    desk.assistant.actions.cancel();
    await pass();
    expect(desk.view()).toMatchObject({ canStop: false, busy: 'PowerSchool is loading …' });
  });

  it('asks first when work on the page would be lost', async () => {
    const desk = await ticked();
    desk.assistant.actions.chooseFile('classes');
    await pass();
    expect(desk.view().confirmLeaving).toBe('classes');
    desk.assistant.actions.confirmLeaving(false);
    await pass(2_000);
    expect(desk.view()).toMatchObject({ confirmLeaving: null, fileId: 'users' });
    desk.assistant.actions.chooseFile('classes');
    desk.assistant.actions.confirmLeaving(true);
    await pass(3_000);
    expect(desk.view()).toMatchObject({ confirmLeaving: null, fileId: 'classes' });
  });

  it('opens the wizard anew from any other place, and goes on there', async () => {
    show('summary/hand-screenshot');
    const before = startAssistant();
    before.assistant.actions.chooseFile('users');
    await pass();
    expect([before.bridge.intended, before.assigned]).toEqual([['users'], ['/admin/datamgmt/exportmanager.action']]);
    openWizard();
    const desk = startAssistant();
    desk.assistant.resume('users');
    await pass(2_000);
    expect(desk.bridge.taken).toBe(1);
    expect(desk.view().fileId).toBe('users');
  });
});

describe('Select fields', () => {
  beforeEach(() => openWizard());

  it('ticks what the profile wants', async () => {
    const desk = await chosen();
    expect(body(desk, 'columns').willTick).toHaveLength(9);
    desk.assistant.actions.selectFields();
    await pass(2_000);
    expect(Object.keys(labels())).toHaveLength(9);
    expect(outcomes(desk)?.every((line) => line.endsWith(': set'))).toBe(true);
    expect(body(desk, 'columns').willTick).toEqual([]);
  });

  it('leaves dcid out when that is chosen, and unticks it', async () => {
    const desk = await ticked();
    desk.assistant.actions.setChoice('leaveOutDcid', true);
    expect(body(desk, 'columns').willUntick).toEqual(['USERS.dcid']);
    desk.assistant.actions.selectFields();
    await pass(2_000);
    expect(labels()).not.toHaveProperty('dcid');
  });

  it('is undone with the labels that the removed rows had', async () => {
    const desk = await ticked();
    labelBox('dcid').value = 'Number';
    desk.assistant.actions.setChoice('leaveOutDcid', true);
    desk.assistant.actions.selectFields();
    await pass(2_000);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(labels().dcid).toBe('Number');
    expect(find<HTMLInputElement>('#cb_USERS_dcid').checked).toBe(true);
  });

  it('is undone to an empty grid', async () => {
    const desk = await ticked();
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(labels()).toEqual({});
    expect(document.querySelectorAll('#columnListContainer input:checked')).toHaveLength(0);
  });
});

describe('Auto-label', () => {
  beforeEach(() => openWizard());

  it('writes what it showed, and only that', async () => {
    const desk = await ticked();
    labelBox('phone').value = 'Mobile';
    await pass(1_500);
    const known = keysOf(desk, 'known');
    expect(known).not.toContain('users.phone');
    desk.assistant.actions.applyLabels(known.filter((key) => key !== 'users.role'));
    await pass(2_000);
    expect(labels()).toEqual({
      dcid: 'dcid',
      familyName: 'familyName',
      givenName: 'givenName',
      languages: 'language',
      orgSourcedIds: 'orgSourcedIds',
      phone: 'Mobile',
      role: 'USERS.role',
      sms: 'sms',
      sourcedId: 'sourcedId',
    });
  });

  it('writes what was typed by hand when that is ticked', async () => {
    const desk = await ticked();
    labelBox('phone').value = 'Mobile';
    await pass(1_500);
    desk.assistant.actions.applyLabels(keysOf(desk, 'known', 'typed'));
    await pass(2_000);
    expect(labels().phone).toBe('phone');
  });

  it('is undone exactly', async () => {
    const desk = await ticked();
    labelBox('role').value = ' USERS.role ';
    await pass(1_500);
    const before = labels();
    desk.assistant.actions.applyLabels(keysOf(desk, 'known'));
    await pass(2_000);
    expect(labels()).not.toEqual(before);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(labels()).toEqual(before);
    expect(desk.view().report?.title).toBe('Undo: Auto-label');
  });

  it('writes the swap again when the choice changes after it', async () => {
    const desk = await ticked();
    desk.assistant.actions.applyLabels(keysOf(desk, 'known'));
    await pass(2_000);
    expect(labels()).toMatchObject({ phone: 'phone', sms: 'sms' });
    desk.assistant.actions.setChoice('swapPhoneAndSms', true);
    expect(keysOf(desk, 'known')).toEqual(['users.phone', 'users.sms']);
    desk.assistant.actions.applyLabels(keysOf(desk, 'known'));
    await pass(2_000);
    expect(labels()).toMatchObject({ phone: 'sms', sms: 'phone' });
    expect(desk.bridge.site.choices.profile).toEqual({ swapPhoneAndSms: true });
  });

  it('refuses ticked lines that would make two labels equal', async () => {
    const desk = await ticked();
    labelBox('phone').value = 'Mobile';
    labelBox('dcid').value = 'phone';
    await pass(1_500);
    desk.assistant.actions.applyLabels(['users.phone']);
    await pass(2_000);
    expect(outcomes(desk)).toEqual(['USERS.phone: ambiguous']);
    expect(labels().phone).toBe('Mobile');
  });

  it('does not call a label set that the page puts back a moment later', async () => {
    const desk = await ticked();
    labelBox('role').addEventListener('change', ({ target }) => {
      setTimeout(() => {
        (target as HTMLInputElement).value = 'USERS.role';
      }, 150);
    });
    desk.assistant.actions.applyLabels(['users.role', 'users.sms']);
    await pass(2_000);
    expect(outcomes(desk)).toEqual(['USERS.role: rejected-by-page', 'USERS.sms: set']);
    expect(desk.view().report?.outcomes[0]?.explanation).not.toBe('');
  });

  it('runs once at a time', async () => {
    const desk = await ticked();
    const keys = keysOf(desk, 'known');
    desk.assistant.actions.applyLabels(keys);
    desk.assistant.actions.applyLabels(keys);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(labels().languages).toBe('language');
  });

  it('does nothing once the extension is gone', async () => {
    const desk = await ticked();
    const keys = keysOf(desk, 'known');
    const before = labels();
    desk.bridge.alive = false;
    desk.assistant.actions.applyLabels(keys);
    await pass(2_000);
    expect(labels()).toEqual(before);
    expect(desk.view().body).toMatchObject({ kind: 'stopped', reason: 'extension-updated' });
  });

  it('leaves its report until it is dismissed', async () => {
    const desk = await ticked();
    desk.assistant.actions.applyLabels(keysOf(desk, 'known'));
    await pass(10_000);
    expect(desk.view().report).toMatchObject({ title: 'Auto-label', undo: true });
    expect(body(desk, 'columns').ready).toBe(true);
    desk.assistant.actions.dismissReport();
    expect(desk.view().report).toBeNull();
  });
});

describe('Fill export summary', () => {
  const wrong = `<option>LF</option><option>CR</option>`;

  it('sets the six lines and says how each ended', async () => {
    show('summary/hand-screenshot');
    find('#step2 select').innerHTML = wrong;
    find<HTMLInputElement>('#step2 input[type=checkbox][checked]').checked = false;
    const desk = startAssistant({ lastFile: 'users' });
    expect(body(desk, 'summary').lines.map(({ state }) => state)).toEqual([
      'wrong',
      'wrong',
      'right',
      'right',
      'wrong',
      'right',
    ]);
    desk.assistant.actions.later({ type: 'fill-summary' });
    await pass(2_000);
    expect(body(desk, 'summary').ready).toBe(true);
    expect(outcomes(desk)).toEqual(['Export File Name: set', 'Line Delimiter: set', 'Include Column Headers: set']);
    desk.assistant.actions.undo();
    await pass(2_000);
    expect(find<HTMLSelectElement>('#step2 select').value).toBe('LF');
    expect(find<HTMLInputElement>('#step2 input[type=text]').value).toBe('HSSTigcseexport');
  });

  it('says what could not be set', async () => {
    show('summary/hand-screenshot');
    find('#step2 select').innerHTML = '<option>LF</option>';
    const desk = startAssistant({ lastFile: 'users' });
    desk.assistant.actions.later({ type: 'fill-summary' });
    await pass(2_000);
    expect(outcomes(desk)).toEqual(['Export File Name: set', 'Line Delimiter: no-such-option']);
    expect(body(desk, 'summary').ready).toBe(false);
  });
});

describe('choices', () => {
  it('are kept by site and shown at once', () => {
    openWizard();
    const site = emptySite('2026-01-01T00:00:00.000Z');
    const desk = startAssistant({ site });
    desk.assistant.actions.setActAtOnce(true);
    desk.assistant.actions.setChoice('leaveOutDcid', true);
    expect(desk.bridge.site.choices).toEqual({
      ...site.choices,
      profile: { leaveOutDcid: true },
      actAtOnce: true,
    });
    expect(desk.view().actAtOnce).toBe(true);
  });
});
