import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Room } from '../later/room.ts';
import type { LaterParts } from '../later/types.ts';
import type { PanelView } from '../view.ts';
import { clamp, type KeepFree, MARGIN, type Position, positionOf, type Size, type Spot, spotOf } from './place.ts';

const STEP = 16;
const ARROWS: Record<string, [number, number] | undefined> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

export interface Placement {
  folded: boolean;
  position: Position | null;
  onMove(position: Position): void;
  keepFree: KeepFree[];
  /** The next act is on the page: the panel goes out of the way even from under the pointer. */
  makeWay: boolean;
  view: PanelView;
  /** Finds where the panel covers least; comes with the second script. */
  findRoom: LaterParts['findRoom'] | undefined;
}

/** The viewport without its scroll bars. The scrolling element tells that in quirks mode too. */
const viewportOf = ({ ownerDocument: { scrollingElement: page } }: HTMLElement): Size =>
  page ? { width: page.clientWidth, height: page.clientHeight } : { width: innerWidth, height: innerHeight };
const sizeOf = (node: HTMLElement): Size => ({ width: node.offsetWidth, height: node.offsetHeight });

/**
 * Holds the panel where it belongs and moves it. Writes the node's `left` and `top` itself, so that a drag does not
 * render anything. While there is something to press in it, the panel does not move from under the pointer by itself.
 */
export function usePlacement(ref: RefObject<HTMLElement | null>, placement: Placement) {
  const { folded, position, keepFree, makeWay, view, findRoom, onMove } = placement;
  const spot = useRef<(Spot & Partial<Room>) | null>(null);
  const drag = useRef<{ x: number; y: number; from: Spot } | null>(null);
  const latest = useRef(placement);
  latest.current = placement;

  const put = (node: HTMLElement, to: Spot & Partial<Room>) => {
    spot.current = to;
    node.style.left = `${to.left}px`;
    node.style.top = `${to.top}px`;
  };

  const settle = () => {
    const node = ref.current;
    if (!node || drag.current) return;
    const { folded, position, keepFree, makeWay, view, findRoom } = latest.current;
    const [viewport, size] = [viewportOf(node), sizeOf(node)];
    if (!position && spot.current && !folded && !makeWay && node.matches(':hover'))
      return put(node, clamp(spot.current, viewport, size));
    const scroll = folded ? null : node.querySelector('.scroll');
    // All that it has to say, also where it is lower now.
    if (scroll) size.height += scroll.scrollHeight - scroll.clientHeight;
    size.height = Math.min(size.height, viewport.height - 2 * MARGIN);
    const to: Spot & Partial<Room> =
      scroll && !position && findRoom
        ? findRoom(view, viewport, size, keepFree, spot.current)
        : spotOf(position, viewport, size);
    // Folded, it is a tab at the edge.
    if (folded) to.left = position?.side === 'left' ? 0 : viewport.width - size.width;
    put(node, to);
    const isLow = to.height !== undefined && to.height < size.height;
    // Only then: what else it has to say makes it grow, and that is noticed.
    node.style.maxHeight = isLow ? `${to.height}px` : '';
    if (folded) spot.current = null;
    // What is to be done next is seen at any height.
    const then = scroll?.querySelector<HTMLElement>('.then');
    if (isLow && scroll && then && !scroll.scrollTop)
      scroll.scrollTop = then.offsetTop + then.offsetHeight + MARGIN - node.offsetHeight;
  };

  useLayoutEffect(settle, [folded, position, keepFree, makeWay, findRoom, view.guide?.message]);
  useLayoutEffect(() => {
    const node = ref.current;
    if (!node) return;
    const quit = new AbortController();
    const observer = new ResizeObserver(settle);
    observer.observe(node);
    node.ownerDocument.defaultView?.addEventListener('resize', settle, { signal: quit.signal });
    node.addEventListener('pointerleave', settle, { signal: quit.signal });
    return () => {
      observer.disconnect();
      quit.abort();
    };
  }, []);

  const moveTo = (node: HTMLElement, to: Spot): Spot => {
    const inside = clamp(to, viewportOf(node), sizeOf(node));
    put(node, inside);
    return inside;
  };
  const remember = (node: HTMLElement, at: Spot) => onMove(positionOf(at, viewportOf(node), sizeOf(node)));

  return {
    start(event: PointerEvent) {
      if (event.button !== 0 || !spot.current) return;
      (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      drag.current = { x: event.clientX, y: event.clientY, from: spot.current };
    },
    move(event: PointerEvent) {
      if (!drag.current || !ref.current) return;
      const { x, y, from } = drag.current;
      moveTo(ref.current, { left: from.left + event.clientX - x, top: from.top + event.clientY - y });
    },
    /** Ends a drag; `kept` false puts the panel back. */
    end(kept: boolean) {
      const from = drag.current?.from;
      drag.current = null;
      if (!from || !ref.current || !spot.current) return;
      if (!kept) put(ref.current, from);
      else if (spot.current !== from) remember(ref.current, spot.current);
    },
    /** Moves by one step for an arrow key; gives the new spot, or null for any other key. */
    nudge(key: string): Spot | null {
      const by = ARROWS[key];
      if (!by || !ref.current || !spot.current) return null;
      const at = moveTo(ref.current, { left: spot.current.left + by[0], top: spot.current.top + by[1] });
      remember(ref.current, at);
      return at;
    },
  };
}
