import { describe, expect, it } from 'vitest';
import { writeFile } from '../../simulator/export-file.ts';
import { type District, FAULTS, makeDistrict, type RosterFile } from '../../simulator/index.ts';
import { checkSet, findingsOf } from './check-help.ts';
import { COLUMNS, rowsOf } from './help.ts';

const FILES: RosterFile[] = ['users', 'classes', 'enrollments'];

/** As the template exports: CR, comma, no quotes. */
function exported(district: District): Record<string, Uint8Array<ArrayBuffer>> {
  const output = {
    characterSet: 'UTF-8' as const,
    lineDelimiter: 'CR' as const,
    fieldDelimiter: 'Comma' as const,
    includeHeaders: true,
    surroundInQuotes: false,
  };
  const bytes = {
    headersQuoted: false,
    finalDelimiter: true,
    byteOrderMark: false,
    unquotedSpecials: 'verbatim' as const,
    quotesInside: 'doubled' as const,
  };
  return Object.fromEntries(
    FILES.map((file) => {
      const columns = COLUMNS[file].map((label) => ({ label }));
      const content = writeFile(columns as never, rowsOf(district, file), output as never, bytes as never);
      return [`${file}.csv`, new Uint8Array(content)];
    }),
  );
}

describe('a clean district', () => {
  it.each([0, 1, 7, 8, 9])('of seed %i is ready', async (seed) => {
    const report = await checkSet(exported(makeDistrict({ seed, students: 40 + 130 * seed, faults: [] })));
    expect(findingsOf(report)).toEqual([]);
    expect(report.verdict.state).toBe('ready');
  });
});
describe('x', () => {
  it.each(Object.keys(FAULTS))('%s', async (name) => {
    const seen = new Set<string>();
    for (const seed of [1, 77]) {
      const district = makeDistrict({ seed, students: 120, faults: [name] });
      seen.add(JSON.stringify(findingsOf(await checkSet(exported(district)))));
    }
    console.log('@@', name, FAULTS[name]?.rule, [...seen].join('   ||   '));
  });
});
