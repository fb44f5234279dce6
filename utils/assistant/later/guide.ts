import type { GuideView } from '../../../components/later/types.ts';
import { nextFile } from '../../checklist/progress.ts';
import { isPressable, locatePageButton, type PageButton } from '../../powerschool/buttons.ts';
import { all, isTrouble, OUR_TAG } from '../../powerschool/locate/controls.ts';
import { shownError } from '../../powerschool/locate/dialog.ts';
import type { ExportPage } from '../../powerschool/types.ts';
import { isShown } from '../../powerschool/visible.ts';
import { templateNameOf } from '../../template/choices.ts';
import type { Work } from '../actions.ts';
import type { Batch } from '../types.ts';
import type { Situation } from '../view.ts';
import { type Deed, decide } from './decide.ts';
import type { Memory, TabMemory } from './memory.ts';
import { positionOf, stepsOf } from './steps.ts';
import { fillSummary } from './summary.ts';
import type { Course, Desk } from './types.ts';
import { BUTTON, DOING, HALT, STAND } from './words.ts';

/** How long PowerSchool may take, in milliseconds. */
const PATIENCE = 60_000;
/** A page load that the set-up brought about comes within this time, in milliseconds. */
const LOAD_WITHIN = 120_000;
const WIZARD = '/admin/datamgmt/exportmanager.action';

type State = GuideView['state'];

/** A button that does something else than to resume. */
interface Onward {
  text: string;
  go(): void;
}

/** Keeps a tab's memory over page loads. */
export interface Keeper {
  keep(memory: string): Promise<unknown>;
  finish(): void;
}

/**
 * Does a whole template with stops where a person must look. After every act it reads the page and decides anew, so it
 * can be paused, taken over by hand, and resumed wherever the page is.
 */
export class Guide {
  readonly #desk: Desk;
  readonly #keeper: Keeper;
  readonly #memory: TabMemory;
  #course: Course | null = null;
  #state: State = 'paused';
  #message = '';
  /** What the button does when it is not "Resume". */
  #onward: Onward | null = null;
  /** Where the page was when a stop began; a move from there by hand is noticed. */
  #stoodAt: string | null = null;
  #isWorking = false;

  constructor(desk: Desk, keeper: Keeper, memory: TabMemory) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#memory = memory;
    const { document, signal } = desk.options;
    for (const kind of ['pointerdown', 'keydown'])
      document.addEventListener(kind, (event) => this.#onPerson(event), { capture: true, signal });
    this.#recall(memory.current);
  }

  /** The file that is being set up or checked, null for none. */
  get course(): Course | null {
    return this.#course;
  }

