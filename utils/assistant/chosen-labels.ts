import type { Change, GridRow } from '../powerschool/types.ts';
import type { LabelLine, LabelPlan } from '../template/types.ts';

/**
 * The changes for the lines that the administrator ticked. Lines that were typed by hand may be among them, so labels
 * could become equal: those lines are refused and the rest is done.
 */
export function changesFor(
  plan: LabelPlan,
  grid: readonly GridRow[],
  keys: ReadonlySet<string>,
): { changes: Change[]; refused: LabelLine[] } {
  let chosen = plan.lines.filter(({ key }) => keys.has(key));
  const refused: LabelLine[] = [];
  for (let losers = duplicates(chosen, grid); losers.length > 0; losers = duplicates(chosen, grid)) {
    refused.push(...losers);
    chosen = chosen.filter((line) => !losers.includes(line));
  }
  return { changes: chosen.map(({ change }) => change), refused };
}

function duplicates(chosen: readonly LabelLine[], grid: readonly GridRow[]): LabelLine[] {
  const after = new Map(chosen.map((line) => [line.key, line.after]));
  const count = new Map<string, number>();
  for (const { key, label } of grid) {
    const name = (after.get(key) ?? label).toLowerCase();
    count.set(name, (count.get(name) ?? 0) + 1);
  }
  return chosen.filter((line) => (count.get(line.after.toLowerCase()) ?? 0) > 1);
}
