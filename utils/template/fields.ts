import type { Change, TreeColumn } from '../powerschool/types.ts';
import type { Profile, ProfileFile } from '../profile/schema.ts';
import { leftOut } from './choices.ts';
import { nameOf } from './names.ts';
import type { Choices } from './types.ts';

export interface FieldPlan {
  /** Ticks and unticks, in the tree's order. */
  changes: Change[];
  /** Columns of the profile that the tree offers more than once, so that none was ticked. */
  unclear: string[];
  /** Columns of the profile that are wanted and that the tree does not show. */
  notOffered: string[];
}

/** A field as the page's grid will name it. */
export function fieldName({ table, field }: TreeColumn): string {
  return table === '' ? field : `${table}.${field}`;
}

/**
 * Plans which checkboxes of the tree to turn: the profile's columns on, columns chosen to be left out off. Columns that
 * the profile does not know are left as they are.
 */
export function planFields(
  tree: readonly TreeColumn[],
  profile: Profile,
  file: ProfileFile,
  choices: Choices,
): FieldPlan {
  const out = leftOut(profile, file, choices);
  const plan: FieldPlan = { changes: [], unclear: [], notOffered: [] };
  const isOwn = (node: TreeColumn) => file.tables.some((table) => table.toLowerCase() === node.table.toLowerCase());
  const hasOwnTable = tree.some(isOwn);
  for (const column of file.columns) {
    const offered = tree.filter((node) => nameOf(node.field, file).column === column);
    const own = offered.filter(isOwn);
    // Beside the guide's table, another table's column of the same name (`STUDENTS.dcid`) is only taken where needed.
    const nodes = own.length > 0 || (hasOwnTable && column.need === 'optional') ? own : offered;
    const wanted = !out.has(column.name);
    const [node] = nodes;
    if (!wanted) plan.changes.push(...nodes.filter(({ ticked }) => ticked).map((other) => tick(other, false)));
    else if (!node) plan.notOffered.push(column.name);
    else if (nodes.length > 1) {
      if (!nodes.some(({ ticked }) => ticked)) plan.unclear.push(column.name);
    } else if (!node.ticked) plan.changes.push(tick(node, true));
  }
  const order = new Map(tree.map((node, index) => [node.key, index]));
  const at = ({ target }: Change) => (target.kind === 'tick' ? (order.get(target.column) ?? 0) : 0);
  plan.changes.sort((a, b) => at(a) - at(b));
  return plan;
}

function tick(node: TreeColumn, to: boolean): Change {
  return { target: { kind: 'tick', column: node.key }, before: node.ticked, after: to };
}
