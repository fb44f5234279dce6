import type { GridRow } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { visible } from './characters.ts';
import { swapsOf } from './choices.ts';
import { chosenLabel, type Named, nameOf } from './names.ts';
import type { Choices, LabelLine, LabelPlan, LabelRefusal } from './types.ts';

interface Wish {
  row: GridRow;
  named: Named;
  after: string;
  kind: LabelLine['kind'];
}

/** What planning needs beside the page: rows the page contradicts itself about, and labels written by the extension. */
export interface LabelContext {
  ambiguousRows: readonly string[];
  /** Labels that Auto-label itself wrote on this page, by key: changing them again overrules nobody. */
  written: ReadonlyMap<string, string>;
}

/**
 * Plans the labels of every row: pure, and planning again after the plan was carried out changes nothing. No plan ever
 * makes two labels equal: a change that would is refused.
 */
export function planLabels(
  grid: readonly GridRow[],
  profile: Profile,
  file: ProfileFile,
  choices: Choices,
  context: LabelContext,
): LabelPlan {
  const swaps = swapsOf(profile);
  const wishes = grid.map((row): Wish => {
    const named = nameOf(row.field, file);
    const after = chosenLabel(named, file, choices, swaps);
    const typed = !isUntouched(row) && context.written.get(row.key) !== row.label;
    return { row, named, after, kind: typed ? 'typed' : named.column ? 'known' : 'unknown' };
  });
  const refusals: LabelRefusal[] = context.ambiguousRows.map((key) => ({
    key,
    field: key,
    label: '',
    reason: 'ambiguous',
  }));
  const open = wishes.filter(({ row, after }) => row.label !== after);
  const wanted = open.filter(({ row, kind }) => {
    if (!row.editable) refusals.push(refusal(row, 'read-only'));
    return row.editable && kind !== 'typed';
  });
  const kept = withoutDuplicates(wishes, wanted);
  for (const wish of wanted) if (!kept.has(wish)) refusals.push(refusal(wish.row, 'would-duplicate'));
  const lines = open.filter((wish) => kept.has(wish) || (wish.kind === 'typed' && wish.row.editable)).map(lineOf);
  return { lines, refusals, right: grid.length - open.length };
}

/** The label that the page gave the row: the field's own name, or nothing at all. Case and stray spaces do not count. */
function isUntouched({ field, label }: GridRow): boolean {
  const seen = visible(label).toLowerCase();
  return seen === '' || seen === visible(field).toLowerCase();
}

/**
 * The wishes that can be granted together. Where two rows would get the same label, the one whose field bears the
 * column's own name wins, then a known one; where that does not decide, neither is changed. A granted change gives way
 * again when a row that stays as it is has the label already.
 */
function withoutDuplicates(all: readonly Wish[], wanted: readonly Wish[]): Set<Wish> {
  const granted = new Set(wanted);
  for (let changed = true; changed; ) {
    changed = false;
    const byLabel = new Map<string, Wish[]>();
    for (const wish of all) {
      const label = (granted.has(wish) ? wish.after : wish.row.label).toLowerCase();
      byLabel.set(label, [...(byLabel.get(label) ?? []), wish]);
    }
    for (const rivals of byLabel.values()) {
      const losers = rivals.length > 1 ? losersOf(rivals, granted) : [];
      for (const wish of losers) granted.delete(wish);
      if (losers.length > 0) changed = true;
    }
  }
  return granted;
}

function losersOf(rivals: readonly Wish[], granted: ReadonlySet<Wish>): Wish[] {
  const changing = rivals.filter((wish) => granted.has(wish));
  const staying = rivals.length - changing.length;
  if (staying > 0) return changing;
  const best = Math.max(...changing.map(claim));
  const winners = changing.filter((wish) => claim(wish) === best);
  return winners.length === 1 ? changing.filter((wish) => wish !== winners[0]) : changing;
}

function claim({ named, row, after }: Wish): number {
  if (named.column === null) return 0;
  return row.field.endsWith(`.${after}`) ? 2 : 1;
}

function refusal({ key, field, label }: GridRow, reason: LabelRefusal['reason']): LabelRefusal {
  return { key, field, label, reason };
}

function lineOf({ row, after, kind }: Wish): LabelLine {
  return {
    key: row.key,
    field: row.field,
    before: row.label,
    after,
    kind,
    change: { target: { kind: 'label', column: row.key }, before: row.label, after },
  };
}
