import type { GuideStep } from '../../../components/later/types.ts';
import type { Place } from '../../powerschool/types.ts';
import type { Key } from '../../words/keys.ts';
import { say } from '../../words/say.ts';
import type { Situation } from '../view.ts';
import type { Deed } from './decide.ts';
import type { Course } from './types.ts';
import { SAVE_STEP, STEPS } from './words.ts';

/** Where in the course's list of steps the page is: the number of steps that are done. */
export function positionOf(deed: Deed, { page }: Situation, course: Course): number {
  if (course.mode === 'check') return checkPosition(deed, page.place, course);
  switch (deed.kind) {
    case 'fields':
      return 1;
    case 'labels':
      return 2;
    case 'look':
      return 4;
    case 'summary':
      return 6;
    case 'save':
      return 8;
    case 'press':
      return page.place === 'columns' ? 3 : page.place === 'records' ? 5 : 7;
    default:
      if (page.saveDialog) return 8;
      return page.place === 'summary' ? 6 : page.place === 'records' ? 4 : 0;
  }
}

function checkPosition(deed: Deed, place: Place, { opened }: Course): number {
  if (deed.kind === 'save') return 4;
  if (!opened) return 0;
  return place === 'summary' ? 3 : place === 'records' ? 2 : 1;
}

export function stepsOf({ mode, changed }: Course, position: number): GuideStep[] {
  const steps: readonly Key[] = mode === 'check' && changed ? [...STEPS.check, SAVE_STEP] : STEPS[mode];
  return steps.map((key, at) => ({
    text: say(key),
    state: at < position ? 'done' : at === position ? 'now' : 'to-do',
  }));
}
