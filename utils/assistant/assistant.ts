import type { LaterAct } from '../../components/later/types.ts';
import type { PanelActions, PanelView } from '../../components/view.ts';
import { isDone, nothingDone, type Observation } from '../checklist/progress.ts';
import type { Site, StoredChoices } from '../checklist/store.ts';
import { WIZARD_ADDRESS } from '../powerschool/addresses.ts';
import { nothingRead, readPage } from '../powerschool/read.ts';
import type { ExportPage } from '../powerschool/types.ts';
import type { ProfileFile } from '../profile/schema.ts';
import { identify } from '../template/identify.ts';
import { planLabels } from '../template/labels.ts';
import type { Identity } from '../template/types.ts';
import { say } from '../words/say.ts';
import { carryOut, chooseDataSet, selectFields, takeBack, unfold, type Work } from './actions.ts';
import { changesFor } from './chosen-labels.ts';
import { follow } from './follow.ts';
import type { Desk, Ended, LaterSteps, StartLater } from './later/types.ts';
import { columnsSeen } from './observations.ts';
import type { AssistantOptions, Batch } from './types.ts';
import { panelView, reportView, type Situation } from './view.ts';
import { Cancelled, until } from './wait.ts';
import { keepForUpdate } from './words.ts';

/** Leaving these loses what is chosen, whatever file is chosen next. */
const STEPS_AFTER: ReadonlySet<string> = new Set(['records', 'summary']);
/** How often the page is looked at again after an action, in milliseconds: a page may put values back late. */
const LOOK_AGAIN_AFTER = [120, 400, 1200];
/** How often an action makes sure that the extension is still there, in milliseconds. */
const ALIVE_EVERY = 100;

/** Joins reading, planning, applying and progress for one page. Everything shown is derived from what was read. */
export class Assistant {
  readonly #options: AssistantOptions;
  #site: Site;
  #page: ExportPage = nothingRead();
  #identity: Identity = { fileId: null, by: 'none', shown: '', doubts: [] };
  /** The last file that was sure in this tab: steps 2 and 3 may not show the data set any more. */
  #remembered: string | null;
  /** What the page calls that file's data set where its columns alone told the file. */
  #called = '';
  /** The file that the administrator named, where the page does not tell or contradicts itself. */
  #named: string | null = null;
  /** Said when an action ended with an error that nobody foresaw. */
  #failure = '';
  #written = new Map<string, string>();
  #batch: Batch | null = null;
  /** Where the page was when it was made. */
  #batchAt: ExportPage['place'] = 'elsewhere';
  #undo: Batch[] = [];
  #busy = '';
  #stopWork: AbortController | null = null;
  #leaving: { fileId: string; go(): void } | null = null;
  #lastSent = '';
  /** Asked for before this page was opened, null for nothing. */
  #intent: string | null = null;
  #lastShown = '';
  #later: LaterSteps | null = null;
  /** Asked for before the second script was there. */
  #waiting: LaterAct | null = null;

