import { VARIANTS } from '../simulator/index.ts';

/** Every value of every variant of the simulator but the default ones, which the other tests have. */
export const values = Object.entries(VARIANTS).flatMap(
  ([
    name,
    {
      values: [, ...others],
    },
  ]) => others.map((value) => ({ name, value, title: `${name}=${value}` })),
);