  start(fileId: string, mode: Course['mode']): void {
    const since = new Date().toISOString();
    const no = { begun: false, looked: false, keepTyped: false, byHand: false, changed: false, columnsRight: false };
    this.#course = { fileId, mode, since, ...no };
    if (mode === 'set-up' && this.#desk.now().identity.fileId !== fileId)
      this.#desk.leaveFor(fileId, () => this.#resume());
    else this.#resume();
  }

  /** A template was opened from My Templates by hand: it is compared, and nothing is pressed. */
  watch(fileId: string): void {
    this.start(fileId, 'check');
  }

  goOn(): void {
    if (this.#onward) this.#onward.go();
    else this.#resume();
  }

  pause(why = HALT.paused): void {
    if (this.#course && this.#state !== 'done') this.#stand('paused', why);
  }

  end(): void {
    this.#course = null;
    this.#stand('paused', '');
  }

  /** Called after every reading: notices what the administrator did by hand. */
  follow(now: Situation): void {
    const course = this.#course;
    if (!course || this.#isWorking || this.#state === 'running') return;
    const { fileId } = now.identity;
    // The administrator went on with another file by hand.
    if (this.#state === 'done' && fileId !== null && fileId !== course.fileId) {
      this.end();
      return;
    }
    const deed = decide(now, course);
    if (deed.kind === 'saved' && this.#state !== 'done') {
      this.#finish(deed);
      return;
    }
    if (this.#state !== 'look' || now.page.loading || now.page.unclear || this.#stoodAt === now.page.place) return;
    const forward = ['records summary', 'columns records'].includes(`${this.#stoodAt} ${now.page.place}`);
    if (!forward) {
      this.#stand('paused', HALT.movedBack);
      return;
    }
    // Next by hand, with the records in view, is the same as "Looks right".
    course.looked ||= this.#stoodAt === 'records';
    this.#resume();
  }

  view(now: Situation): GuideView | null {
    const course = this.#course;
    const file = now.profile.files.find(({ id }) => id === course?.fileId);
    if (!course || !file) return null;
    const position = this.#state === 'done' ? Number.POSITIVE_INFINITY : positionOf(decide(now, course), now, course);
    const resume = this.#state === 'paused' ? BUTTON.resume : '';
    return {
      mode: course.mode,
      fileName: file.fileName,
      steps: stepsOf(course, position),
      state: this.#state,
      message: this.#message,
      button: this.#onward?.text ?? resume,
      primary: this.#onward !== null || this.#state === 'paused',
    };
  }

  #recall(memory: Memory): void {
    if (!memory.course) return;
    this.#course = memory.course;
    const expected = memory.loadAt !== null && Date.now() - memory.loadAt < LOAD_WITHIN;
    if (expected) this.#resume();
    else this.#stand('paused', HALT.loadedAnew);
  }

  #remember(isLoadExpected: boolean): Promise<void> {
    return this.#memory.set({ course: this.#course, loadAt: isLoadExpected ? Date.now() : null });
  }

  /** Real work on the page, while the set-up works: the administrator takes over. */
  #onPerson(event: Event): void {
    if (this.#state !== 'running' || !event.isTrusted) return;
    const target = event.target as Element | null;
    if (target?.localName !== OUR_TAG) this.pause(HALT.takenOver);
  }

  #stand(state: State, message: string, onward: Onward | null = null): void {
    this.#state = state;
    this.#message = message;
    this.#onward = onward;
    this.#stoodAt = this.#desk.now().page.place;
    void this.#remember(false);
    this.#desk.look();
  }

  #resume(): void {
    this.#state = 'running';
    this.#message = '';
    this.#onward = null;
    void this.#work();
  }

  async #work(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      let last = '';
      while (this.#state === 'running' && this.#course) {
        this.#desk.look();
        const deed = decide(this.#desk.now(), this.#course);
        this.#course.begun ||= this.#desk.now().identity.fileId === this.#course.fileId;
        const again = `${deed.kind} ${this.#desk.now().page.place}`;
        if (deed.kind !== 'wait' && again === last) this.#stand('paused', HALT.noReaction);
        else await this.#do(deed, this.#course);
        if (deed.kind !== 'wait') last = again;
      }
    } finally {
      this.#isWorking = false;
    }
    this.#desk.look();
  }

