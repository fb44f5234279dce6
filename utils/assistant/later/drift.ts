import type { DriftLine } from '../../../components/later/types.ts';
import type { ProfileFile } from '../../profile/schema.ts';
import { fieldName, planFields } from '../../template/fields.ts';
import { planLabels } from '../../template/labels.ts';
import { nameOf } from '../../template/names.ts';
import { inLanguage, planSummary } from '../../template/summary.ts';
import { say } from '../../words/say.ts';
import type { Situation } from '../view.ts';

/** What of an opened template is not as it should be, on the step that is shown: as it is, and as it should be. */
export function driftOf(now: Situation): DriftLine[] {
  const { page, profile, file, site, labelContext } = now;
  if (!file) return [];
  if (page.place === 'summary' && page.summary) {
    const wrong = planSummary(page.summary, profile, file).filter(({ state }) => state !== 'right');
    return wrong.map(({ control, name, now: found, wanted }) => {
      return { name, before: inLanguage(control, found), after: inLanguage(control, wanted) };
    });
  }
  if (page.place !== 'columns') return [];
  const names = new Map(page.tree.map((node) => [node.key, fieldName(node)]));
  const ticks = planFields(page.tree, profile, file, site.choices).changes.flatMap(({ target, after }): DriftLine[] => {
    if (target.kind !== 'tick') return [];
    const words = [say('not_in_template'), say('in_template')] as const;
    const [before, wanted] = after === true ? words : ([words[1], words[0]] as const);
    return [{ name: names.get(target.column) ?? target.column, before, after: wanted }];
  });
  const { lines } = planLabels(page.grid, profile, file, site.choices, labelContext);
  return [...ticks, ...lines.map(({ field, before, after }) => ({ name: field, before, after }))];
}

/** Fields that the data set offers, the receiver does not know, and the template leaves out: a plugin may have grown. */
export function untoldFields({ page, file }: Situation): string[] {
  const isUntold = (field: string) => file !== null && isUnknown(field, file);
  return page.tree
    .filter(({ ticked }) => !ticked)
    .map(fieldName)
    .filter(isUntold);
}

function isUnknown(field: string, file: ProfileFile): boolean {
  return nameOf(field, file).column === null;
}
