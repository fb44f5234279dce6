import type { Afterwards } from './afterwards.ts';

/** After the last section of ClassTag's guide "PowerSchool plugin" (6962062), in our own words. */
export const classtagAfterwards: Afterwards = {
  steps: [
    {
      who: 'receiver',
      text: 'Starts the first sync by hand, and tells you when it is done. It notifies none of your users.',
    },
    { who: 'you', text: 'Look at the data that came in. If it is right, tell ClassTag that you approve of it.' },
    {
      who: 'receiver',
      text: 'Syncs once a day from then on. You find a report for each file in the settings of your school or district.',
    },
  ],
  source: 'ClassTag’s guide (6962062)',
};
