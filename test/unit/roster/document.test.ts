import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { COVERAGE } from '../../docs/coverage.ts';
import { rulesDocument } from '../../docs/rules-document.ts';
import { FAULTS } from '../../simulator/index.ts';

const document = readFileSync(new URL('../../../docs/rules.md', import.meta.url), 'utf8');
const faults = Object.entries(FAULTS);

/** The reference's section and words for what its section 6 gives no code. */
const WITHOUT_CODE: Record<string, string> = { '5': 'F5', invisible: 'F3' };

describe('docs/rules.md', () => {
  it('is what `npm run docs` writes', () => {
    expect(document).toBe(rulesDocument(ROSTER_PROFILES));
  });

  it.each(
    (
      'T1 T2 T3 T4 T5 T6 T7 T8 F1 F2 F3 F4 F5 F6 F7 F8 F9 F10 U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 ' +
      'C1 C2 C3 C4 C5 C6 N1 N2 N3 N4 N5 N6 X1 X2'
    ).split(' '),
  )('has a line for %s', (code) => expect(document).toContain(`| ${code} |`));

  it('has a line for every fault that the simulator can plant', () => {
    expect(faults.length).toBeGreaterThan(70);
    for (const [name, { rule }] of faults) expect(document, name).toContain(`| ${WITHOUT_CODE[rule] ?? rule} |`);
  });
});

describe('the coverage', () => {
  it('has the 106 checks of the reference, in order', () => {
    expect(COVERAGE.map(({ number }) => number)).toEqual(Array.from({ length: 106 }, (_, at) => at + 1));
  });

  it.each(ROSTER_PROFILES)('names only codes that $id has', ({ id, checks, fileRules }) => {
    const known = new Set([...checks.rules, ...checks.cells, ...checks.unwanted, ...fileRules].map(({ code }) => code));
    for (const { number, codes } of COVERAGE)
      for (const code of codes[id] ?? []) expect([...known], `check ${number}`).toContain(code);
  });

  it('says why wherever a profile has no code', () => {
    for (const { number, codes, why } of COVERAGE)
      for (const { id } of ROSTER_PROFILES)
        if ((codes[id] ?? []).length === 0) expect(why, `check ${number} ${id}`).not.toBe('');
  });

  it('names every number that a rule of OneRoster takes its code from', () => {
    const named = new Set(COVERAGE.flatMap(({ codes }) => codes.oneroster ?? []));
    const rules = ROSTER_PROFILES.find(({ id }) => id === 'oneroster')?.checks.rules ?? [];
    expect(rules.length).toBeGreaterThan(300);
    for (const { code } of rules) expect([...named]).toContain(code);
  });
});