  async #do(deed: Deed, course: Course): Promise<void> {
    const file = this.#desk.now().profile.files.find(({ id }) => id === course.fileId);
    if (!file) return this.end();
    switch (deed.kind) {
      case 'wait':
        return this.#wait();
      case 'open-wizard':
        await this.#remember(true);
        this.#desk.options.location.assign(WIZARD);
        return this.#wait('columns');
      case 'data-set':
        // Where PowerSchool offers the data set without it, the Category does not matter: the last outcome decides.
        return this.#act(DOING.dataSet(file.fileName), (work) => this.#desk.chooseDataSet(work, file), 'last');
      case 'fields':
        course.changed = true;
        return this.#act(DOING.fields, (work) =>
          this.#desk.selectFields(work, file, this.#desk.now().site.choices, 'Select fields'),
        );
      case 'labels':
        course.changed = true;
        return this.#act(DOING.labels, this.#desk.labelWork(deed.keys));
      case 'summary':
        course.changed = true;
        return this.#act(DOING.summary, (work) => fillSummary(this.#desk, work));
      case 'press':
        if (this.#desk.now().page.place === 'columns') {
          course.columnsRight = true;
          // Other records may come up than those that were looked at before.
          course.looked = false;
        }
        return this.#press(deed.button);
      case 'look': {
        const receiver = this.#desk.now().profile.name;
        return this.#stand('look', STAND.look(receiver), {
          text: BUTTON.look,
          go: () => this.#agree(course, 'looked'),
        });
      }
      case 'save':
        return this.#stand('look', course.mode === 'check' ? STAND.saveOver : STAND.save);
      case 'drift':
        return this.#stand('look', deed.why, { text: BUTTON.putRight, go: () => this.#agree(course, 'changed') });
      case 'typed':
        return this.#stand('look', deed.why, { text: BUTTON.keepTyped, go: () => this.#agree(course, 'keepTyped') });
      case 'by-hand':
        return this.#stand('look', deed.why, { text: BUTTON.byHand, go: () => this.#agree(course, 'byHand') });
      case 'halt':
        return this.#stand('paused', deed.why);
      case 'saved':
      case 'verified':
        return this.#finish(deed);
    }
  }

  /** What only a person can say was said. */
  #agree(course: Course, to: 'looked' | 'byHand' | 'changed' | 'keepTyped'): void {
    course[to] = true;
    this.#resume();
  }

  /** The template is saved, or was found right: the next file is offered. */
  #finish({ kind }: Deed): void {
    const { profile, site } = this.#desk.now();
    const file = profile.files.find(({ id }) => id === this.#course?.fileId);
    if (!file) {
      this.end();
      return;
    }
    const ids = profile.files.map(({ id }) => id);
    const name = site.progress[file.id]?.savedAs ?? templateNameOf(file, site.choices);
    const next = profile.files.find(({ id }) => id === nextFile(site.progress, ids, file.id));
    const message = kind === 'saved' ? STAND.saved(file.fileName, name) : STAND.verified(name);
    const onward = next
      ? { text: BUTTON.next(next.fileName), go: () => this.start(next.id, 'set-up') }
      : { text: BUTTON.finish, go: () => this.#keeper.finish() };
    this.#stand('done', message, onward);
  }

  async #act(
    busy: string,
    action: (work: Work) => Promise<Batch | null>,
    judged: 'all' | 'last' = 'all',
  ): Promise<void> {
    let refused = false;
    const ended = await this.#desk.act(
      busy,
      async (work) => {
        const batch = await action(work);
        const outcomes = batch?.outcomes.slice(judged === 'last' ? -1 : 0) ?? [];
        refused = outcomes.some(({ result }) => result !== 'set' && result !== 'already');
        return batch;
      },
      judged === 'last',
    );
    if (ended === 'cancelled') this.pause();
    else if (ended !== 'done' || refused) this.pause(HALT.refused);
  }

  /** Presses one of PowerSchool's buttons and waits for what follows, or asks the administrator to press it. */
  async #press(button: PageButton): Promise<void> {
    const { document } = this.#desk.options;
    const found = locatePageButton(document, button);
    const name = this.#templateName();
    if (isTrouble(found) || !isPressable(found)) {
      return this.#stand('look', button === 'next' ? STAND.next : STAND.saveTemplate(name));
    }
    const { place } = this.#desk.now().page;
    const errorBefore = shownError(document);
    const newError = () => (shownError(document) === errorBefore ? '' : shownError(document));
    await this.#remember(true);
    let reacted = false;
    const ended = await this.#desk.act(button === 'next' ? DOING.next : DOING.saveTemplate, async (work) => {
      found.click();
      const isThere = (): boolean => {
        this.#desk.look();
        const { page } = this.#desk.now();
        if (newError() !== '' || page.signedOut) return true;
        if (page.loading || page.unclear) return false;
        return button === 'next' ? page.place !== place && page.place !== 'elsewhere' : isFormOpen(document, page);
      };
      reacted = await this.#desk.until(isThere, { document, signal: work.signal, atMost: PATIENCE });
      return null;
    });
    await this.#remember(false);
    const error = newError();
    if (ended === 'cancelled') this.pause();
    else if (error !== '') this.pause(HALT.answers(error));
    else if (ended !== 'done' || !reacted) this.pause(HALT.tooLong);
    // A dialog in words that are not known.
    else if (button === 'save-template' && !this.#desk.now().page.saveDialog) this.#stand('look', STAND.saveAs(name));
  }

  #templateName(): string {
    const { file, site } = this.#desk.now();
    return file ? templateNameOf(file, site.choices) : '';
  }

  /** Until the page is loaded and tells what comes next. */
  async #wait(place?: string): Promise<void> {
    const { document, signal } = this.#desk.options;
    const isOver = (): boolean => {
      this.#desk.look();
      const now = this.#desk.now();
      if (this.#state !== 'running' || !this.#course) return true;
      return place === undefined ? decide(now, this.#course).kind !== 'wait' : now.page.place === place;
    };
    const came = await this.#desk.until(isOver, { document, signal, atMost: PATIENCE }).catch(() => true);
    if (!came) this.pause(HALT.tooLong);
  }
}

/** The save dialog, or, in words that are not known, whatever dialog with a text box came up. */
function isFormOpen(document: Document, page: ExportPage): boolean {
  return (
    page.saveDialog !== null ||
    all<HTMLInputElement>(document, '.ui-dialog input, dialog input, [role="dialog"] input').some(isShown)
  );
}
