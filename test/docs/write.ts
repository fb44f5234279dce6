import { writeFileSync } from 'node:fs';
import { ROSTER_PROFILES } from '../../utils/profile/rosters.ts';
import { rulesDocument } from './rules-document.ts';

/** Writes the generated documents: `npm run docs`. */
writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesDocument(ROSTER_PROFILES));
