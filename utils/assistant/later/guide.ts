import type { GuideView } from '../../../components/later/types.ts';
import type { Observation } from '../../checklist/progress.ts';
import { OUR_TAG } from '../../powerschool/locate/controls.ts';
import { shownError } from '../../powerschool/locate/dialog.ts';
import { offersSave } from '../../powerschool/save-buttons.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { say } from '../../words/say.ts';
import { columnsOf } from '../observations.ts';
import type { Situation } from '../view.ts';
import { areColumnsRight, type Deed, decide, type Facts, typedLabels } from './decide.ts';
import { driftOf, untoldFields } from './drift.ts';
import { endingOf, type Next } from './ending.ts';
import { isExpectedLoad } from './load.ts';
import type { Memory, TabMemory } from './memory.ts';
import type { RecordsCheck } from './records.ts';
import { positionOf, stepsOf } from './steps.ts';
import { isForward, lookWords, type Stop, saveWords, stopFor, type Word } from './stops.ts';
import { listedTemplates, savedName } from './templates.ts';
import type { Course, Desk } from './types.ts';
import { Work } from './work.ts';

/** Keeps a tab's memory over page loads. */
export interface Keeper {
  keep(memory: string): Promise<unknown>;
  finish(): void;
  checkFiles(): void;
  takePicture(): void;
}

/** What is known of the saving under way. */
export interface Saving {
  /** Why PowerSchool did not save, that nothing was lost, and what to do; '' where it did not refuse. */
  refused: string;
  /** It was sent, and what came of it is not in the checklist yet. */
  isSent: boolean;
}

type Said = Pick<GuideView, 'message' | 'trouble'>;

/**
 * Does a whole template with stops where a person must look, or checks a saved one. After every act it reads the page
 * and decides anew, so it can be paused, taken over by hand, and resumed wherever the page is.
 */
export class Guide {
  readonly #desk: Desk;
  readonly #keeper: Keeper;
  readonly #memory: TabMemory;
  readonly #records: RecordsCheck;
  readonly #work: Work;
  /** Tells the checklist what a check found. */
  readonly #tell: (seen: Observation) => void;
  #course: Course | null = null;
  #state: GuideView['state'] = 'paused';
  #message = '';
  /** What the button does when it is not "Resume". */
  #onward: { text: string; go(): void } | null = null;
  /** Where the page was when a stop began; a move from there by hand is noticed. */
  #stoodAt: string | null = null;
  /** What a person does at this stop, null for anything else. */
  #about: Stop['about'] | null = null;
  /** The records are to be brought into view when they are there, unless the person does something on the page before. */
  #toReveal = false;
  #isWorking = false;

