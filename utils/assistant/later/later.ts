import type { LaterAct } from '../../../components/later/types.ts';
import type { LaterBody, PanelView } from '../../../components/view.ts';
import type { Observation } from '../../checklist/progress.ts';
import { isElement } from '../../powerschool/dom.ts';
import { isTrouble } from '../../powerschool/locate/controls.ts';
import { shownConfirmation } from '../../powerschool/save-buttons.ts';
import { templateAt } from '../../powerschool/templates.ts';
import type { Change, ExportPage } from '../../powerschool/types.ts';
import type { Checks } from '../../profile/checks.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import { say } from '../../words/say.ts';
import { columnsSeen } from '../observations.ts';
import type { Situation } from '../view.ts';
import { summaryBody } from './bodies.ts';
import { Guide, type Keeper, type Saving } from './guide.ts';
import { TabMemory } from './memory.ts';
import { laterSeen } from './observations.ts';
import { RecordsCheck } from './records.ts';
import { explainRefusal } from './refusals.ts';
import { type Saved, SaveWatch } from './saving.ts';
import { fillSummary } from './summary.ts';
import { fillSchedule, savedName, templatesBody } from './templates.ts';
import type { Desk, LaterSteps } from './types.ts';
import { isUnrecognized } from './unrecognized.ts';
import { CONTROL_NAMES } from './words.ts';

/** The second script's work: the guided set-up and all that the panel shows after step 1. */
export class Later implements LaterSteps {
  readonly #desk: Desk;
  readonly #keeper: Keeper;
  readonly #memory: TabMemory;
  readonly #guide: Guide;
  readonly #saveWatch = new SaveWatch();
  readonly #records: RecordsCheck;
  /** What the checklist is told with the next reading. */
  #toTell: Observation[] = [];
  #dialogFilled = false;
  /** What the last dialog sent is saved; the checklist may be told so a moment later. */
  #isSaved = false;
  /** The fields and labels as they were last seen in this page. */
  #columns: Observation | null = null;

  constructor(desk: Desk, keeper: Keeper, kept: string, checks: Checks) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#memory = new TabMemory(keeper, kept);
    this.#records = new RecordsCheck(desk.options.document, checks);
    this.#guide = new Guide(desk, keeper, this.#memory, this.#records, (seen) => this.#toTell.push(seen));
    const { document, signal } = desk.options;
    for (const kind of ['click', 'keydown'])
      document.addEventListener(kind, (event) => this.#beforePage(event), { capture: true, signal });
  }

