import type { Afterwards } from './afterwards.ts';

/** After the last section of ClassTag's guide "PowerSchool plugin" (6962062), in our own words. */
export const classtagAfterwards: Afterwards = {
  steps: [
    {
      who: 'receiver',
      text: 'classtag_then_first',
    },
    { who: 'you', text: 'classtag_then_look' },
    {
      who: 'receiver',
      text: 'classtag_then_daily',
    },
  ],
  source: 'classtag_then_source',
};
