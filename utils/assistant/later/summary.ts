import { planSummary } from '../../template/summary.ts';
import { say } from '../../words/say.ts';
import type { Work } from '../actions.ts';
import type { Batch } from '../types.ts';
import type { Desk } from './types.ts';
import { CONTROL_NAMES } from './words.ts';

/** Sets what differs in the export summary as it is now; null where it is not to be seen. */
export async function fillSummary(desk: Desk, work: Work): Promise<Batch | null> {
  const { page, file, profile } = desk.now();
  if (!page.summary || !file) return null;
  const changes = planSummary(page.summary, profile, file).flatMap(({ change }) => (change ? [change] : []));
  return desk.carryOut(work, say('fill_summary'), changes, page, { controlNames: CONTROL_NAMES });
}
