// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { emptySite } from '../../../utils/checklist/empty.ts';
import { body, find, pass, show, startAssistant, useDesk } from './desk.ts';

useDesk();

describe('what the panel shows', () => {
  it.each([
    ['columns/empty', undefined, 'start', 1, null],
    ['columns/hand-skeleton', undefined, 'columns', 1, 'users'],
    ['columns/hand-decoys', undefined, 'columns', 1, 'classes'],
    ['columns/hand-screenshot', undefined, 'start', 1, null],
    ['columns/hand-fixed-heading', undefined, 'columns', 1, 'users'],
    ['records/hand-records', undefined, 'records', 2, 'classes'],
    ['records/hand-heading-alone', undefined, 'records', 2, 'enrollments'],
    ['summary/hand-dl', undefined, 'summary', 3, 'enrollments'],
    ['summary/hand-screenshot', undefined, 'start', 3, null],
    ['save/open', undefined, 'save', 3, 'users'],
    ['templates/hand-mine', '/admin/datamgmt/exporttemplates.html', 'template-list', null, null],
  ] as const)('on %s', (fixture, pathname, kind, step, fileId) => {
    show(fixture);
    const { view } = startAssistant(pathname ? { pathname } : {});
    expect([view().body.kind, view().step, view().fileId]).toEqual([kind, step, fileId]);
  });

  it.each([
    ['none/hand-import', '/admin/datamgmt/importmanager.action'],
    ['none/hand-help', '/admin/datamgmt/exporthelp.html'],
    ['none/hand-angular', '/admin/datamgmt/exportmanagertags.action'],
    ['none/hand-log-in', undefined],
  ])('is nothing on %s, and nothing is told', async (fixture, pathname) => {
    show(fixture);
    const { views, bridge } = startAssistant(pathname ? { pathname } : {});
    await pass(5_000);
    expect(views.filter((view) => view !== null)).toEqual([]);
    expect(bridge.observedAll).toEqual([]);
  });

  it('follows the page', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    find<HTMLElement>('#step0').classList.add('hide');
    find<HTMLElement>('#step1').classList.remove('hide');
    await pass();
    expect(desk.view().step).toBe(2);
    find<HTMLElement>('#step1').classList.add('hide');
    find<HTMLElement>('#step2').classList.remove('hide');
    await pass();
    expect([desk.view().step, desk.view().body.kind]).toEqual([3, 'summary']);
  });

  describe('where a data set of another name was told by its columns', () => {
    const OTHER = 'NQ - com.classtag.one_roster_users_v2';
    async function toStep2(then: string): Promise<ReturnType<typeof startAssistant>> {
      show('columns/hand-skeleton');
      const heading = find('#step1 h2');
      for (const chosen of document.querySelectorAll('#step0 div:not(.alt) > select option'))
        if (chosen.textContent?.includes('one_roster_users')) chosen.textContent = OTHER;
      heading.textContent = `Select/Edit Records from ${OTHER}`;
      const desk = startAssistant();
      expect(desk.view().fileId).toBe('users');
      expect(desk.view().doubts).toHaveLength(1);
      if (then !== OTHER) {
        find('#step0').remove();
        heading.textContent = `Select/Edit Records from ${then}`;
      }
      for (const id of ['#step0', '#step1']) document.querySelector(id)?.classList.toggle('hide');
      await pass();
      expect(desk.view().step).toBe(2);
      return desk;
    }

    it('stays with the file as long as the page says so', async () => {
      expect((await toStep2(OTHER)).view().fileId).toBe('users');
    });

    it('does not where another one is named', async () => {
      expect((await toStep2('NQ - com.clever.one_roster_users')).view().fileId).toBeNull();
    });
  });

  it('says that more than one step shows, and is over that as soon as the page is', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    find<HTMLElement>('#step2').classList.remove('hide');
    await pass();
    expect(body(desk, 'stopped').reason).toBe('unclear');
    find<HTMLElement>('#step2').classList.add('hide');
    await pass();
    expect(desk.view().body.kind).toBe('columns');
  });

  it('notices a label that is typed, and one that a script sets without a word', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    const right = () => body(desk, 'columns').labels.right;
    expect(right()).toBe(2);
    const box = find<HTMLInputElement>('#label_cb_users_dcid');
    box.value = 'dcid';
    box.dispatchEvent(new Event('input', { bubbles: true }));
    await pass();
    expect(right()).toBe(3);
    find<HTMLInputElement>('#label_cb_users_role').value = 'role';
    await pass(1_500);
    expect(right()).toBe(4);
  });

  it('shows nothing new while nothing changes', async () => {
    show('columns/hand-skeleton');
    const { views } = startAssistant();
    const before = views.length;
    await pass(10_000);
    expect(views.length).toBe(before);
  });

  it('ends with its signal', async () => {
    show('columns/hand-skeleton');
    const { views, bridge } = startAssistant();
    const told = bridge.observedAll.length;
    bridge.alive = false;
    await pass(1_500);
    expect(views.at(-1)?.body).toMatchObject({ kind: 'stopped', reason: 'extension-updated' });
    find<HTMLInputElement>('#label_cb_users_role').value = 'role';
    await pass(1_500);
    expect(bridge.observedAll.length).toBe(told);
  });

  it('stops where PowerSchool signed out', () => {
    show('columns/signed-out');
    expect(startAssistant().view().body).toMatchObject({ kind: 'stopped', reason: 'signed-out' });
  });
});

