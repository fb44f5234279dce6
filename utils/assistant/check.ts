import type { CheckActions, CheckView, ProfileOption, ReportFormat } from '../../components/check/types.ts';
import { reportCsv } from '../roster/export/csv.ts';
import { reportJson } from '../roster/export/json.ts';
import { reportName } from '../roster/export/rows.ts';
import type { CheckSettings, Progress, Report } from '../roster/report.ts';
import { parseSchoolIds } from '../roster/settings.ts';
import type { Fingerprint, GivenFile, RunningCheck, StartCheck } from '../roster/start.ts';
import { toldReport } from '../roster/told.ts';

/** What is kept of a set between visits, with when it was remembered, ISO 8601. */
export interface Kept {
  at: string;
  fingerprint: Fingerprint;
}

/** What the page needs of the browser; utils/browser/check.ts has it. All may fail, and then nothing is kept. */
export interface CheckKeeper {
  saveSettings(settings: CheckSettings): Promise<unknown>;
  /** By profile, because other profiles have other files. */
  kept(profile: string): Promise<Kept | null>;
  keep(profile: string, kept: Kept): Promise<unknown>;
  forget(profile: string): Promise<unknown>;
  /** Gives the administrator a file. */
  save(name: string, type: string, text: string): void;
  print(): void;
}

export interface CheckFacts {
  /** Host of the site, '' for none. */
  site: string;
  profiles: ProfileOption[];
  settings: CheckSettings;
}

/** How far apart pictures of the progress may be, in milliseconds: more often nobody can read them. */
const REDRAW_EVERY = 100;

const TYPES: Record<ReportFormat, string> = { csv: 'text/csv', json: 'application/json' };

/** The page that checks exported files: its state, what it shows, and what its buttons do. */
export class Checking implements CheckActions {
  readonly #facts: CheckFacts;
  readonly #start: StartCheck;
  readonly #keeper: CheckKeeper;
  readonly #redraw: () => void;
  #settings: CheckSettings;
  #body: CheckView['body'] = { kind: 'empty' };
  #files: GivenFile[] = [];
  #earlier: GivenFile[] | null = null;
  /** Files or folders that came with the set, and with the earlier one, and are not looked at. */
  #leftOut = 0;
  #earlierLeftOut = 0;
  #running: RunningCheck | null = null;
  /** Of the set that was checked last. */
  #fingerprint: Fingerprint | null = null;
  /** As the engine made it, in English; what is shown is in the reader's language. */
  #report: Report | null = null;

  constructor(facts: CheckFacts, start: StartCheck, keeper: CheckKeeper, redraw: () => void) {
    this.#facts = facts;
    this.#settings = facts.settings;
    this.#start = start;
    this.#keeper = keeper;
    this.#redraw = redraw;
  }

  get view(): CheckView {
    const { site, profiles } = this.#facts;
    return {
      site,
      profiles,
      settings: this.#settings,
      leftOut: this.#leftOut + this.#earlierLeftOut,
      body: this.#body,
    };
  }

  check = (files: GivenFile[], leftOut = 0): void => {
    this.#earlier = null;
    this.#leftOut = leftOut;
    this.#earlierLeftOut = 0;
    if (files.length > 0) void this.#run(files);
    else this.#show({ kind: 'failed', reason: 'nothing', message: '', again: false });
  };

  compare = (earlier: GivenFile[], leftOut = 0): void => {
    if (earlier.length === 0) return;
    this.#earlier = earlier;
    this.#earlierLeftOut = leftOut;
    void this.#run(this.#files);
  };

