/** Where the panel stands. Pure: sizes in CSS pixels of the viewport in, a spot out. */

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

/** Between the panel and whatever is beside it. */
export const MARGIN = 8;

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

/** Where the administrator put the panel, or else at the top right. */
export function spotOf(position: Position | null, viewport: Size, panel: Size): Spot {
  const { side, x, y } = position ?? { side: 'right', x: MARGIN, y: MARGIN };
  return clamp({ left: side === 'right' ? viewport.width - panel.width - x : x, top: y }, viewport, panel);
}