describe('which file it is', () => {
  it('is remembered on step 3, which does not name it', () => {
    show('summary/hand-screenshot');
    const desk = startAssistant({ lastFile: 'classes' });
    expect(desk.view()).toMatchObject({ fileId: 'classes', askWhichFile: false, body: { kind: 'summary' } });
    expect(body(desk, 'summary').lines[0]).toMatchObject({ now: 'HSSTigcseexport', wanted: 'classes.csv' });
  });

  it('is remembered from step 1 of the same page', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    find('#step1').remove();
    find('#step0').remove();
    find('#step2').classList.remove('hide');
    await pass();
    expect(desk.view()).toMatchObject({ fileId: 'users', step: 3 });
  });

  it('is forgotten when another data set is chosen', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    show('columns/hand-screenshot');
    await pass();
    show('summary/hand-screenshot');
    await pass();
    expect(desk.view()).toMatchObject({ fileId: null, askWhichFile: true });
  });

  it('is asked for where nothing tells, and taken from the administrator', () => {
    show('summary/hand-screenshot');
    const desk = startAssistant();
    expect(desk.view()).toMatchObject({ fileId: null, askWhichFile: true });
    desk.assistant.actions.nameFile('enrollments');
    expect(desk.view()).toMatchObject({ fileId: 'enrollments', askWhichFile: false, body: { kind: 'summary' } });
  });

  it('is not asked for on step 1', () => {
    show('columns/hand-screenshot');
    expect(startAssistant().view()).toMatchObject({ fileId: null, askWhichFile: false });
  });

  it('is not remembered against evidence that contradicts itself', async () => {
    show('columns/hand-skeleton');
    const desk = startAssistant();
    show('summary/hand-screenshot');
    find('h1').insertAdjacentHTML(
      'afterend',
      '<p>NQ - com.classtag.one_roster_users</p><p>NQ - com.classtag.one_roster_classes</p>',
    );
    await pass();
    expect(desk.view()).toMatchObject({ fileId: null, askWhichFile: true });
    expect(desk.view().doubts).toHaveLength(1);
  });
});

const LANGUAGES = { field: 'USERS.languages', label: 'USERS.languages' };

describe('what is told to the checklist', () => {
  it('is what was read, and once', async () => {
    show('columns/hand-skeleton');
    const { bridge } = startAssistant();
    await pass(5_000);
    expect(bridge.observedAll).toEqual([
      { fileId: 'users', fields: true, labels: false, columns: expect.arrayContaining([LANGUAGES]) },
    ]);
    expect(bridge.observedAll[0]?.columns).toHaveLength(document.querySelectorAll('input[id^="label_cb_"]').length);
    expect(bridge.lastFile).toBe('users');
  });

  it('is told again when it was forgotten', async () => {
    show('columns/hand-skeleton');
    const { assistant, bridge } = startAssistant();
    assistant.onSite(bridge.site);
    assistant.onSite(emptySite('2026-01-01T00:00:00.000Z'));
    expect(bridge.observedAll).toHaveLength(2);
  });

  it('is the same for a label typed by hand as for one that was written', async () => {
    show('columns/hand-skeleton');
    const { bridge } = startAssistant();
    for (const box of document.querySelectorAll<HTMLInputElement>('input[id^="label_cb_"]')) {
      box.value = box.value.replace('USERS.', '').replace('languages', 'language');
    }
    await pass(1_500);
    expect(bridge.site.progress.users).toMatchObject({ fields: true, labels: true });
  });

  it('is the templates that stand on My Templates under their names', () => {
    show('templates/hand-mine');
    const { bridge } = startAssistant({ pathname: '/admin/datamgmt/exporttemplates.html' });
    expect(bridge.observedAll).toEqual([{ fileId: 'users', found: 'classtag_users' }]);
    // Found is not saved: nobody saw what it was saved with.
    expect(bridge.site.progress.users).toMatchObject({ savedAs: 'classtag_users', savedAt: null });
  });

  it('is nothing while PowerSchool is loading', () => {
    show('columns/hand-skeleton');
    document.body.insertAdjacentHTML('beforeend', '<div class="ui-dialog dialogLoading">Loading...</div>');
    expect(startAssistant().bridge.observedAll).toEqual([]);
  });

  it('is the summary as it stands', async () => {
    show('summary/hand-screenshot');
    const { bridge } = startAssistant({ lastFile: 'users' });
    expect(bridge.observedAll).toMatchObject([{ fileId: 'users', summary: false, options: { lineDelimiter: 'CR' } }]);
    find<HTMLInputElement>('#step2 input[type=text]').value = 'users.csv';
    await pass(1_500);
    expect(bridge.site.progress.users?.summary).toBe(true);
  });
});
