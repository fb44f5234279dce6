import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clamp, type KeepFree, place, positionOf } from '../../../components/panel/place.ts';

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

describe('place', () => {
  const cases: [string, KeepFree[], { left: number; top: number }][] = [
    ['stands at the top right where nothing is in the way', [], RIGHT],
    ['goes to the bottom right from a button at the top right', [block(1100, 100, 80, 30)], { left: 912, top: 492 }],
    ['goes left when the whole right side is taken', [block(900, 0, 380, 800)], { left: 8, top: 8 }],
    [
      'covers what weighs less',
      [block(900, 0, 380, 400, 1), block(900, 400, 380, 400, 5), block(0, 0, 600, 800, 5)],
      RIGHT,
    ],
  ];
  it.each(cases)('%s', (_, keepFree, spot) => {
    expect(place(screen, panel, keepFree, null)).toEqual(spot);
  });

  it('stays where it stands while no corner is better', () => {
    const current = { left: 912, top: 492 };
    expect(place(screen, panel, [], null, current)).toEqual(current);
    expect(place(screen, panel, [block(1000, 600, 80, 30)], null, current)).toEqual(RIGHT);
  });

  it('goes where it was put, whatever is there', () => {
    const position = { side: 'right' as const, x: 20, y: 100 };
    expect(place(screen, panel, [block(0, 0, 1280, 800)], position)).toEqual({ left: 900, top: 100 });
    expect(place({ width: 512, height: 320 }, panel, [], position)).toEqual({ left: 132, top: 20 });
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

  it('never leaves the window, and always shows its top left corner', () => {
    fc.assert(
      fc.property(
        size,
        size,
        fc.array(free),
        fc.option(position),
        fc.option(spot),
        (view, own, frees, remembered, at) => {
          const { left, top } = place(view, own, frees, remembered, at);
          expect(left).toBeGreaterThanOrEqual(0);
          expect(top).toBeGreaterThanOrEqual(0);
          if (own.width <= view.width) expect(left + own.width).toBeLessThanOrEqual(view.width);
          else expect(left).toBe(0);
          if (own.height <= view.height) expect(top + own.height).toBeLessThanOrEqual(view.height);
          else expect(top).toBe(0);
        },
      ),
    );
  });

  it('puts a moved panel back where it was', () => {
    fc.assert(
      fc.property(size, size, spot, (view, own, wish) => {
        const at = clamp(wish, view, own);
        expect(place(view, own, [], positionOf(at, view, own))).toEqual(at);
      }),
    );
  });
});