  constructor(desk: Desk, keeper: Keeper, memory: TabMemory, records: RecordsCheck, tell: (seen: Observation) => void) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#memory = memory;
    this.#records = records;
    this.#tell = tell;
    this.#work = new Work(desk, {
      isRunning: () => this.#state === 'running',
      decide: (now) => this.#decide(now),
      facts: (now) => this.#facts(now),
      remember: (isLoadExpected, loadTo) => this.#remember(isLoadExpected, loadTo),
      stand: (stop) => this.#stand(stop.state, stop.message, null, stop.about),
    });
    const { document, signal } = desk.options;
    const onPage = { capture: true, passive: true, signal };
    for (const kind of ['pointerdown', 'keydown'])
      document.addEventListener(kind, (event) => this.#onPerson(event), onPage);
    const leave = (): void => {
      this.#toReveal = false;
    };
    for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll'])
      document.addEventListener(kind, leave, onPage);
    this.#recall(memory.current);
  }

  /** Sets a file up, from wherever the page is. */
  setUp(fileId: string): void {
    const isHere = this.#desk.now().identity.fileId === fileId;
    const begin = (): void => this.#begin(fileId, 'set-up', {});
    if (isHere) begin();
    else this.#desk.leaveFor(fileId, begin);
  }

  /** Opens a file's template from My Templates and compares it; `all`: then those after it that are not verified. */
  check(fileId: string, all: boolean): void {
    this.#desk.leaveFor(fileId, () => this.#begin(fileId, 'check', { mayPress: true, all }));
  }

  /** A template is being opened from My Templates by hand: it will be compared, and nothing is pressed unasked. */
  watch(fileId: string): void {
    // A set-up that is not over stays.
    if (this.#course?.mode === 'set-up' && this.#state !== 'done') return;
    this.#course = newCourse(fileId, 'check', { opened: true });
    this.#work.isUnfolded = false;
    this.#state = 'paused';
    this.#message = say('halt_loadedAnew');
    this.#onward = null;
    this.#about = null;
    void this.#remember(true);
  }

  goOn(): void {
    if (this.#onward) this.#onward.go();
    else this.#resume();
  }

  pause(): void {
    if (this.#course && this.#state !== 'done') this.#stand('paused', say('halt_paused'));
  }

  end(): void {
    this.#course = null;
    this.#stand('paused', '');
  }

  #begin(fileId: string, mode: Course['mode'], more: Partial<Course>): void {
    this.#course = newCourse(fileId, mode, more);
    this.#work.isUnfolded = false;
    // So that a reload in the midst of it is noticed.
    void this.#remember(false);
    this.#resume();
  }

  #resume(): void {
    const { page } = this.#desk.now();
    // A check whose template is not on the page any more opens it again.
    if (this.#course && page.place === 'columns' && page.grid.length === 0 && this.#state === 'paused')
      this.#course.opened = false;
    this.#state = 'running';
    this.#message = '';
    this.#onward = null;
    this.#about = null;
    void this.#run();
  }

  #stand(
    state: GuideView['state'],
    message: string,
    onward: { text: string; go(): void } | null = null,
    about: Stop['about'] | null = null,
  ): void {
    // What is under way ends where it is.
    if (this.#state === 'running') this.#desk.stop();
    this.#state = state;
    this.#message = message;
    this.#onward = onward;
    this.#about = about;
    this.#toReveal = about === 'records';
    this.#stoodAt = this.#desk.now().page.place;
    void this.#remember(false);
    this.#desk.look();
  }

  #recall(memory: Memory): void {
    if (!memory.course) return;
    this.#course = memory.course;
    if (!isExpectedLoad(memory, this.#desk.options.document, Date.now())) this.#stand('paused', say('halt_loadedAnew'));
    else {
      this.#state = 'running';
      void this.#run();
    }
  }

  #remember(isLoadExpected: boolean, loadTo: string | null = null): Promise<void> {
    return this.#memory.set({
      course: this.#course && { ...this.#course },
      loadAt: isLoadExpected ? Date.now() : null,
      loadTo,
    });
  }

  /** Real work on the page, while the set-up works: the administrator takes over. */
  #onPerson(event: Event): void {
    if (this.#state !== 'running' || !event.isTrusted) return;
    const target = event.target as Element | null;
    if (target?.localName !== OUR_TAG) this.#stand('paused', say('halt_takenOver'));
  }

  /** Before a click or a key may leave step 1: what stands there now is what counts. */
  beforePage(): void {
    if (!this.#course || this.#state === 'running' || this.#desk.now().page.place !== 'columns') return;
    this.#desk.look();
    this.follow(this.#desk.now());
  }

  /** Called after every reading: notices what the administrator did by hand. */
  follow(now: Situation): void {
    const course = this.#course;
    if (!course || this.#state === 'running') return;
    if (this.#toReveal) this.#toReveal = !this.#records.reveal();
    if (this.#state !== 'done') this.#seeColumns(now, course);
    if (this.#isWorking) return;
    const { page } = now;
    const { fileId } = now.identity;
    if (this.#state === 'done') {
      // The administrator went on with another file by hand.
      if (fileId !== null && fileId !== course.fileId) this.end();
      return;
    }
    if (this.#decide(now).kind === 'saved') {
      this.#finish('saved', course);
      return;
    }
    if (this.#state !== 'look' || page.loading || page.unclear || this.#stoodAt === page.place) return;
    if (!isForward(this.#stoodAt, page.place)) {
      this.#stand('paused', say('halt_movedBack'));
      return;
    }
    // Next by hand, with the records in view, is the same as "Looks right".
    course.looked ||= this.#stoodAt === 'records';
    this.#resume();
  }

  /** Labels may be changed by hand at any stop; what is shown last counts. */
  #seeColumns(now: Situation, course: Course): void {
    const { page, identity } = now;
    if (page.place !== 'columns' || page.loading || page.unclear || page.grid.length === 0) return;
    if (identity.fileId !== course.fileId) return;
    const mayDiffer = course.mode === 'set-up' || course.changed;
    const right = areColumnsRight(now, course) && (mayDiffer || driftOf(now).length === 0);
    if (right === course.columnsRight) return;
    course.columnsRight = right;
    course.columns = columnsOf(page);
    void this.#remember(false);
  }

  /** @param saving what is known of the saving under way, which a stop at the dialog tells of */
  view(now: Situation, saving: Saving): GuideView | null {
    const course = this.#course;
    const file = this.#file(course?.fileId);
    if (!course || !file) return null;
    const words = this.#about === 'records' ? lookWords(this.#records.errors, now.profile.name) : null;
    const saved = this.#about === 'saving' ? this.#savingWords(now, course, saving) : null;
    const resume = this.#state === 'paused' ? say('button_resume') : '';
    const isDone = this.#state === 'done';
    const isCompared = course.mode === 'check' && !course.changed && this.#state === 'look';
    return {
      mode: course.mode,
      fileName: file.fileName,
      steps: stepsOf(course, isDone ? Number.POSITIVE_INFINITY : positionOf(this.#decide(now), now, course)),
      state: this.#state,
      message: words?.message ?? saved?.message ?? this.#message,
      trouble: saved?.trouble ?? false,
      button: words?.button ?? this.#onward?.text ?? resume,
      primary: words ? !this.#records.errors : this.#onward !== null || this.#state === 'paused',
      drift: isCompared ? driftOf(now) : [],
      untold: isCompared && now.page.place === 'columns' ? untoldFields(now) : [],
    };
  }

  /** While the dialog is open, or what it sent is on its way: which button to press. But first, why it was refused. */
  #savingWords({ page }: Situation, { mode }: Course, { refused, isSent }: Saving): Said | null {
    if (refused !== '') return { message: refused, trouble: true };
    if (!page.saveDialog && !isSent) return null;
    return { message: saveWords(mode, offersSave(this.#desk.options.document)), trouble: false };
  }

  #decide(now: Situation): Deed {
    return this.#course ? decide(now, this.#course, this.#facts(now)) : { kind: 'wait' };
  }

  #facts(now: Situation): Facts {
    const { document } = this.#desk.options;
    const file = this.#file(this.#course?.fileId);
    const list = now.page.place === 'templates' ? listedTemplates(document, now) : null;
    const found = list?.files.find(({ fileId }) => fileId === file?.id);
    return {
      error: shownError(document),
      listed: found && file ? { ...found, name: savedName(file, now) } : null,
      rows: list?.rows ?? 0,
      scheduled: list?.scheduled ?? false,
      unfolded: this.#work.isUnfolded,
    };
  }

  #file(id: string | undefined): ProfileFile | undefined {
    return this.#desk.now().profile.files.find((file) => file.id === id);
  }

  async #run(): Promise<void> {
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      let last = '';
      // Where another copy has the page now, nothing is waited for any more.
      while (this.#state === 'running' && this.#course && !this.#desk.options.signal.aborted) {
        this.#desk.look();
        const now = this.#desk.now();
        const deed = this.#decide(now);
        this.#course.begun ||= now.identity.fileId === this.#course.fileId;
        const again = `${deed.kind} ${now.page.place} ${this.#course.fileId}`;
        if (deed.kind !== 'wait' && again === last) this.#stand('paused', say('halt_noReaction'));
        else await this.#do(deed, this.#course);
        if (deed.kind !== 'wait') last = again;
      }
    } finally {
      this.#isWorking = false;
    }
    this.#desk.look();
  }

  async #do(deed: Deed, course: Course): Promise<void> {
    const file = this.#file(course.fileId);
    if (!file) return this.end();
    if (deed.kind === 'saved' || deed.kind === 'verified') return this.#finish(deed.kind, course);
    const stop = stopFor(deed, course, this.#desk.now().profile.name);
    if (!stop) return this.#work.do(deed, course, file);
    if (deed.kind === 'drift') {
      course.differed = true;
      this.#tell({ fileId: course.fileId, drift: true });
    }
    this.#stop(stop, course);
  }

  #stop({ state, message, button, about }: Stop, course: Course): void {
    const heed = (word: Word) => {
      if (word === 'keepTyped') course.keepTyped = typedLabels(this.#desk.now());
      else course[word] = true;
      this.#resume();
    };
    this.#stand(state, message, button && { text: button.text, go: () => heed(button.says) }, about);
  }

  /** The template is saved, or was found right: what comes next is offered. */
  #finish(kind: 'saved' | 'verified', course: Course): void {
    const file = this.#file(course.fileId);
    if (!file) {
      this.end();
      return;
    }
    const { message, seen, chained, next } = endingOf(kind, this.#desk.now(), course, file);
    if (seen) this.#tell(seen);
    if (chained !== null) {
      // Part of the same work, which goes on in the same loop.
      this.#course = newCourse(chained, 'check', { mayPress: true, all: true });
      this.#work.isUnfolded = false;
      return;
    }
    this.#stand('done', message, { text: next.text, go: () => this.#goOnWith(next) });
  }

  #goOnWith(next: Next): void {
    if (next.kind === 'set-up') this.setUp(next.fileId);
    else if (next.kind === 'check') this.check(next.fileId, true);
    else this.#keeper.finish();
  }
}

function newCourse(fileId: string, mode: Course['mode'], more: Partial<Course>): Course {
  const no = { begun: false, looked: false, keepTyped: '', byHand: false, columnsRight: false };
  const check = { differed: false, changed: false, opened: false, mayPress: false, all: false, columns: [] };
  return { fileId, mode, since: new Date().toISOString(), ...no, ...check, ...more };
}
