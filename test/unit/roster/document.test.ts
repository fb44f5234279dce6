import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { classtag } from '../../../utils/profile/classtag.ts';
import { classtagChecks } from '../../../utils/profile/classtag-checks.ts';
import { rulesDocument } from '../../docs/rules-document.ts';
import { FAULTS } from '../../simulator/index.ts';

const document = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');

describe('docs/rules.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(document).toBe(rulesDocument(classtag, classtagChecks));
  });

  it.each('T1 T2 T3 T4 T5 T6 T7 T8 U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 C1 C2 C3 C4 C6 N1 N2 N3 N4 N5'.split(' '))(
    'has a line for %s',
    (code) => expect(document).toContain(`| ${code} |`),
  );

  it('names no rule twice', () => {
    const names = classtagChecks.rules.map(({ file, code, cause, column }) => `${file} ${code} ${cause} ${column}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('looks only at columns that the profile has', () => {
    const columns = new Set(classtag.files.flatMap(({ id, columns }) => columns.map(({ name }) => `${id} ${name}`)));
    for (const { file, column } of classtagChecks.rules) expect(columns).toContain(`${file} ${column}`);
    expect(Object.keys(FAULTS).length).toBeGreaterThan(70);
  });
});
