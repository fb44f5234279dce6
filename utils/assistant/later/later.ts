import type { LaterAct } from '../../../components/later/types.ts';
import type { PanelView } from '../../../components/view.ts';
import type { Observation } from '../../checklist/progress.ts';
import { isTrouble } from '../../powerschool/locate/controls.ts';
import type { Change, ExportPage } from '../../powerschool/types.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import type { Situation } from '../view.ts';
import { laterBody } from './bodies.ts';
import { Guide, type Keeper } from './guide.ts';
import { TabMemory } from './memory.ts';
import { laterSeen } from './observations.ts';
import { SaveWatch } from './saving.ts';
import { fillSummary } from './summary.ts';
import type { Desk, LaterSteps } from './types.ts';
import { CONTROL_NAMES, DOING } from './words.ts';

/** The second script's work: the guided set-up and all that the panel shows after step 1. */
export class Later implements LaterSteps {
  readonly #desk: Desk;
  readonly #keeper: Keeper;
  readonly #memory: TabMemory;
  readonly #guide: Guide;
  readonly #saveWatch = new SaveWatch();
  #dialogFilled = false;

  constructor(desk: Desk, keeper: Keeper, kept: string) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#memory = new TabMemory(keeper, kept);
    this.#guide = new Guide(desk, keeper, this.#memory);
    const { document, signal } = desk.options;
    for (const kind of ['click', 'keydown'])
      document.addEventListener(kind, (event) => this.#beforePage(event), { capture: true, signal });
  }

  /** Before the page's own handlers see a click: it may lead to another page. */
  #beforePage(event: Event): void {
    this.#saveWatch.before(event, this.#desk.options.document, this.#desk.now().identity.fileId);
    this.#memory.set({ pressed: this.#saveWatch.pressed });
  }

  observe(now: Situation): Observation[] {
    const seen = laterSeen(now, this.#memory.current.pressed);
    const { saved, again } = this.#saveWatch.look(this.#desk.options.document, performance.now(), now.page.loading);
    if (saved) seen.push({ fileId: saved.fileId, saved: { name: saved.name, at: new Date().toISOString() } });
    if (saved || now.page.place === 'templates') this.#memory.set({ pressed: null });
    if (again > 0) setTimeout(() => this.#desk.look(), again);
    if (now.page.saveDialog === null) this.#dialogFilled = false;
    else this.#fillEmptyDialog(now.page.saveDialog, now);
    return seen;
  }

  complete(view: PanelView, now: Situation): PanelView {
    queueMicrotask(() => this.#guide.follow(this.#desk.now()));
    const body = view.body.kind === 'later' ? (laterBody(now) ?? view.body) : view.body;
    return { ...view, body, guide: this.#guide.view(now) };
  }

  /** Fills the name into the empty dialog once, as step 3 announced; what the administrator types then stays. */
  #fillEmptyDialog({ name }: NonNullable<ExportPage['saveDialog']>, { file, busy }: Situation): void {
    if (this.#dialogFilled || file === null || isTrouble(name) || busy !== '') return;
    this.#dialogFilled = true;
    // After this reading: writing reads again.
    if (name.value === '') queueMicrotask(() => this.#fillDialog(file));
  }

  #fillDialog(file: ProfileFile): void {
    void this.#desk.act(DOING.name, async (work) => {
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
      await this.#desk.carryOut(work, '', changes, page, CONTROL_NAMES);
      return null;
    });
  }

  do(act: LaterAct): void {
    const { file } = this.#desk.now();
    switch (act.type) {
      case 'fill-summary':
        void this.#desk.act(DOING.summary, (work) => fillSummary(this.#desk, work));
        break;
      case 'fill-name':
        if (file) this.#fillDialog(file);
        break;
      case 'set-up':
        this.#guide.start(act.fileId, 'set-up');
        break;
      case 'check':
        this.#guide.start(act.fileId, 'check');
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
    }
  }
}
