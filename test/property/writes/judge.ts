import type { Batch } from '../../../utils/assistant/types.ts';
import type { Outcome, Target } from '../../../utils/powerschool/types.ts';
import { labelMeaning, tickMeaning } from './columns.ts';
import { type Form, type Held, heldIn, isEditable, type Write } from './form.ts';
import type { Wish } from './wishes.ts';

/** The control that a target is meant for. */
function meaningOf(target: Target): string {
  switch (target.kind) {
    case 'label':
      return labelMeaning('f0', target.column);
    case 'tick':
      return tickMeaning('f0', target.column);
    default:
      return `f0 ${target.control}`;
  }
}

/** Each write that nobody wished, in a sentence. */
export function wrongWrites(
  writes: readonly Write[],
  wishes: readonly Wish[],
  first: ReadonlyMap<string, Held>,
): string[] {
  return writes.flatMap(({ meaning, from, to, wasEditable, wasShown }): string[] => {
    const what = `${meaning}: ${JSON.stringify(from)} became ${JSON.stringify(to)}`;
    const wish = wishes.find((one) => one.meaning === meaning);
    if (!wish) return [`${what}, which nobody wished`];
    if (!wish.isRight(to)) return [`${what}, which is not what was wished`];
    if (!wasEditable) return [`${what}, although it is not to be changed`];
    if (!wasShown) return [`${what}, although it is not shown`];
    return from === (first.get(meaning) ?? from)
      ? []
      : [`${what}, although something else stood there when it was read`];
  });
}

/** Each outcome that is not true of the page, and each write that no outcome tells, in a sentence. */
export function untruths(
  outcomes: readonly Outcome[],
  wishes: readonly Wish[],
  form: Form,
  first: ReadonlyMap<string, Held>,
): string[] {
  const { writes } = form;
  const told = outcomes.map(({ change }) => meaningOf(change.target));
  // What has another name in the extension's eyes cannot be missed here.
  const areKnown = told.every((meaning) => first.has(meaning));
  const silent = writes.filter(
    ({ meaning }) => areKnown && wishes.some((one) => one.meaning === meaning) && !told.includes(meaning),
  );
  const twice = told.filter((meaning, at) => told.indexOf(meaning) !== at);
  return [
    ...silent.map(({ meaning }) => `${meaning} was written, and nothing is told of it`),
    ...twice.map((meaning) => `${meaning} is told twice`),
    ...outcomes.flatMap((outcome) => untruth(outcome, wishes, form, first)),
  ];
}

function untruth(
  { change, result, now }: Outcome,
  wishes: readonly Wish[],
  form: Form,
  first: ReadonlyMap<string, Held>,
): string[] {
  const meaning = meaningOf(change.target);
  const control = form.shown(meaning);
  const held = control && heldIn(control);
  const wish = wishes.find((one) => one.meaning === meaning);
  const isWritten = form.writes.some((write) => write.meaning === meaning);
  const isRight = held !== null && wish?.isRight(held) === true;
  // A table's name that the page does not tell, or tells twice: there is no control by that name to compare with.
  if (!first.has(meaning)) return [];
  const told = `${meaning} is told as ${result}${now === undefined ? '' : ` (${JSON.stringify(now)})`}`;
  const faults: string[] = [];
  const claim = (isTrue: boolean, otherwise: string) => {
    if (!isTrue) faults.push(`${told}, but ${otherwise}`);
  };
  if (control && now !== undefined) claim(isSame(now, held), `it holds ${JSON.stringify(held)}`);
  switch (result) {
    case 'set':
      claim(isWritten, 'nothing was written');
      claim(control === null || isRight, `it holds ${JSON.stringify(held)}`);
      break;
    case 'already':
      claim(!isWritten, 'it was written');
      claim(control === null || isRight, `it holds ${JSON.stringify(held)}`);
      break;
    case 'rejected-by-page':
      claim(isWritten, 'nothing was written');
      claim(!isRight || now === undefined, 'it holds what was wished');
      break;
    case 'read-only':
      claim(!isWritten, 'it was written');
      claim(control === null || !isEditable(control) || form.touched.has(meaning), 'it can be changed');
      break;
    case 'stale':
      claim(!isWritten, 'it was written');
      claim(!isRight || form.touched.has(meaning), 'it holds what was wished');
      break;
    default:
      claim(!isWritten, 'it was written');
  }
  return faults;
}

function isSame(now: string | boolean, held: Held | null): boolean {
  if (now === held) return true;
  const inList = /^-?\d+ ?(.*)$/s.exec(String(held))?.[1];
  return inList !== undefined && inList.trim() === String(now).trim();
}

/** What differs after the undo from what was there before the action, though the page has not touched it. */
export function notBroughtBack(first: ReadonlyMap<string, Held>, form: Form, undone: Batch): string[] {
  // By the field alone: a table may have another name in the extension's eyes, where nothing on the page tells it.
  const fieldOf = (meaning: string) => meaning.slice(meaning.lastIndexOf('.') + 1);
  const told = new Map(undone.outcomes.map(({ change, result }) => [fieldOf(meaningOf(change.target)), result]));
  return form.picture().flatMap(([meaning, held]) => {
    const before = first.get(meaning);
    if (before === undefined || before === held || form.touched.has(meaning)) return [];
    // What could not be taken back is told.
    if ((told.get(fieldOf(meaning)) ?? 'set') !== 'set') return [];
    return [`${meaning} holds ${JSON.stringify(held)} after the undo, and ${JSON.stringify(before)} before`];
  });
}
