import { describe, expect, it } from 'vitest';
import { chooseVariants, describeVariants, VARIANTS } from '../variants.ts';

describe('variants', () => {
  it('default to the first value of each', () => {
    expect(chooseVariants({ steps: 'accordion' })).toMatchObject({
      labelPickup: 'next',
      steps: 'accordion',
      ids: 'present',
    });
  });

  it.each(Object.entries(VARIANTS))(
    '%s has several different values and an explanation',
    (_, { values, explanation }) => {
      expect(values.length).toBeGreaterThan(1);
      expect(new Set(values).size).toBe(values.length);
      expect(explanation.length).toBeGreaterThan(20);
    },
  );

  it('refuse an unknown name or value and list the right ones', () => {
    expect(() => chooseVariants({ color: 'red' })).toThrow(/Unknown variant "color".*labelPickup, labelLimit, steps/);
    expect(() => chooseVariants({ steps: 'stairs' })).toThrow('Values: panels | accordion | server.');
    expect(() => chooseVariants({ constructor: 'x' })).toThrow('Unknown variant');
  });

  it('are listed with mark, default and explanation', () => {
    expect(describeVariants()).toContain('labelPickup [I]\n  next (default) | change | input-angular | blur\n  When');
  });
});
