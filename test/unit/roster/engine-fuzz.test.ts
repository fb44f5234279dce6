import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import type { Report } from '../../../utils/roster/report.ts';
import { type Checked, checkFully, type SetOfFiles } from './check-help.ts';
import { raw, reference, text } from './engine/help.ts';
import { CLASSTAG_SET, csvOf, ONEROSTER_SET } from './samples-faults.ts';
import { manifestOf } from './sets.ts';
import type { Tables } from './slow-rules.ts';

const SETS: Record<string, Tables> = { classtag: CLASSTAG_SET, oneroster: ONEROSTER_SET };

/** Always the same numbers from 0 up to `below`. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const PARTS = [
  '"',
  '""',
  ',',
  ',,',
  '\r',
  '\n',
  '\r\n',
  '\0',
  ' ',
  'é',
  '\xff',
  '\xef\xbb\xbf',
  '\t',
  ';',
  '#REF!',
  '0',
];

/** A file with some bytes put in, taken out or exchanged. */
function mutated(file: string, of: (below: number) => number): string {
  const signs = [...file];
  for (let change = of(6); change >= 0; change -= 1) {
    const at = of(signs.length);
    const how = of(6);
    if (how === 0) signs.splice(at, of(40));
    else if (how === 1) signs.splice(at, of(3), ...signs.slice(of(signs.length)).slice(0, of(60)));
    else signs.splice(at, of(3), PARTS[of(PARTS.length)] ?? '');
  }
  return signs.join('');
}

/** Every row is counted, and every place is a row of the file, on its line, with a value that stands in it. */
function agrees({ report, outcomes }: Checked, files: Record<string, string>): void {
  for (const { name, file, above, sniffed, columns } of outcomes) {
    // In UTF-16 the bytes of a line are others.
    if (sniffed.utf16) continue;
    const whole = files[name] ?? '';
    const body = whole.slice(above.bytes > 0 ? above.bytes : sniffed.bom);
    const slow = reference(body, String.fromCharCode(sniffed.delimiter), Math.max(1, columns.length));
    expect(report.files.find((one) => one.file === file)?.rows).toBe(slow.syntax.rows);
    for (const { line, row, value } of placesIn(report, file)) {
      expect(line).toBe((slow.syntax.checkpoints[row - 1]?.line ?? Number.NaN) + above.lines);
      const cells = slow.rows[row - 1] ?? [];
      // Bytes that are no ASCII are shown as letters; a value with a comma too many is several cells.
      const joined = cells.join(String.fromCharCode(sniffed.delimiter));
      if (value !== null && /^[\x20-\x7e]*$/.test(joined) && !value.includes('"')) expect(joined).toContain(value);
    }
  }
}

const placesIn = ({ findings }: Report, file: string) =>
  findings.filter((finding) => finding.file === file).flatMap(({ places }) => places);

describe.each(ROSTER_PROFILES)('mutated files of $id', ({ id, manifest }) => {
  const set = SETS[id] ?? {};
  const ends = ['\r', '\r\n'] as const;
  const whole = (end: '\r' | '\r\n'): Record<string, string> => ({
    ...Object.fromEntries(Object.entries(set).map(([file, rows]) => [`${file}.csv`, csvOf(rows, end)])),
    ...(manifest ? { 'manifest.csv': manifestOf(Object.keys(set)) } : {}),
  });
  const bytesOf = (files: Record<string, string>): SetOfFiles =>
    Object.fromEntries(Object.entries(files).map(([name, content]) => [name, new Uint8Array(raw(content))]));

  it('by themselves are read to the end, with every row counted and every place in the file', async () => {
    const of = random(11);
    for (let turn = 0; turn < 400; turn += 1) {
      const all = Object.entries(whole(ends[of(2)] ?? '\r'));
      const [name, content] = all[of(all.length)] ?? ['', ''];
      const file = mutated(content, of);
      const chunk = of(2) === 0 ? 1 + of(50) : 1e6;
      const checked = await checkFully(bytesOf({ [name]: file }), { settings: { profile: id }, chunk });
      agrees(checked, { [name]: file });
    }
  });

  it('together are, too', async () => {
    const of = random(12);
    for (let turn = 0; turn < 40; turn += 1) {
      const files = Object.fromEntries(
        Object.entries(whole(ends[of(2)] ?? '\r')).map(([name, content]) => [
          name,
          of(2) === 0 ? mutated(content, of) : content,
        ]),
      );
      const earlier = of(3) === 0 ? { earlier: bytesOf(whole('\r')) } : {};
      agrees(await checkFully(bytesOf(files), { settings: { profile: id }, ...earlier }), files);
    }
  });

  it('that hold anything at all are', async () => {
    const of = random(13);
    for (let turn = 0; turn < 120; turn += 1) {
      const bytes = Uint8Array.from({ length: of(400) }, () => of(256));
      const file = text(bytes);
      for (const name of ['users.csv', 'classes.csv']) {
        const checked = await checkFully({ [name]: bytes }, { settings: { profile: id } });
        agrees(checked, { [name]: file });
      }
    }
  });
});
