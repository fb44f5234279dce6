import type { GuideStep } from '../../../components/later/types.ts';
import type { Situation } from '../view.ts';
import type { Deed } from './decide.ts';
import type { Course } from './types.ts';
import { STEPS } from './words.ts';

/** Where in the course's list of steps the page is: the number of steps that are done. */
export function positionOf(deed: Deed, { page }: Situation, course: Course): number {
  if (course.mode === 'check') return page.place === 'summary' ? 2 : page.place === 'columns' ? 0 : 1;
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
      return page.place === 'summary' ? 6 : page.place === 'records' ? 4 : 0;
  }
}

export function stepsOf({ mode }: Course, position: number): GuideStep[] {
  return STEPS[mode].map((text, at) => ({
    text,
    state: at < position ? 'done' : at === position ? 'now' : 'to-do',
  }));
}
