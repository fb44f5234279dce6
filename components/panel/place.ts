/** Where the panel stands. Pure: sizes and rectangles in CSS pixels of the viewport in, a spot out. */

export interface Size {
  width: number;
  height: number;
}

/** Something of the page that the panel should not cover; overlap counts `weight` times its area. */
export interface KeepFree extends Size {
  x: number;
  y: number;
  weight: number;
}

/** Where the administrator put the panel: distance from the nearer side, so that it holds when the window changes. */
export interface Position {
  side: 'left' | 'right';
  x: number;
  y: number;
}

/** Top left corner of the panel. */
export interface Spot {
  left: number;
  top: number;
}

const MARGIN = 8;

/** The spot nearest to `spot` at which all of the panel is seen; where it cannot fit, its top left corner is. */
export function clamp(spot: Spot, viewport: Size, panel: Size): Spot {
  return {
    left: Math.max(0, Math.min(spot.left, viewport.width - panel.width)),
    top: Math.max(0, Math.min(spot.top, viewport.height - panel.height)),
  };
}

/** The position to remember for a panel that stands at `spot`. */
export function positionOf(spot: Spot, viewport: Size, panel: Size): Position {
  const right = viewport.width - panel.width - spot.left;
  return right < spot.left ? { side: 'right', x: right, y: spot.top } : { side: 'left', x: spot.left, y: spot.top };
}

function overlap(spot: Spot, panel: Size, free: KeepFree): number {
  const width = Math.min(spot.left + panel.width, free.x + free.width) - Math.max(spot.left, free.x);
  const height = Math.min(spot.top + panel.height, free.y + free.height) - Math.max(spot.top, free.y);
  return width > 0 && height > 0 ? width * height * free.weight : 0;
}

/**
 * The remembered position if there is one. Otherwise the corner that covers least of what is to be kept free: top
 * right, bottom right, top left, bottom left, in this order where they are equal. `current` is the spot at which the
 * panel stands by earlier choice; it stays while no corner is really better, so that the panel does not wander.
 */
export function place(
  viewport: Size,
  panel: Size,
  keepFree: KeepFree[],
  remembered: Position | null,
  current: Spot | null = null,
): Spot {
  const fromRight = viewport.width - panel.width;
  if (remembered) {
    const left = remembered.side === 'right' ? fromRight - remembered.x : remembered.x;
    return clamp({ left, top: remembered.y }, viewport, panel);
  }
  const low = viewport.height - panel.height - MARGIN;
  const corners = [
    { left: fromRight - MARGIN, top: MARGIN },
    { left: fromRight - MARGIN, top: low },
    { left: MARGIN, top: MARGIN },
    { left: MARGIN, top: low },
  ];
  const spots = (current ? [current, ...corners] : corners).map((spot) => clamp(spot, viewport, panel));
  const costs = spots.map((spot) => keepFree.reduce((sum, free) => sum + overlap(spot, panel, free), 0));
  return spots[costs.indexOf(Math.min(...costs))] ?? { left: 0, top: 0 };
}
