import { writeFileSync } from 'node:fs';
import { classtag } from '../../utils/profile/classtag.ts';
import { classtagChecks } from '../../utils/profile/classtag-checks.ts';
import { rulesDocument } from './rules-document.ts';

/** Writes the generated documents: `npm run docs`. */
writeFileSync(new URL('../../docs/rules.md', import.meta.url), rulesDocument(classtag, classtagChecks));
