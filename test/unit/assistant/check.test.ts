import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Checking, type CheckKeeper, type Kept, Pace } from '../../../utils/assistant/check.ts';
import type { Progress, Report } from '../../../utils/roster/report.ts';
import type { Against, Fingerprint, GivenFile, StartCheck } from '../../../utils/roster/start.ts';
import { catalogOf, messagesOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { PROBLEMS, report, SAVED, SETTINGS } from '../../gallery/check.ts';

const file = (name: string, text = 'sourcedId'): GivenFile => ({
  name,
  path: `export/${name}`,
  blob: new Blob([text]),
});
const FILES = [file('users.csv'), file('classes.csv')];

const FINGERPRINT: Fingerprint = {
  version: 1,
  at: '2026-11-18T02:10:00.000Z',
  salt: '00112233445566778899aabbccddeeff',
  files: [],
};

/** A check that goes as the test says. */
interface Started {
  files: GivenFile[];
  profile: string;
  against: Against;
  progress(of: Partial<Progress>): void;
  /** The report alone; `done` gives both. */
  reports(report: Report): void;
  done(report: Report, fingerprint?: Fingerprint | null): void;
  fail(error: Error): void;
  isCanceled: boolean;
}

function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

let started: Started[] = [];
const start: StartCheck = (files, settings, against, onProgress) => {
  const ended = deferred<Report>();
  const fingerprint = deferred<Fingerprint | null>();
  const one: Started = {
    files,
    profile: settings.profile,
    against,
    progress: (of) => onProgress({ file: 'users', bytes: 0, totalBytes: 100, rows: 0, elapsed: 0, ...of }),
    reports: (report) => ended.resolve(report),
    done: (report, print = FINGERPRINT) => {
      fingerprint.resolve(print);
      ended.resolve(report);
    },
    fail: (error) => {
      fingerprint.resolve(null);
      ended.reject(error);
    },
    isCanceled: false,
  };
  started.push(one);
  return { report: ended.promise, fingerprint: fingerprint.promise, cancel: () => (one.isCanceled = true) };
};

let keptNow: Kept | null = null;
const keeper = {
  saveSettings: vi.fn<CheckKeeper['saveSettings']>(async () => undefined),
  kept: vi.fn<CheckKeeper['kept']>(async () => keptNow),
  keep: vi.fn<CheckKeeper['keep']>(async () => undefined),
  forget: vi.fn<CheckKeeper['forget']>(async () => undefined),
  save: vi.fn<CheckKeeper['save']>(),
  print: vi.fn<CheckKeeper['print']>(),
};
const redraw = vi.fn();

function fresh(): Checking {
  return new Checking({ site: 'maplewood.powerschool.com', profiles: [], settings: SETTINGS }, start, keeper, redraw);
}
/** Everything that waits goes on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function run(checking: Checking): Promise<Started> {
  checking.check(FILES);
  await settle();
  const last = started.at(-1);
  if (!last) throw new Error('nothing was started');
  return last;
}
async function reported(checking: Checking, of: Report = PROBLEMS, fingerprint?: Fingerprint | null): Promise<void> {
  (await run(checking)).done(of, fingerprint);
  await settle();
}

beforeEach(() => {
  const english = catalogOf('en');
  useTexts((key) => english[key] ?? '');
  started = [];
  keptNow = null;
  vi.clearAllMocks();
});

describe('a check', () => {
  it('goes from nothing over its progress to the report', async () => {
    const checking = fresh();
    expect(checking.view.body).toEqual({ kind: 'empty' });
    const check = await run(checking);
    expect(checking.view.body).toEqual({
      kind: 'running',
      files: [
        { name: 'export/users.csv', bytes: 9 },
        { name: 'export/classes.csv', bytes: 9 },
      ],
      progress: null,
      reading: [],
      left: null,
    });
    check.progress({ bytes: 50, rows: 3 });
    expect(checking.view.body).toMatchObject({ progress: { bytes: 50, rows: 3 }, left: null });
    check.done(PROBLEMS);
    await settle();
    expect(checking.view.body).toEqual({ kind: 'report', report: PROBLEMS, keptAt: null, canKeep: true });
    expect(check.files).toBe(FILES);
    expect(check.against).toEqual({});
  });

  it('shows the report before its fingerprint is made, which is not there to be kept until then', async () => {
    const checking = fresh();
    const check = await run(checking);
    check.reports(PROBLEMS);
    await settle();
    expect(checking.view.body).toMatchObject({ kind: 'report', canKeep: false });
    await checking.keep();
    expect(keeper.keep).not.toHaveBeenCalled();
    check.done(PROBLEMS);
    await settle();
    expect(checking.view.body).toMatchObject({ kind: 'report', canKeep: true });
  });

  it('names the files that are being read, steadily, until nothing is heard of one', async () => {
    const checking = fresh();
    const check = await run(checking);
    const named: unknown[] = [];
    const words: [string, number][] = [
      ['users.csv', 100],
      ['classes.csv', 300],
      ['users.csv', 500],
      ['users.csv', 1299],
      ['users.csv', 1400],
      ['enrollments.csv', 1600],
    ];
    for (const [file, elapsed] of words) {
      check.progress({ file, elapsed });
      named.push((checking.view.body as { reading?: string[] }).reading);
    }
    const both = ['users.csv', 'classes.csv'];
    expect(named).toEqual([['users.csv'], both, both, both, ['users.csv'], ['users.csv', 'enrollments.csv']]);
  });

  it('draws the progress ten times a second at most, and its end always', async () => {
    const check = await run(fresh());
    redraw.mockClear();
    for (let elapsed = 0; elapsed < 1000; elapsed += 5) check.progress({ bytes: elapsed / 10, elapsed });
    expect(redraw).toHaveBeenCalledTimes(10);
    check.progress({ bytes: 100, elapsed: 1001 });
    expect(redraw).toHaveBeenCalledTimes(11);
  });

  it('says when nothing was given, and starts nothing', async () => {
    const checking = fresh();
    checking.check([]);
    await settle();
    expect(checking.view.body).toMatchObject({ kind: 'failed', reason: 'nothing', again: false });
    expect(started).toEqual([]);
  });

  it('tells what went wrong, and tries the same files again', async () => {
    const checking = fresh();
    (await run(checking)).fail(new Error('The file is gone.'));
    await settle();
    expect(checking.view.body).toEqual({ kind: 'failed', reason: 'failed', message: 'The file is gone.', again: true });
    checking.again();
    await settle();
    expect(started).toHaveLength(2);
    expect(started[1]?.files).toBe(FILES);
  });

  it('is canceled at once, whatever the engine still says', async () => {
    const checking = fresh();
    const check = await run(checking);
    checking.cancel();
    expect(check.isCanceled).toBe(true);
    const canceled = { kind: 'failed', reason: 'canceled', message: '', again: true };
    expect(checking.view.body).toEqual(canceled);
    check.progress({ bytes: 100, elapsed: 9000 });
    check.fail(new DOMException('', 'AbortError'));
    await settle();
    expect(checking.view.body).toEqual(canceled);
  });

  it('says how much was left out of what was given, until other files are', async () => {
    const checking = fresh();
    checking.check(FILES, 4);
    checking.compare(FILES, 3);
    expect(checking.view.leftOut).toBe(7);
    checking.compare(FILES, 1);
    checking.again();
    expect(checking.view.leftOut).toBe(5);
    checking.check(FILES);
    expect(checking.view.leftOut).toBe(0);
    checking.check(FILES, 2);
    checking.other();
    expect(checking.view.leftOut).toBe(0);
  });

  it('is canceled before it began', async () => {
    const checking = fresh();
    checking.check(FILES);
    checking.cancel();
    await settle();
    expect(started).toEqual([]);
    expect(checking.view.body).toMatchObject({ reason: 'canceled' });
  });

  it('gives way to a newer one', async () => {
    const checking = fresh();
    const first = await run(checking);
    const second = await run(checking);
    expect(first.isCanceled).toBe(true);
    second.done(report());
    await settle();
    first.done(PROBLEMS);
    await settle();
    expect(checking.view.body).toMatchObject({ report: { findings: [] } });
  });

  it('forgets the files when others are wanted', async () => {
    const checking = fresh();
    await reported(checking);
    checking.other();
    expect(checking.view.body).toEqual({ kind: 'empty' });
    checking.again();
    await settle();
    expect(started).toHaveLength(1);
  });

  it('goes on where the browser keeps nothing', async () => {
    keeper.kept.mockRejectedValueOnce(new Error('no database'));
    const checking = fresh();
    await reported(checking);
    expect(checking.view.body).toMatchObject({ kind: 'report', keptAt: null });
  });
});

describe('settings', () => {
  it('are kept, and hold for the next check', async () => {
    const checking = fresh();
    checking.set({ profile: 'oneroster' });
    expect(keeper.saveSettings).toHaveBeenCalledWith({ ...SETTINGS, profile: 'oneroster' });
    expect(checking.view.settings.profile).toBe('oneroster');
    expect((await run(checking)).profile).toBe('oneroster');
    expect(keeper.kept).toHaveBeenCalledWith('oneroster');
  });

  it('hold also where they cannot be kept', async () => {
    keeper.saveSettings.mockRejectedValueOnce(new Error('full'));
    const checking = fresh();
    checking.set({ threshold: 25 });
    await settle();
    expect(checking.view.settings.threshold).toBe(25);
  });
});

describe('last time', () => {
  const KEPT: Kept = { at: '2026-11-18T02:10:00.000Z', fingerprint: FINGERPRINT };

  it('is what was remembered', async () => {
    keptNow = KEPT;
    const checking = fresh();
    await reported(checking);
    expect(started[0]?.against).toEqual({ fingerprint: KEPT });
    expect(checking.view.body).toMatchObject({ keptAt: KEPT.at });
  });

  it('is the earlier set that was given, until there are other files', async () => {
    keptNow = KEPT;
    const checking = fresh();
    await reported(checking);
    const earlier = [file('users.csv', 'old')];
    checking.compare(earlier);
    await settle();
    expect(started[1]).toMatchObject({ against: { earlier }, files: FILES });
    checking.again();
    await settle();
    expect(started[2]?.against).toEqual({ earlier });
    checking.check(FILES);
    await settle();
    expect(started[3]?.against).toEqual({ fingerprint: KEPT });
  });

  it('is not nothing', async () => {
    const checking = fresh();
    await reported(checking);
    checking.compare([]);
    await settle();
    expect(started).toHaveLength(1);
  });

  it('is remembered only when asked, and forgotten', async () => {
    const checking = fresh();
    await reported(checking, PROBLEMS, KEPT.fingerprint);
    expect(keeper.keep).not.toHaveBeenCalled();
    await checking.keep();
    expect(keeper.keep).toHaveBeenCalledWith('classtag', { at: PROBLEMS.checkedAt, fingerprint: KEPT.fingerprint });
    expect(checking.view.body).toMatchObject({ keptAt: PROBLEMS.checkedAt });
    await checking.forget();
    expect(keeper.forget).toHaveBeenCalledWith('classtag');
    expect(checking.view.body).toMatchObject({ keptAt: null });
  });

  it('does not count as remembered where that failed', async () => {
    keeper.keep.mockRejectedValueOnce(new Error('full'));
    const checking = fresh();
    await reported(checking);
    await checking.keep();
    expect(checking.view.body).toMatchObject({ keptAt: null });
  });

  it('does not count as forgotten where that failed', async () => {
    keptNow = KEPT;
    keeper.forget.mockRejectedValueOnce(new Error('locked'));
    const checking = fresh();
    await reported(checking);
    await checking.forget();
    expect(checking.view.body).toMatchObject({ keptAt: KEPT.at });
  });

  it('cannot be remembered of a set without a fingerprint', async () => {
    const checking = fresh();
    await reported(checking, PROBLEMS, null);
    expect(checking.view.body).toMatchObject({ canKeep: false });
    await checking.keep();
    expect(keeper.keep).not.toHaveBeenCalled();
  });
});

describe('the report', () => {
  it('is saved with values or without', async () => {
    const checking = fresh();
    await reported(checking);
    checking.save('csv', false);
    checking.save('json', true);
    const [csv, json] = keeper.save.mock.calls;
    expect(csv?.slice(0, 2)).toEqual(['check-2026-11-25-1541.csv', 'text/csv']);
    expect(csv?.[2]).not.toContain('Okafor');
    expect(json?.slice(0, 2)).toEqual(['check-2026-11-25-1541.json', 'application/json']);
    expect(JSON.parse(json?.[2] ?? '')).toEqual(SAVED);
  });

  it('is shown and saved as CSV in the reader’s language; JSON is English', async () => {
    const spanish = messagesOf('es');
    useTexts((key) => spanish[key] ?? '');
    const checking = fresh();
    await reported(checking);
    const [first] = PROBLEMS.findings;
    const { body } = checking.view;
    const shown = body.kind === 'report' ? body.report : null;
    expect(shown?.verdict.text).toBe('Harán fallar la sincronización: 3 problemas.');
    expect(shown?.findings[0]?.message).toBe(
      '2 filas tienen más valores que el encabezado. Hay una coma de más, probablemente en familyName.',
    );
    checking.save('csv', false);
    checking.save('json', true);
    const [csv, json] = keeper.save.mock.calls.map(([, , text]) => text);
    expect(csv).toContain(shown?.findings[0]?.advice);
    expect(csv).toContain('error,F5,wide,users,familyName,2,');
    expect(csv).not.toContain(first?.message);
    expect(JSON.parse(json ?? '')).toEqual(SAVED);
  });

  it('is not saved before it is there', () => {
    fresh().save('csv', true);
    expect(keeper.save).not.toHaveBeenCalled();
  });
});

describe('the time that is left', () => {
  const at = (elapsed: number, bytes: number): Progress => ({
    file: 'users',
    bytes,
    totalBytes: 1000,
    rows: 0,
    elapsed,
  });

  it('is told once the pace is steady, and from then on', () => {
    const pace = new Pace();
    const told = Array.from({ length: 20 }, (_, n) => pace.left(at(250 * (n + 1), 25 * (n + 1))));
    expect(told.slice(0, 6)).toEqual(Array(6).fill(null));
    expect(told[6]).toBeCloseTo(8.25);
    expect(told.at(-1)).toBeCloseTo(5);
    // It gets slower, and the number stays.
    expect(pace.left(at(60_000, 600))).toBeCloseTo(40);
  });

  it('is not told while the forecasts differ', () => {
    const pace = new Pace();
    const bytes = [40, 200, 220, 500, 510, 900];
    expect(bytes.map((b, n) => pace.left(at(1000 + 500 * n, b)))).toEqual(Array(6).fill(null));
  });

  it('is not told of nothing', () => {
    expect(new Pace().left({ ...at(5000, 0), totalBytes: 0 })).toBeNull();
  });
});
