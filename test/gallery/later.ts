import { Guide } from '../../components/later/Guide.tsx';
import css from '../../components/later/later.css?inline';
import { Step } from '../../components/later/Step.tsx';
import type { LaterParts } from '../../components/later/types.ts';
import { Unrecognized } from '../../components/later/Unrecognized.tsx';

/** The second script's components, as its entry point hands them over. */
export const later: LaterParts = { css, Step, Guide, Unrecognized };
