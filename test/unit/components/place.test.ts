import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoom } from '../../../components/later/room.ts';
import { clamp, type KeepFree, positionOf, spotOf } from '../../../components/panel/place.ts';
import type { PanelView } from '../../../components/view.ts';
import { panelStates } from '../../gallery/states.ts';

const screen = { width: 1280, height: 800 };
const panel = { width: 360, height: 300 };
const RIGHT = { left: 912, top: 8 };

const block = (x: number, y: number, width: number, height: number, weight = 1): KeepFree => ({
  x,
  y,
  width,
  height,
  weight,
});

function state(name: string): PanelView {
  const view = panelStates[name];
  if (!view) throw new Error(`no state ${name}`);
  return view;
}
/** Step 1, where there is much to press in the panel: it is as high as it must be. */
const columns = state('columns-to-label');
/** The dialog, where the next act is the page's. */
const save = state('save-filled');

describe('the room for the panel', () => {
  const cases: [string, KeepFree[], { left: number; top: number }][] = [
    ['is the top right where nothing is in the way', [], RIGHT],
    ['is the bottom right for a button at the top right', [block(1100, 100, 80, 30)], { left: 912, top: 492 }],
    ['is left when the whole right side is taken', [block(900, 0, 380, 800)], { left: 8, top: 8 }],
    [
      'is over what weighs less',
      [block(900, 0, 380, 400, 1), block(900, 400, 380, 400, 5), block(0, 0, 600, 800, 5)],
      RIGHT,
    ],
  ];
  it.each(cases)('%s', (_, keepFree, spot) => {
    expect(findRoom(columns, screen, panel, keepFree, null)).toEqual({ ...spot, height: 300 });
  });

  it('stays where the panel stands while none is clearly better', () => {
    const current = { left: 912, top: 492 };
    expect(findRoom(columns, screen, panel, [], current)).toEqual({ ...current, height: 300 });
    expect(findRoom(columns, screen, panel, [block(1000, 600, 80, 30)], current)).toEqual({ ...RIGHT, height: 300 });
    const everywhere = (here: number) => [
      block(900, 400, 380, 400, here),
      block(0, 0, 1280, 400),
      block(0, 400, 400, 400),
    ];
    expect(findRoom(columns, screen, panel, everywhere(1.2), current)).toMatchObject(current);
    expect(findRoom(columns, screen, panel, everywhere(2), current)).toMatchObject(RIGHT);
  });

  const wide = block(0, 200, 1280, 320, 5);
  it.each([
    ['below', [wide], { left: 912, top: 528, height: 264 }],
    ['above', [block(0, 240, 1280, 560, 5)], { ...RIGHT, height: 224 }],
    ['at its least, where there is no room at all', [block(0, 0, 1280, 800, 5)], { ...RIGHT, height: 160 }],
  ])('is lower than the panel where what is next is on the page: %s', (_, keepFree, room) => {
    expect(findRoom(save, screen, panel, keepFree, null)).toEqual(room);
    for (const body of ['templates-all', 'schedule-ready', 'summary-ready'])
      expect(findRoom(state(body), screen, panel, keepFree, null)).toEqual(room);
  });

  it('is as high as the panel where there is something to press in it, or what it hides is more than what is covered', () => {
    for (const body of [
      'columns-to-label',
      'records',
      'guide-look',
      'guide-saved',
      'guide-refused',
      'save-error',
      'save-filled-early',
      'schedule',
      'summary-wrong',
    ])
      expect(findRoom(state(body), screen, panel, [wide], null).height).toBe(300);
    expect(findRoom(save, screen, panel, [block(0, 300, 1280, 500, 0.01)], null).height).toBe(300);
  });

  it('grows again where it may', () => {
    const low = { left: 912, top: 528, height: 264 };
    expect(findRoom(save, screen, panel, [wide], low)).toEqual(low);
    expect(findRoom(save, screen, panel, [], low)).toEqual({ left: 912, top: 492, height: 300 });
    expect(findRoom(columns, screen, panel, [], low).height).toBe(300);
  });
});

describe('where the panel was put', () => {
  it('is where it stands, whatever is there', () => {
    const position = { side: 'right' as const, x: 20, y: 100 };
    expect(spotOf(position, screen, panel)).toEqual({ left: 900, top: 100 });
    expect(spotOf(position, { width: 512, height: 320 }, panel)).toEqual({ left: 132, top: 20 });
    expect(spotOf(null, screen, panel)).toEqual(RIGHT);
  });

  const size = fc.record({ width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 4000 }) });
  const spot = fc.record({ left: fc.integer({ min: -5000, max: 5000 }), top: fc.integer({ min: -5000, max: 5000 }) });
  const free = fc.record({
    x: fc.integer({ min: -500, max: 4000 }),
    y: fc.integer({ min: -500, max: 4000 }),
    width: fc.integer({ min: 0, max: 900 }),
    height: fc.integer({ min: 0, max: 900 }),
    weight: fc.integer({ min: 0, max: 20 }),
  });
  const position = fc.record({
    side: fc.constantFrom('left' as const, 'right' as const),
    x: fc.integer({ min: -5000, max: 5000 }),
    y: fc.integer({ min: -5000, max: 5000 }),
  });

  const bodies = fc.constantFrom(columns, save);
  const inside = (at: { left: number; top: number }, own: { width: number; height: number }, view: typeof own) => {
    expect(at.left).toBeGreaterThanOrEqual(0);
    expect(at.top).toBeGreaterThanOrEqual(0);
    if (own.width <= view.width) expect(at.left + own.width).toBeLessThanOrEqual(view.width);
    else expect(at.left).toBe(0);
    if (own.height <= view.height) expect(at.top + own.height).toBeLessThanOrEqual(view.height);
    else expect(at.top).toBe(0);
  };

  it('or finds room, the panel never leaves the window, and always shows its top left corner', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.array(free),
        fc.option(position),
        fc.option(spot),
        bodies,
        (view, own, frees, remembered, at, body) => {
          inside(spotOf(remembered, view, own), own, view);
          const room = findRoom(body, view, own, frees, at);
          inside(room, { width: own.width, height: room.height }, view);
          expect(room.height).toBeGreaterThanOrEqual(Math.min(160, own.height));
          expect(room.height).toBeLessThanOrEqual(own.height);
        },
      ),
    );
  });

  it('is kept when it is moved there', () => {
    fc.assert(
      fc.property(size, size, spot, (view, own, wish) => {
        const at = clamp(wish, view, own);
        expect(spotOf(positionOf(at, view, own), view, own)).toEqual(at);
      }),
    );
  });
});
