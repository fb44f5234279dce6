import { templatesAddress, WIZARD_ADDRESS } from '../../powerschool/addresses.ts';
import type { PageButton } from '../../powerschool/buttons.ts';
import { openTemplate } from '../../powerschool/templates.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { templateNameOf } from '../../template/choices.ts';
import { say } from '../../words/say.ts';
import type { Work as ActionWork } from '../actions.ts';
import { columnsOf } from '../observations.ts';
import type { Batch } from '../types.ts';
import type { Situation } from '../view.ts';
import type { Deed, Facts } from './decide.ts';
import { PATIENCE, pressPageButton } from './pressing.ts';
import { askToPress, pausedBecause, type Stop } from './stops.ts';
import { fillSummary } from './summary.ts';
import type { Course, Desk } from './types.ts';

/** What the work needs of the guide, which holds the state. */
interface Foreman {
  isRunning(): boolean;
  decide(now: Situation): Deed;
  facts(now: Situation): Facts;
  /**
   * @param isLoadExpected the page may be loaded anew by what is done next.
   * @param loadTo the address that is opened next, where it is.
   */
  remember(isLoadExpected: boolean, loadTo?: string): Promise<void>;
  stand(stop: Stop): void;
}

/** Does one deed at a time, and waits for the page itself. */
export class Work {
  readonly #desk: Desk;
  readonly #foreman: Foreman;
  /** The tree of the opened template was unfolded, as far as it can be. */
  isUnfolded = false;

  constructor(desk: Desk, foreman: Foreman) {
    this.#desk = desk;
    this.#foreman = foreman;
  }

  async do(deed: Deed, course: Course, file: ProfileFile): Promise<void> {
    const { choices } = this.#desk.now().site;
    switch (deed.kind) {
      case 'wait':
        return this.#wait();
      case 'open-wizard':
        return this.#goTo(WIZARD_ADDRESS, ({ page }) => page.place === 'columns');
      case 'open-list':
        return this.#goTo(
          templatesAddress(this.#desk.options.document),
          (now) => this.#foreman.decide(now).kind !== 'open-list',
        );
      case 'open-template':
        return this.#open(deed.name, course);
      case 'unfold':
        this.isUnfolded = true;
        return this.#act(say('doing_unfold'), async (work) => {
          await this.#desk.unfold(work, file, choices);
          return null;
        });
      case 'data-set':
        // Where PowerSchool offers the data set without it, the Category does not matter: the last outcome decides.
        return this.#act(say('busy_data_set', file.fileName), (work) => this.#desk.chooseDataSet(work, file), 'last');
      case 'fields':
        return this.#act(say('doing_fields'), (work) =>
          this.#desk.selectFields(work, file, choices, say('select_fields')),
        );
      case 'labels':
        return this.#act(say('doing_labels'), this.#desk.labelWork(deed.keys));
      case 'summary':
        return this.#act(say('doing_summary'), (work) => fillSummary(this.#desk, work));
      case 'press':
        return this.#press(deed.button, course, templateNameOf(file, choices));
    }
  }

  #pause(why: string = say('halt_paused')): void {
    if (this.#foreman.isRunning()) this.#foreman.stand(pausedBecause(why));
  }

  async #act(
    busy: string,
    action: (work: ActionWork) => Promise<Batch | null>,
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
    if (ended === 'cancelled') this.#pause();
    else if (ended !== 'done' || refused) this.#pause(say('halt_refused'));
  }

  /** Presses one of PowerSchool's buttons, or asks the administrator to press it. */
  async #press(button: PageButton, course: Course, name: string): Promise<void> {
    const { page } = this.#desk.now();
    if (page.place === 'columns') {
      course.columns = columnsOf(page);
      // Other records may come up than those that were looked at before.
      course.looked = false;
    }
    const isWanted = async (): Promise<boolean> => {
      // Kept before the press, which may load another page.
      if (page.place === 'columns') course.columnsRight = true;
      await this.#foreman.remember(true);
      this.#desk.look();
      // Meanwhile a person may have paused it, or worked on the page.
      const deed = this.#foreman.isRunning() ? this.#foreman.decide(this.#desk.now()) : null;
      const isSame = deed?.kind === 'press' && deed.button === button;
      // What stands on step 1 now is for the next reading to say.
      if (!isSame && page.place === 'columns') course.columnsRight = false;
      return isSame;
    };
    const pressed = await pressPageButton(this.#desk, button, isWanted);
    await this.#foreman.remember(false);
    if (pressed.kind === 'pause') this.#pause(pressed.why);
    else if (pressed.kind !== 'done') this.#foreman.stand(askToPress(pressed.kind, button, name));
  }

  async #open(name: string, course: Course): Promise<void> {
    course.opened = true;
    await this.#foreman.remember(true);
    if (!this.#foreman.isRunning()) {
      course.opened = false;
      return;
    }
    const found = openTemplate(this.#desk.options.document, name);
    if (found === 'pressed') return this.#wait(({ page }) => page.place !== 'templates');
    course.opened = false;
    this.#pause(say(found === 'ambiguous' ? 'halt_listedTwice' : 'halt_notListed', name));
  }

  async #goTo(address: string, isThere: (now: Situation) => boolean): Promise<void> {
    await this.#foreman.remember(true, address);
    if (!this.#foreman.isRunning()) return;
    this.#desk.options.location.assign(address);
    return this.#wait(isThere);
  }

  /** Until the page is where it should be, or is loaded and tells what comes next. */
  async #wait(isThere?: (now: Situation) => boolean): Promise<void> {
    const { document, signal } = this.#desk.options;
    const isOver = (): boolean => {
      this.#desk.look();
      const now = this.#desk.now();
      if (!this.#foreman.isRunning()) return true;
      return isThere ? isThere(now) : this.#foreman.decide(now).kind !== 'wait';
    };
    const came = await this.#desk.until(isOver, { document, signal, atMost: PATIENCE }).catch(() => true);
    if (!came) this.#pause(say('halt_tooLong'));
  }
}