  constructor(options: AssistantOptions) {
    this.#options = options;
    this.#site = options.site;
    this.#remembered = options.lastFile;
    this.#desk = {
      options,
      now: () => this.#situation(),
      look: () => this.look(),
      act: (busy, action, evenLoading) => this.#act(busy, action, evenLoading),
      stop: () => this.#stopWork?.abort(),
      leaveFor: (fileId, go) => this.#leaveFor(fileId, go),
      labelWork: (keys) => this.#labelWork(keys),
      carryOut,
      chooseDataSet,
      selectFields,
      unfold,
      until,
      setChoices: (change) => this.#setChoices(change),
    };
    keepForUpdate();
    this.look();
    follow(options.document, () => this.look(), options.signal);
  }

  /** The site's progress or choices changed: in the popup, in another tab, or by this page's own reading. */
  onSite(site: Site): void {
    const known = Object.keys(this.#site.progress);
    this.#site = site;
    // Told again where it was forgotten (start over). Not where another tab says otherwise: two tabs would never end.
    if (known.some((fileId) => !(fileId in site.progress))) this.#lastSent = '';
    this.look();
  }

  /** Where the administrator is, for the popup. */
  get place(): { onExportManager: boolean; fileId: string | null } {
    return { onExportManager: this.#page.place !== 'elsewhere', fileId: this.#identity.fileId };
  }

  /** Reads the page and shows what follows from it. */
  look(): void {
    if (this.#options.bridge.isAlive()) this.#read();
    // It is not looked at any more.
    else this.#page = { ...this.#page, loading: false };
    this.#show();
  }

  #read(): void {
    const { document, location } = this.#options;
    this.#page = readPage(document, location);
    this.#identity = this.#identified();
    const { profile } = this.#options;
    const seen = columnsSeen(this.#page, this.#identity, profile, this.#site.choices);
    seen.push(...(this.#later?.observe(this.#situation()) ?? []));
    this.#send(this.#busy === '' || seen.some(({ saved, verified, drift }) => saved ?? verified ?? drift) ? seen : []);
    this.#takeIntent();
  }

  /** Goes on with a file that was asked for before this page was opened, as soon as step 1 is there. */
  #takeIntent(): void {
    const fileId = this.#intent;
    const { place, unclear } = this.#page;
    if (fileId === null || unclear || place === 'elsewhere') return;
    this.#intent = null;
    this.#options.bridge.intentTaken();
    if (place === 'columns' && this.#identity.fileId !== fileId) void this.#goTo(fileId);
  }

  #identified(): Identity {
    const found = identify(this.#page, this.#options.profile);
    const { place, mentions } = this.#page;
    if (found.fileId !== null) {
      if (this.#remembered !== found.fileId) this.#forget();
      this.#remembered = found.fileId;
      this.#called = found.by === 'columns' ? found.shown : '';
      this.#named = null;
      return found;
    }
    const isAnother = found.by === 'another' && !(this.#called && found.shown.endsWith(this.#called));
    if (place === 'columns' || place === 'templates' || isAnother) {
      // Another data set is chosen, or none yet: what was known before is over.
      if (place !== 'columns' || mentions.length > 0 || this.#page.grid.length === 0) this.#remembered = null;
      this.#named = null;
      return found;
    }
    if (this.#named !== null) return { ...found, fileId: this.#named, by: 'administrator', doubts: [] };
    // Evidence that contradicts itself is not overruled by memory.
    return found.doubts.length > 0 ? found : { ...found, fileId: this.#remembered };
  }

  /** What was done to another data set cannot be taken back here. */
  #forget(): void {
    this.#written.clear();
    this.#undo = [];
    this.#batch = null;
  }

  #file(id: string | null = this.#identity.fileId): ProfileFile | null {
    return this.#options.profile.files.find((file) => file.id === id) ?? null;
  }

  #send(seen: Observation[]): void {
    const { fileId } = this.#identity;
    const sent = JSON.stringify([seen, fileId]);
    if (this.#page.place === 'elsewhere' || sent === this.#lastSent) return;
    this.#lastSent = sent;
    this.#options.bridge.observed(seen, fileId);
  }

  #situation(): Situation {
    const { profile, bridge } = this.#options;
    const batch = this.#batch;
    return {
      page: this.#page,
      identity: this.#failure === '' ? this.#identity : { ...this.#identity, doubts: [this.#failure] },
      file: this.#file(),
      site: this.#site,
      profile,
      labelContext: { ambiguousRows: this.#page.ambiguousRows, written: this.#written },
      isAlive: bridge.isAlive(),
      busy: this.#busy,
      confirmLeaving: this.#leaving?.fileId ?? null,
      report: batch && reportView(batch, this.#undo.length > 0, this.#batchAt !== this.#page.place),
    };
  }

  #show(): void {
    const now = this.#situation();
    const plain: PanelView | null = panelView(now);
    const view = plain && this.#later ? this.#later.complete(plain, now) : plain;
    const shown = JSON.stringify(view);
    if (shown === this.#lastShown) return;
    this.#lastShown = shown;
    this.#options.onView(view);
  }

  /** Runs one action at a time, with a sentence about what is under way, and looks at the page when it ends. */
  async #act(busy: string, action: (work: Work) => Promise<Batch | null>, evenLoading = false): Promise<Ended> {
    const { document, location, profile, signal, bridge } = this.#options;
    if (signal.aborted) return 'cancelled';
    // What PowerSchool still loads belongs to another data set, or to none.
    if (this.#busy !== '' || !bridge.isAlive() || (!evenLoading && readPage(document, location).loading)) {
      this.look();
      return 'busy';
    }
    const stop = new AbortController();
    const end = (): void => stop.abort();
    signal.addEventListener('abort', end);
    // Where the extension goes meanwhile, nothing more is done.
    const watch = setInterval(() => bridge.isAlive() || end(), ALIVE_EVERY);
    this.#busy = busy;
    this.#stopWork = stop;
    this.#leaving = null;
    this.#failure = '';
    this.#page = readPage(document, location);
    this.#show();
    try {
      const batch = await action({ document, location, profile, signal: stop.signal });
      if (batch) this.#keep(batch);
      return 'done';
    } catch (error) {
      // Cancelled by the administrator or by the page going away: what was done so far is shown by the page itself.
      if (error instanceof Cancelled) return 'cancelled';
      this.#failure = say('failed', String(error));
      return 'failed';
    } finally {
      clearInterval(watch);
      signal.removeEventListener('abort', end);
      this.#busy = '';
      this.#stopWork = null;
      this.look();
      for (const after of LOOK_AGAIN_AFTER) setTimeout(() => !signal.aborted && this.look(), after);
    }
  }

  #keep(batch: Batch): void {
    this.#batch = batch;
    this.#batchAt = this.#page.place;
    if (batch.undo.length > 0) this.#undo.push(batch);
    for (const { change, result } of batch.outcomes) {
      if (change.target.kind !== 'label' || result !== 'set') continue;
      // What an undo brings back is not ours.
      if (batch.undo.length > 0) this.#written.set(change.target.column, String(change.after));
      else this.#written.delete(change.target.column);
    }
  }

  #leaveFor(fileId: string, go: () => void): void {
    const { place, grid } = this.#page;
    const current = this.#identity.fileId;
    const unsaved = current !== null && !isDone(this.#site.progress[current] ?? nothingDone);
    const isAtRisk = place === 'columns' ? grid.length > 0 && current !== fileId : STEPS_AFTER.has(place);
    if (unsaved && isAtRisk) {
      this.#leaving = { fileId, go };
      this.#show();
    } else go();
  }

  /** Starts what the second script adds, and does what was asked of it meanwhile. */
  attach(start: StartLater): void {
    this.#later = start(this.#desk);
    this.look();
    if (this.#waiting) this.#later.do(this.#waiting);
  }

  readonly #desk: Desk;

  /** Chooses the data set here on step 1; from anywhere else opens the wizard anew, which then goes on by itself. */
  async #goTo(fileId: string): Promise<void> {
    const file = this.#file(fileId);
    if (!file) return;
    if (this.#page.place !== 'columns') {
      await this.#options.bridge.intend(fileId);
      this.#options.location.assign(WIZARD_ADDRESS);
      return;
    }
    const choose = (work: Work) => {
      this.#undo = [];
      return chooseDataSet(work, file);
    };
    await this.#act(say('busy_data_set', file.fileName), choose, true);
  }

  /** A file that was asked for before this page was opened. */
  resume(fileId: string): void {
    this.#intent = fileId;
    this.look();
  }

  #setChoices(change: Partial<StoredChoices>): void {
    this.#site = { ...this.#site, choices: { ...this.#site.choices, ...change } };
    this.#options.bridge.choices(this.#site.choices);
    this.look();
  }

  /** Planned on what is shown: what is typed after that makes a change stale instead of being overruled. */
  #labelWork(keys: readonly string[]): (work: Work) => Promise<Batch | null> {
    const file = this.#file();
    const { grid, ambiguousRows } = this.#page;
    if (!file) return async () => null;
    const context = { ambiguousRows, written: this.#written };
    const plan = planLabels(grid, this.#options.profile, file, this.#site.choices, context);
    const { changes, refused } = changesFor(plan, grid, new Set(keys));
    return async (work) => {
      const batch = await carryOut(work, say('auto_label'), changes, this.#page);
      for (const line of refused) {
        batch.explanations.set(batch.outcomes.length, say('would_duplicate', line.after));
        batch.names.push(line.field);
        batch.outcomes.push({ change: line.change, result: 'ambiguous' });
      }
      return batch;
    };
  }

  readonly actions: PanelActions = {
    chooseFile: (fileId) => this.#leaveFor(fileId, () => void this.#goTo(fileId)),
    confirmLeaving: (yes) => {
      const leaving = this.#leaving;
      this.#leaving = null;
      if (yes && leaving) leaving.go();
      else this.#show();
    },
    nameFile: (fileId) => {
      this.#named = fileId;
      this.look();
    },
    selectFields: () => {
      const file = this.#file();
      if (!file) return;
      void this.#act(say('busy_unfolding'), (work) =>
        selectFields(work, file, this.#site.choices, say('select_fields')),
      );
    },
    applyLabels: (keys) => void this.#act(say('busy_writing'), this.#labelWork(keys)),
    undo: () => {
      const batch = this.#undo.pop();
      if (!batch) return;
      void this.#act(say('busy_writing'), (work) => takeBack(work, batch, say('undo_of', batch.title)));
    },
    dismissReport: () => {
      this.#batch = null;
      this.#show();
    },
    cancel: () => this.#stopWork?.abort(),
    setChoice: (id, chosen) => this.#setChoices({ profile: { ...this.#site.choices.profile, [id]: chosen } }),
    setActAtOnce: (actAtOnce) => this.#setChoices({ actAtOnce }),
    later: (act) => {
      if (this.#later) this.#later.do(act);
      else this.#waiting = act;
    },
  };
}