  again = (): void => {
    if (this.#files.length > 0) void this.#run(this.#files);
  };

  other = (): void => {
    this.#running?.cancel();
    this.#running = null;
    this.#files = [];
    this.#earlier = null;
    this.#leftOut = 0;
    this.#earlierLeftOut = 0;
    this.#fingerprint = null;
    this.#show({ kind: 'empty' });
  };

  cancel = (): void => {
    this.#running?.cancel();
    this.#running = null;
    this.#show({ kind: 'failed', reason: 'canceled', message: '', again: true });
  };

  set = (change: Partial<CheckSettings>): void => {
    this.#settings = { ...this.#settings, ...change };
    void this.#keeper.saveSettings(this.#settings).catch(() => undefined);
    this.#redraw();
  };

  setSchools = (text: string): void => this.set({ schoolIds: parseSchoolIds(text) });

  keep = async (): Promise<void> => {
    const body = this.#body;
    if (body.kind !== 'report' || this.#fingerprint === null) return;
    const { profile, checkedAt: at } = body.report;
    try {
      await this.#keeper.keep(profile.id, { at, fingerprint: this.#fingerprint });
    } catch {
      // The disk is full, or the browser keeps nothing in this window: it stays as it was, and the page shows that.
      return;
    }
    if (this.#body === body) this.#show({ ...body, keptAt: at });
  };

  forget = async (): Promise<void> => {
    const body = this.#body;
    if (body.kind !== 'report') return;
    try {
      await this.#keeper.forget(body.report.profile.id);
    } catch {
      // It is still there, and the page goes on saying so.
      return;
    }
    if (this.#body === body) this.#show({ ...body, keptAt: null });
  };

  save = (format: ReportFormat, withValues: boolean): void => {
    if (this.#body.kind !== 'report') return;
    // JSON goes to programs and to people elsewhere, who look for the sentences that everybody has: docs/report.md.
    const report = (format === 'json' && this.#report) || this.#body.report;
    const text = format === 'csv' ? reportCsv(report, withValues) : reportJson(report, withValues);
    this.#keeper.save(reportName(report, format), TYPES[format], text);
  };

  print = (): void => this.#keeper.print();

  #show(body: CheckView['body']): void {
    this.#body = body;
    this.#redraw();
  }

  async #run(files: GivenFile[]): Promise<void> {
    this.#running?.cancel();
    this.#files = files;
    this.#fingerprint = null;
    const given = files.map(({ path, blob }) => ({ name: path, bytes: blob.size }));
    this.#show({ kind: 'running', files: given, progress: null, reading: [], left: null });
    const settings = this.#settings;
    // Whatever the browser says, the check itself can go on without.
    const kept = await this.#keeper.kept(settings.profile).catch(() => null);
    // Canceled, or started anew, meanwhile.
    if (this.#body.kind !== 'running' || this.#body.files !== given) return;
    const pace = new Pace();
    const underWay = new UnderWay();
    let drawnAt = Number.NEGATIVE_INFINITY;
    const running = this.#start(
      files,
      settings,
      this.#earlier !== null ? { earlier: this.#earlier } : kept !== null ? { fingerprint: kept } : {},
      (progress) => {
        if (this.#running !== running) return;
        const left = pace.left(progress);
        const reading = underWay.heardOf(progress);
        if (progress.elapsed - drawnAt < REDRAW_EVERY && progress.bytes < progress.totalBytes) return;
        drawnAt = progress.elapsed;
        this.#show({ kind: 'running', files: given, progress, reading, left });
      },
    );
    this.#running = running;
    try {
      const report = await running.report;
      if (this.#running !== running) return;
      this.#report = report;
      this.#show({ kind: 'report', report: toldReport(report), keptAt: kept?.at ?? null, canKeep: false });
      // Of millions of ids it takes a while; nobody needs it to read the report.
      const fingerprint = await running.fingerprint;
      if (this.#running !== running) return;
      this.#fingerprint = fingerprint;
      const { body } = this.view;
      if (fingerprint !== null && body.kind === 'report') this.#show({ ...body, canKeep: true });
    } catch (error) {
      if (this.#running !== running) return;
      this.#show({ kind: 'failed', reason: 'failed', message: messageOf(error), again: true });
    }
    this.#running = null;
  }
}

/** The browser's own words; they name a file at most, never a cell. */
const messageOf = (error: unknown) => (error instanceof Error ? error.message : '');

/** A file of which nothing was heard for so long, in milliseconds, is read, or waits. */
const SILENCE = 1000;

/** Which files are being read. Word of one comes after word of another, and a page that follows each would flicker. */
class UnderWay {
  readonly #heardAt = new Map<string, number>();

  /** @returns their names, in the order in which they were begun */
  heardOf({ file, elapsed }: Progress): string[] {
    this.#heardAt.set(file, elapsed);
    for (const [name, at] of this.#heardAt) if (elapsed - at >= SILENCE) this.#heardAt.delete(name);
    return [...this.#heardAt.keys()];
  }
}

/** Looked at, at least; a pace that was measured over less is chance. */
const LEAST_SECONDS = 1;
const LEAST_SHARE = 0.03;
/** Forecasts of the whole time that must agree, and how well. */
const AGREEING = 4;
const WITHIN = 0.25;
/** A forecast each quarter of a second. */
const FORECAST_EVERY = 250;

/** Tells the time that is left, once the pace is steady. */
export class Pace {
  readonly #forecasts: number[] = [];
  #at = Number.NEGATIVE_INFINITY;

  /**
   * @returns seconds, or null while forecasts still differ by more than a quarter. Once they agreed it goes on telling:
   * a number that comes and goes would be worse than a rough one.
   */
  left({ bytes, totalBytes, elapsed }: Progress): number | null {
    const part = totalBytes === 0 ? 0 : bytes / totalBytes;
    if (elapsed < 1000 * LEAST_SECONDS || part < LEAST_SHARE) return null;
    const whole = elapsed / part;
    if (!this.#isSteady && elapsed - this.#at >= FORECAST_EVERY) {
      this.#at = elapsed;
      this.#forecasts.push(whole);
    }
    return this.#isSteady ? Math.max(0, (whole - elapsed) / 1000) : null;
  }

  get #isSteady(): boolean {
    for (let end = AGREEING; end <= this.#forecasts.length; end += 1) {
      const some = this.#forecasts.slice(end - AGREEING, end);
      if (Math.max(...some) <= (1 + WITHIN) * Math.min(...some)) return true;
    }
    return false;
  }
}
