import { Guide } from '../../components/later/Guide.tsx';
import css from '../../components/later/later.css?inline';
import { findRoom } from '../../components/later/room.ts';
import { Step } from '../../components/later/Step.tsx';
import type { LaterParts } from '../../components/later/types.ts';
import { Unrecognized } from '../../components/later/Unrecognized.tsx';
import { Doubts, Leaving } from '../../components/panel/Ask.tsx';
import { Report } from '../../components/panel/Report.tsx';
import { Done } from '../../components/parts/Done.tsx';
import { Settings } from '../../components/parts/Settings.tsx';
import { Trouble } from '../../components/parts/Trouble.tsx';

const parts = { css, Step, Guide, Unrecognized, Doubts, Leaving, Report, Done, Settings, Trouble };

/** The second script's components, as its entry point hands them over; there is no page of PowerSchool's around them. */
export const later: LaterParts = { ...parts, findRoom, surroundings: () => [] };
