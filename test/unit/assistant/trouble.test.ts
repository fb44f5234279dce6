// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { body, type Desk, endAssistant, find, pass, show, startAssistant, useDesk } from './desk.ts';
import { labelBox, labels, openWizard } from './wizard.ts';

/** What comes in between: the extension goes, another tab says otherwise, the server is slow, the page's scripts throw. */

useDesk();

const guided = (desk: Desk) => desk.assistant.actions.later({ type: 'set-up', fileId: 'users' });

/** All that the page's controls hold. */
function form(): string {
  const controls = [...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>('input, select')];
  return JSON.stringify(controls.map((control) => [control.id, control.value, control.matches(':checked')]));
}

/** What was chosen, ticked and written; the page's own reload changes none of it. */
const written = () => [
  [...document.querySelectorAll('select')].map(({ value }) => value),
  document.querySelectorAll(':checked[type=checkbox]').length,
  labels(),
];

async function ticked(): Promise<Desk> {
  openWizard();
  const desk = startAssistant();
  desk.assistant.actions.chooseFile('users');
  await pass(2_000);
  desk.assistant.actions.selectFields();
  await pass(2_000);
  return desk;
}

describe('a guided set-up, at any moment of it,', () => {
  // The reload takes the first second; then fields, labels and Next follow within another.
  const MOMENTS = [0, 5, 10, 20, 50, 100, 200, 300, 500, 600, 700, 800, 900, 1000, 1200, 1400];
  const ENDS: [string, (desk: Desk) => void][] = [
    ['the extension goes', (desk) => (desk.bridge.alive = false)],
    ['another copy takes over, or a script of the page says so', endAssistant],
  ];
  it.each(ENDS)(
    'writes nothing more once %s',
    async (_, end) => {
      const seen = new Set<string>();
      for (const moment of MOMENTS) {
        openWizard({ reload: 600 });
        const desk = startAssistant();
        guided(desk);
        await pass(moment);
        end(desk);
        const before = form();
        // What was begun ends at the next look.
        await pass(150);
        const columns = written();
        await pass(2_500);
        expect(written()).toEqual(columns);
        seen.add(before);
        endAssistant();
      }
      // It was caught before the data set was chosen, with it, with the fields, and with the labels.
      expect(seen.size).toBeGreaterThanOrEqual(4);
    },
    20_000,
  );

  it.each(ENDS)('writes nothing more once %s while it waits for the page', async (_, end) => {
    openWizard({ reload: 600 });
    find<HTMLSelectElement>('#from').value = 'NQ - com.classtag.one_roster_users';
    find('#from').dispatchEvent(new Event('change', { bubbles: true }));
    const desk = startAssistant();
    guided(desk);
    await pass(200);
    expect(desk.view().guide?.state).toBe('running');
    end(desk);
    const columns = written();
    await pass(2_500);
    expect(written()).toEqual(columns);
  });

  it('says to reload the page, and offers nothing else', async () => {
    openWizard({ reload: 30_000 });
    const desk = startAssistant();
    guided(desk);
    await pass(300);
    expect(desk.view().canStop).toBe(true);
    desk.bridge.alive = false;
    await pass(2_000);
    expect(desk.view()).toMatchObject({
      body: { kind: 'stopped', reason: 'extension-updated' },
      busy: '',
      guide: null,
    });
    expect(desk.view().report).toBeNull();
  });
});