  /** Before the page's own handlers see a click: it may lead to another page. */
  #beforePage(event: Event): void {
    this.#guide.beforePage();
    const now = this.#desk.now();
    this.#saveWatch.before(event, this.#desk.options.document, now.identity.fileId);
    void this.#memory.set({ pressed: this.#saveWatch.pressed });
    if (now.page.place === 'templates' && event.type === 'click' && event.isTrusted)
      this.#watchOpened(event as MouseEvent, now);
  }

  /** The administrator opens one of the templates by hand. */
  #watchOpened({ target, ctrlKey, metaKey, shiftKey, button }: MouseEvent, now: Situation): void {
    // Into another tab or window.
    if (ctrlKey || metaKey || shiftKey || button !== 0) return;
    const name = target && isElement(target as Node) ? templateAt(target as Element) : null;
    const file = now.profile.files.find((one) => savedName(one, now) === name);
    if (file) this.#guide.watch(file.id);
  }

  observe(now: Situation): Observation[] {
    const { page, identity, profile, site } = now;
    const { document } = this.#desk.options;
    const [columns] = page.grid.length > 0 ? columnsSeen(page, identity, profile, site.choices) : [];
    if (columns) this.#columns = columns;
    this.#records.look(now, this.#columnsOf(now.file?.id)?.columns);
    const seen = [...laterSeen(document, now, this.#memory.current.pressed), ...this.#toTell];
    this.#toTell = [];
    const { pressed } = this.#saveWatch;
    const { saved: noticed, again } = this.#saveWatch.look(document, performance.now(), now.page.loading);
    const saved = noticed ?? this.#confirmedAnew(now);
    if (saved) {
      this.#isSaved = true;
      // With what it was saved with: a file that was done may have been saved again with something wrong.
      const last = Object.assign({}, ...seen.filter(({ fileId }) => fileId === saved.fileId)) as Partial<Observation>;
      const at = new Date().toISOString();
      seen.push({ ...last, ...this.#columnsOf(saved.fileId), fileId: saved.fileId, saved: { name: saved.name, at } });
    }
    const isOver = pressed !== null && this.#saveWatch.pressed === null;
    if (saved || isOver || now.page.place === 'templates') void this.#memory.set({ pressed: null });
    if (again > 0) setTimeout(() => this.#desk.look(), again);
    if (now.page.saveDialog === null) this.#dialogFilled = false;
    else {
      this.#isSaved = false;
      this.#fillEmptyDialog(now.page.saveDialog, now);
    }
    return seen;
  }

  /** What was sent to be saved before this page was loaded, where the page now says of it that all went well. */
  #confirmedAnew({ page }: Situation): Saved | null {
    const { pressed } = this.#memory.current;
    if (!pressed || this.#saveWatch.pressed || page.loading || page.signedOut) return null;
    return shownConfirmation(this.#desk.options.document).includes(pressed.name) ? pressed : null;
  }

  complete(view: PanelView, now: Situation): PanelView {
    queueMicrotask(() => this.#guide.follow(this.#desk.now()));
    const body = view.body.kind === 'later' ? (this.#body(now) ?? view.body) : view.body;
    const guide = now.isAlive ? this.#guide.view(now, this.#saving(now)) : null;
    // The guided line says it already.
    const told = guide?.trouble && body.kind === 'save' ? { ...body, message: '' } : body;
    return { ...view, body: told, guide, unrecognized: isUnrecognized(now, body) };
  }

  #saving({ page, file, site }: Situation): Saving {
    const error = page.saveDialog?.error || this.#saveWatch.refused;
    const refused = error !== '' && file ? explainRefusal(error, templateNameOf(file, site.choices)) : '';
    return { refused, isSent: this.#isSaved || this.#saveWatch.pressed !== null };
  }

  #body(now: Situation): LaterBody | null {
    if (now.page.place === 'templates') return templatesBody(this.#desk.options.document, now);
    if (now.page.place === 'records' && now.file) return this.#records.view();
    return summaryBody(now, this.#saveWatch.refused, this.#columnsOf(now.file?.id));
  }

  #columnsOf(fileId: string | undefined): Observation | undefined {
    return this.#columns?.fileId === fileId ? (this.#columns ?? undefined) : undefined;
  }

  /** Fills the name into the empty dialog once, as step 3 announced; what the administrator types then stays. */
  #fillEmptyDialog({ name }: NonNullable<ExportPage['saveDialog']>, { file, busy }: Situation): void {
    if (this.#dialogFilled || file === null || isTrouble(name) || busy !== '') return;
    this.#dialogFilled = true;
    // After this reading: writing reads again.
    if (name.value === '') queueMicrotask(() => this.#fillDialog(file));
  }

  #fillDialog(file: ProfileFile): void {
    void this.#desk.act(say('doing_name'), async (work) => {
      const { page, site } = this.#desk.now();
      const dialog = page.saveDialog;
      if (!dialog || isTrouble(dialog.name)) return null;
      const text = (control: 'templateName' | 'templateDescription', before: string, after: string): Change => ({
        target: { kind: 'text', control },
        before,
        after,
      });
      const changes = [text('templateName', dialog.name.value, templateNameOf(file, site.choices))];
      // A description that the administrator typed stays.
      if (!isTrouble(dialog.description) && dialog.description.value === '') {
        changes.push(text('templateDescription', '', file.template.description));
      }
      await this.#desk.carryOut(work, '', changes, page, { controlNames: CONTROL_NAMES });
      return null;
    });
  }

  do(act: LaterAct): void {
    const { file } = this.#desk.now();
    switch (act.type) {
      case 'fill-summary':
        void this.#desk.act(say('doing_summary'), (work) => fillSummary(this.#desk, work));
        break;
      case 'fill-name':
        if (file) this.#fillDialog(file);
        break;
      case 'set-up':
        this.#guide.setUp(act.fileId);
        break;
      case 'check':
        this.#guide.check(act.fileId, act.all);
        break;
      case 'show-cells':
        this.#records.show(act.finding);
        this.#desk.look();
        break;
      case 'fill-schedule':
        void this.#desk.act(say('doing_schedule'), (work) => fillSchedule(this.#desk, work));
        break;
      case 'sync-at':
        this.#desk.setChoices({ syncAt: act.at });
        break;
      case 'go-on':
        this.#guide.goOn();
        break;
      case 'pause':
        this.#guide.pause();
        break;
      case 'end':
        this.#guide.end();
        break;
      case 'finish':
        this.#keeper.finish();
        break;
      case 'check-files':
        this.#keeper.checkFiles();
        break;
      case 'picture':
        this.#keeper.takePicture();
        break;
    }
  }
}
