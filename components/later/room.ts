/** Where the panel covers least. Pure: sizes and rectangles in CSS pixels of the viewport in, a spot and a height out. */
import { clamp, type KeepFree, MARGIN, type Size, type Spot } from '../panel/place.ts';
import type { PanelView } from '../view.ts';

/** A place for the panel; where it is lower than the panel would be, the panel scrolls. */
export interface Room extends Spot {
  height: number;
}

/** A panel that is lower than this says too little. */
const LEAST = 160;
/** How bad it is not to show a pixel of the panel, beside a pixel of the page of weight 1. */
const UNSEEN = 0.25;
/** Where the panel stands it stays, unless another place costs less than this share. */
const BETTER = 0.75;

/** May the panel be lower than all it has to say? Where what is to be done next is on the page. */
function mayShrink({ body, busy, guide }: PanelView): boolean {
  if (busy !== '' || guide?.primary) return false;
  if (body.kind === 'summary') return body.ready;
  if (body.kind === 'schedule') return body.lines.every(({ state }) => state !== 'change');
  // What is wrong is to be read as a whole.
  if (body.kind === 'save') return body.state === 'filled' && body.message === '';
  return body.kind === 'template-list';
}

function overlap(room: Room, { width: wide }: Size, free: KeepFree): number {
  const width = Math.min(room.left + wide, free.x + free.width) - Math.max(room.left, free.x);
  const height = Math.min(room.top + room.height, free.y + free.height) - Math.max(room.top, free.y);
  return width > 0 && height > 0 ? width * height * free.weight : 0;
}

/**
 * The corner, and the height, that cover least of what is to be kept free and hide least of the panel: top right, bottom
 * right, top left, bottom left, in this order where they are equal.
 * @param panel its size when all it has to say is shown
 * @param current where it stands by earlier choice; it stays while no place is clearly better, so that it does not wander
 */
export function findRoom(
  view: PanelView,
  viewport: Size,
  panel: Size,
  keepFree: readonly KeepFree[],
  current: (Spot & Partial<Room>) | null,
): Room {
  const room = (left: number, top: number, height: number): Room => ({
    ...clamp({ left, top }, viewport, { width: panel.width, height }),
    height,
  });
  const shrinks = mayShrink(view);
  const below = keepFree.map(({ y, height }) => viewport.height - y - height - 2 * MARGIN);
  const above = keepFree.map(({ y }) => y - 2 * MARGIN);
  const heights = (ends: number[]) => [
    panel.height,
    // Texts of one line end alike, and there are many.
    ...[...new Set([...ends, LEAST])].filter((height) => shrinks && height >= LEAST && height < panel.height),
  ];
  const corners = [viewport.width - panel.width - MARGIN, MARGIN].flatMap((left) => [
    ...heights(above).map((height) => room(left, MARGIN, height)),
    ...heights(below).map((height) => room(left, viewport.height - height - MARGIN, height)),
  ]);
  const stays = current
    ? [panel.height, ...(shrinks ? [Math.min(panel.height, current.height ?? panel.height)] : [])].map((height) =>
        room(current.left, Math.min(current.top, viewport.height - height - MARGIN), height),
      )
    : [];
  const cost = (one: Room): number =>
    keepFree.reduce((sum, free) => sum + overlap(one, panel, free), 0) +
    (panel.height - one.height) * panel.width * UNSEEN;
  const costs = [...stays.map((one) => cost(one) * BETTER), ...corners.map(cost)];
  return [...stays, ...corners][costs.indexOf(Math.min(...costs))] ?? room(0, 0, panel.height);
}