describe('another tab of the same site', () => {
  it('that says otherwise of the same file is not answered, so that two tabs never argue', async () => {
    const desk = await ticked();
    const said = desk.bridge.observedAll.length;
    for (const fields of [false, true, false]) {
      const users = { ...desk.bridge.site.progress.users, fields, labels: fields };
      desk.assistant.onSite({ ...desk.bridge.site, progress: { users } as typeof desk.bridge.site.progress });
      await pass(3_000);
    }
    expect(desk.bridge.observedAll).toHaveLength(said);
    desk.assistant.actions.applyLabels(['users.sms']);
    await pass(2_000);
    expect(desk.bridge.observedAll.length).toBeGreaterThan(said);
  });

  it('or of another site, that is seen, brings no answer either', async () => {
    const desk = await ticked();
    const said = desk.bridge.observedAll.length;
    for (let change = 0; change < 3; change += 1) {
      desk.assistant.onSite(structuredClone(desk.bridge.site));
      await pass(1_200);
    }
    expect(desk.bridge.observedAll).toHaveLength(said);
  });

  it('or the popup, that forgets the progress, is told what is to be seen here', async () => {
    const desk = await ticked();
    desk.assistant.onSite(desk.bridge.site);
    const said = desk.bridge.observedAll.length;
    desk.assistant.onSite({ ...desk.bridge.site, progress: {} });
    await pass(2_000);
    expect(desk.bridge.observedAll.slice(said)).toMatchObject([{ fileId: 'users', fields: true }]);
  });
});

describe('a server that takes', () => {
  it('half a minute for the data set is waited for, and the set-up goes on', async () => {
    openWizard({ reload: 31_000 });
    const desk = startAssistant();
    guided(desk);
    await pass(30_000);
    expect(desk.view().busy).toContain('users.csv');
    expect(desk.view().guide?.state).toBe('running');
    await pass(5_000);
    expect(labelBox('languages').value).toBe('language');
  }, 20_000);

  it('longer than a minute is said, and nothing is written blindly', async () => {
    openWizard({ reload: 135_000 });
    const desk = startAssistant();
    guided(desk);
    await pass(130_000);
    expect(desk.view().guide).toMatchObject({ state: 'paused' });
    expect(desk.view().guide?.message).toContain('Nothing was lost');
    await pass(10_000);
    expect(Object.values(labels())).toEqual([]);
  }, 20_000);
});

describe('a session that ends', () => {
  it.each([
    ['with the overlay', '<div class="signedout ui-widget-overlay">Signed out</div>'],
    ['with the log-in form as an answer', '<form id="LoginForm"><input type="password" id="fieldPassword"></form>'],
  ])('%s stops all that was under way', async (_, html) => {
    openWizard({ reload: 600 });
    const desk = startAssistant();
    guided(desk);
    await pass(700);
    document.body.insertAdjacentHTML('beforeend', html);
    const columns = written();
    await pass(10_000);
    expect(written()).toEqual(columns);
    expect(desk.view().body).toMatchObject({ kind: 'stopped', reason: 'signed-out' });
    expect(desk.bridge.saved).toEqual([]);
  });
});

describe('a page whose scripts throw', () => {
  const thrown: string[] = [];
  const note = (event: ErrorEvent): void => {
    thrown.push(String(event.error));
    event.preventDefault();
  };
  afterEach(() => window.removeEventListener('error', note));

  it('at every input, change and click is filled in all the same', async () => {
    window.addEventListener('error', note);
    openWizard();
    const stop = new AbortController();
    for (const kind of ['input', 'change', 'click', 'blur', 'focusout']) {
      const fail = (): void => {
        throw new Error(`The page's ${kind} handler`);
      };
      document.addEventListener(kind, fail, { capture: true, signal: stop.signal });
    }
    const desk = startAssistant();
    desk.assistant.actions.chooseFile('users');
    await pass(3_000);
    desk.assistant.actions.selectFields();
    await pass(3_000);
    const keys = body(desk, 'columns').labels.lines.map(({ key }) => key);
    desk.assistant.actions.applyLabels(keys);
    await pass(3_000);
    stop.abort();
    expect(thrown.length).toBeGreaterThan(20);
    expect(labels()).toMatchObject({ languages: 'language', sms: 'sms', role: 'role' });
    expect(desk.view().report?.outcomes.every(({ result }) => result === 'set')).toBe(true);
  });
});

describe('a page that replaces itself', () => {
  it('down to its root element is looked at again', async () => {
    const desk = await ticked();
    const html = document.documentElement.cloneNode(true);
    document.replaceChild(html, document.documentElement);
    await pass(1_500);
    expect(desk.view().fileId).toBe('users');
    find('h1').remove();
    find('#step0').remove();
    await pass(300);
    expect(desk.views.at(-1)).toBeNull();
    show('none/log-in');
  });
});
