import type { LaterAct } from '../../../components/later/types.ts';
import type { PanelView } from '../../../components/view.ts';
import type { Observation } from '../../checklist/progress.ts';
import type { Situation } from '../view.ts';
import { Guide, type Keeper } from './guide.ts';
import type { Desk, LaterSteps } from './types.ts';

/** The second script's work: the guided set-up and all that the panel shows after step 1. */
export class Later implements LaterSteps {
  readonly #desk: Desk;
  readonly #keeper: Keeper;
  readonly #guide: Guide;

  constructor(desk: Desk, keeper: Keeper, memory: string) {
    this.#desk = desk;
    this.#keeper = keeper;
    this.#guide = new Guide(desk, keeper, memory);
  }

  observe(_now: Situation): Observation[] {
    return [];
  }

  complete(view: PanelView, now: Situation): PanelView {
    queueMicrotask(() => this.#guide.follow(this.#desk.now()));
    return { ...view, guide: this.#guide.view(now) };
  }

  do(act: LaterAct): void {
    switch (act.type) {
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
