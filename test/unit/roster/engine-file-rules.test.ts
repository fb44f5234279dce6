import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ROSTER_PROFILES } from '../../../utils/profile/rosters.ts';
import { checkFully, findingsOf, type SetOfFiles } from './check-help.ts';
import { bytesOf, withText, zipOf } from './package/archives.ts';
import { CLASSTAG_SET, csvOf, ONEROSTER_SET } from './samples-faults.ts';
import { manifestOf } from './sets.ts';
import { untold } from './told-help.ts';

type Texts = Record<string, string>;

/** The sets in which nothing is wrong. */
const GOOD: Record<string, Texts> = {
  classtag: Object.fromEntries(Object.entries(CLASSTAG_SET).map(([file, rows]) => [`${file}.csv`, csvOf(rows, '\r')])),
  oneroster: {
    ...Object.fromEntries(Object.entries(ONEROSTER_SET).map(([file, rows]) => [`${file}.csv`, csvOf(rows, '\r\n')])),
    'manifest.csv': manifestOf(Object.keys(ONEROSTER_SET)),
  },
};

interface Case {
  files: (good: Texts) => SetOfFiles | Promise<SetOfFiles>;
  earlier?: (good: Texts) => SetOfFiles;
  /** All that is found, by the profile; where one is left out, it has no such rule, or the case is another's. */
  classtag?: string[];
  oneroster?: string[];
}

const edit =
  (change: (text: string) => string, file = 'classes.csv') =>
  (good: Texts): SetOfFiles => ({
    ...good,
    [file]: change(good[file] ?? ''),
  });
const withBytes =
  (change: (text: string) => Buffer, file = 'classes.csv') =>
  (good: Texts): SetOfFiles => ({
    ...good,
    [file]: new Uint8Array(change(good[file] ?? '')),
  });
const zipped = async (good: Texts, prefix = '', more: [string, string][] = []): Promise<Blob> =>
  zipOf([...Object.entries(good).map(([name, text]): [string, string] => [prefix + name, text]), ...more]);
const without = (good: Texts, file: string): Texts =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== file));
const manifest = (from: string, to: string) => edit((text) => text.replace(from, to), 'manifest.csv');
/** The end of a line, whichever it is. */
const END = /\r\n?/;

const CASES: Record<string, Case> = {
  'missing-file': {
    files: (good) => without(good, 'classes.csv'),
    classtag: ['P1 missing-file warning classes  1'],
    oneroster: ['M9 manifest-declared-missing error classes  1', 'P1 missing-file error classes  1'],
  },
  'unknown-file': {
    files: (good) => ({ ...good, 'notes.txt': 'Call the office' }),
    classtag: ['P2 unknown-file note   1'],
    oneroster: ['P2 unknown-file note   1'],
  },
  workbook: {
    files: async (good) => ({
      ...good,
      'users.xlsx': await bytesOf(await zipOf([['[Content_Types].xml', '<Types/>']])),
    }),
    classtag: ['P9 workbook error   1'],
    oneroster: ['P9 workbook error   1'],
  },
  'same-file-twice': {
    files: (good) => ({ ...good, 'copy/classes.csv': good['classes.csv'] ?? '' }),
    classtag: ['P3 same-file-twice error classes  1'],
    oneroster: ['P3 same-file-twice error classes  1'],
  },
  'wrong-name': {
    files: (good) => ({ ...without(good, 'classes.csv'), 'Classes.csv': good['classes.csv'] ?? '' }),
    classtag: ['F10 wrong-name error classes  1'],
    oneroster: ['F10 wrong-name error classes  1'],
  },
  'wrong-content': {
    files: (good) => ({
      ...good,
      'classes.csv': good['enrollments.csv'] ?? '',
      'enrollments.csv': good['classes.csv'] ?? '',
    }),
    classtag: ['F10 wrong-content error classes  1', 'F10 wrong-content error enrollments  1'],
    oneroster: ['F10 wrong-content error classes  1', 'F10 wrong-content error enrollments  1'],
  },
  'in-folder': {
    files: async (good) => ({ 'set.zip': await bytesOf(await zipped(good, 'night/')) }),
    classtag: ['F10 in-folder error   3'],
    oneroster: ['F10 in-folder error   8'],
  },
  junk: {
    files: async (good) => ({ 'set.zip': await bytesOf(await zipped(good, '', [['__MACOSX/._users.csv', 'x']])) }),
    classtag: ['P4 junk note   1'],
    oneroster: ['P4 junk note   1'],
  },
  'unsafe-entry': {
    files: async (good) => ({
      'set.zip': await bytesOf(await withText(await zipped(good, '', [['xx/notes.txt', 'x']]), 'xx/notes', '../notes')),
    }),
    classtag: ['P5 unsafe-entry error   1'],
    oneroster: ['P5 unsafe-entry error   1'],
  },
  'broken-zip': {
    files: async (good) => ({ ...good, 'set.zip': (await bytesOf(await zipped(good))).slice(0, 200) }),
    classtag: ['P6 broken-zip error   1'],
    oneroster: ['P6 broken-zip error   1'],
  },
  encrypted: {
    files: async (good) => ({
      ...good,
      'set.zip': await bytesOf(await zipOf([['notes.txt', 'x']], { password: 'x' })),
    }),
    classtag: ['P7 encrypted error   1'],
    oneroster: ['P7 encrypted error   1'],
  },
  'empty-file': {
    files: edit(() => ''),
    classtag: ['F6 empty-file error classes  1'],
    oneroster: ['F6 empty-file error classes  1'],
  },
  'not-utf-8': {
    files: withBytes((text) => iconv.encode(text.replace(/Art|Homeroom|Science/, 'Études'), 'win1252')),
    classtag: ['F1 not-utf-8 error classes  1'],
    oneroster: ['F1 not-utf-8 error classes  1'],
  },
  'utf-16': {
    files: withBytes((text) => iconv.encode(text, 'utf-16le', { addBOM: true })),
    classtag: ['F1 utf-16 error classes  1'],
    oneroster: ['F1 utf-16 error classes  1'],
  },
  bom: {
    files: edit((text) => `\ufeff${text}`),
    classtag: ['F2 bom warning classes  1'],
    oneroster: ['F2 bom note classes  1'],
  },
  nul: {
    files: edit((text) => text.replace('Room', 'Ro\0om')),
    classtag: ['F3 nul error classes  1'],
    oneroster: ['F3 nul error classes  1'],
  },
  'mixed-line-ends': {
    files: edit((text) => text.replace(END, '\n')),
    classtag: ['F7 mixed-line-ends warning classes  1'],
    oneroster: ['F7 mixed-line-ends warning classes  1'],
  },
  'not-crlf': {
    files: edit((text) => text.replace(/\r\n/g, '\r')),
    oneroster: ['F14 not-crlf note classes  1'],
  },
  'no-final-line-end': {
    files: edit((text) => text.trimEnd()),
    classtag: ['F12 no-final-line-end note classes  1'],
    oneroster: ['F12 no-final-line-end note classes  1'],
  },
  'cut-off': {
    files: edit((text) => text.trimEnd().slice(0, text.trimEnd().lastIndexOf(','))),
    classtag: ['F15 cut-off error classes  1'],
    oneroster: ['F15 cut-off error classes  1'],
  },
  'trailing-blank-lines': {
    files: edit((text) => text + (END.exec(text)?.[0] ?? '').repeat(2)),
    classtag: ['F12 trailing-blank-lines note classes  2'],
    oneroster: ['F12 trailing-blank-lines note classes  2'],
  },
  'blank-lines': {
    files: edit((text) => text.replace(END, '$&$&')),
    classtag: ['F11 blank-lines warning classes  1'],
    oneroster: ['F11 blank-lines warning classes  1'],
  },
  'empty-rows': {
    files: edit(
      (text) => text + ','.repeat((text.split(END)[0]?.split(',').length ?? 1) - 1) + (END.exec(text)?.[0] ?? ''),
    ),
    classtag: ['F11 empty-rows warning classes  1'],
    oneroster: ['F11 empty-rows warning classes  1'],
  },
  'inner-quote': {
    files: edit((text) => text.replace('Room', 'R"oom')),
    oneroster: ['F8 inner-quote error classes  1'],
  },
  'after-quote': {
    files: edit((text) => text.replace('Room', '"Room"x')),
    classtag: ['F8 after-quote error classes  1'],
    oneroster: ['F8 after-quote error classes  1'],
  },
  wide: {
    files: edit((text) => text.replace('Room', 'Room, big,')),
    classtag: ['F5 wide error classes location 1'],
    oneroster: ['F5 wide error classes location 1'],
  },
  narrow: {
    files: edit((text) => `${text}0501${END.exec(text)?.[0] ?? ''}`),
    classtag: ['F5 narrow error classes  1'],
    oneroster: ['F5 narrow error classes  1'],
  },
  'wrong-delimiter': {
    files: edit((text) =>
      text
        .replace(/"[^"]*"/g, (list) => list.replaceAll(',', '+'))
        .replaceAll(',', ';')
        .replaceAll('+', ','),
    ),
    classtag: ['F13 wrong-delimiter error classes  1'],
    oneroster: ['F13 wrong-delimiter error classes  1'],
  },
  'all-quoted': {
    files: edit((text) => text.replace(/[^,\r\n]+/g, '"$&"').replace(/,(?=,)/g, ',""')),
    classtag: ['F8 all-quoted warning classes  1'],
  },
  'title-row': {
    files: edit((text) => `All classes${END.exec(text)?.[0] ?? ''}${text}`),
    classtag: ['F4 title-row error classes  1'],
    oneroster: ['F4 title-row error classes  1'],
  },
  'no-header': {
    files: edit((text) => text.replace(/^.*?\r\n?/, '')),
    classtag: ['F4 no-header error classes  1'],
    oneroster: ['F4 no-header error classes  1'],
  },
  'missing-column': {
    files: edit((text) => text.replace('title', 'zzz')),
    classtag: ['F4 missing-column error classes title 1', 'F4 unknown-column note classes zzz 1'],
    oneroster: ['F4 missing-column error classes title 1', 'F4 unknown-column error classes zzz 1'],
  },
  'missing-expected': {
    files: edit((text) => text.replace('schoolSourcedId', 'zzz')),
    classtag: ['F4 missing-expected error classes schoolSourcedId 1', 'F4 unknown-column note classes zzz 1'],
  },
  'misspelled-column': {
    files: edit((text) => text.replace('title', 'titel')),
    classtag: ['F4 misspelled-column error classes title 1'],
    oneroster: ['F4 misspelled-column error classes title 1'],
  },
  'column-case': {
    files: edit((text) => text.replace('title', 'Title')),
    classtag: ['F4 column-case error classes title 1'],
    oneroster: ['F4 column-case error classes title 1'],
  },
  'column-space': {
    files: edit((text) => text.replace('title', 'title\u00a0')),
    classtag: ['F3 column-space error classes title 1'],
    oneroster: ['F3 column-space error classes title 1'],
  },
  'table-prefix': {
    files: edit((text) => text.replace('title', 'COURSES.title')),
    classtag: ['F4 table-prefix error classes title 1'],
    oneroster: ['F4 table-prefix error classes title 1'],
  },
  alias: {
    files: edit((text) => text.replace('sourcedId', 'sourceId'), 'users.csv'),
    classtag: ['F4 alias note users sourcedId 1'],
  },
  'duplicate-column': {
    files: edit((text) => text.replace('grades', 'title')),
    classtag: ['F4 duplicate-column error classes title 1', 'F4 missing-column error classes grades 1'],
    oneroster: ['F4 duplicate-column error classes title 1', 'F4 missing-column error classes grades 1'],
  },
  'blank-column': {
    files: edit((text) => text.replace('periods', ' ')),
    classtag: ['F4 blank-column warning classes  1'],
    oneroster: ['F4 blank-column warning classes  1', 'F4 missing-column error classes periods 1'],
  },
  'unknown-column': {
    files: edit((text) => text.replace('location', 'whereabouts')),
    classtag: ['F4 unknown-column note classes whereabouts 1'],
    oneroster: ['F4 missing-column error classes location 1', 'F4 unknown-column error classes whereabouts 1'],
  },
  'column-order': {
    files: edit((text) => text.replace('location', 'x').replace('title', 'location').replace('x', 'title')),
    oneroster: ['F4 column-order error classes grades 1', 'R47 blank error classes title 1'],
  },
  'no-rows': {
    files: edit((text) => text.replace(/(\r\n?)[\s\S]*/, '$1')),
    // What others lack in it says nothing.
    classtag: ['F6 no-rows error classes  1'],
    oneroster: ['F6 no-rows error classes  1'],
  },
  'unclosed-quote': {
    // In the very last row, so that no other quotation mark ends it.
    files: edit((text) => text.replace(/teacher(?![\s\S]*teacher)/, '"teacher'), 'enrollments.csv'),
    classtag: [
      'F5 line-break-quoted warning enrollments role 1',
      'F8 unclosed-quote error enrollments  1',
      'N4 unknown warning enrollments role 1',
    ],
    oneroster: ['F8 unclosed-quote error enrollments  1'],
  },
  'other-version': {
    files: (good) => ({
      ...edit((text) => text.replace('location', 'classCode'))(good),
      ...('orgs.csv' in good ? edit((text) => text.replace('middleName', 'userId'), 'users.csv')(good) : {}),
    }),
    classtag: ['F4 other-version note classes classCode 1'],
    oneroster: ['F4 missing-column error users middleName 1', 'F4 other-version error users userId 1'],
  },
  'metadata-not-last': {
    files: edit((text) =>
      text.replace('location', 'metadata.room').replace('periods', 'location').replace('Room 7', ''),
    ),
    oneroster: [
      'F4 column-order error classes location 1',
      'F4 metadata-not-last error classes metadata.room 1',
      'F4 missing-column error classes periods 1',
    ],
  },
  threshold: {
    files: (good) => good,
    earlier: edit((text) => text + text.split(END)[1]?.replace(/^\w+/, 'old') + (END.exec(text)?.[0] ?? '')),
    classtag: ['X2 threshold warning classes  1'],
    oneroster: ['X2 threshold warning classes  1'],
  },
  'many-changed': {
    files: (good) => good,
    earlier: edit((text) => text.replace(/Science 5|Algebra A|Homeroom/g, 'Art')),
    classtag: ['X3 many-changed warning classes  1'],
    oneroster: ['X3 many-changed warning classes  2'],
  },
  're-keyed': {
    files: (good) => good,
    earlier: edit((text) => text.replace(/(\r\n?)(?=\w)/g, '$1old'), 'users.csv'),
    classtag: ['X2 threshold warning users  5', 'X4 re-keyed warning users  5'],
    oneroster: ['X2 threshold warning users  5', 'X4 re-keyed warning users  5'],
  },
  'file-set': {
    files: (good) => good,
    earlier: (good) => without(good, 'classes.csv'),
    classtag: ['X5 file-set warning   1'],
    oneroster: ['X5 file-set warning   1'],
  },
  'earlier-unreadable': {
    files: (good) => good,
    earlier: () => ({ 'notes.txt': 'Nothing.' }),
    classtag: ['X6 earlier-unreadable warning   1'],
    oneroster: ['X6 earlier-unreadable warning   1'],
  },
  'manifest-header': { files: manifest('propertyName', 'name'), oneroster: ['M1 manifest-header error   1'] },
  'manifest-width': { files: manifest('Sample', 'Sample,x'), oneroster: ['M2 manifest-width error   1'] },
  'manifest-version': { files: manifest('1.0', '1'), oneroster: ['M3 manifest-version error   1'] },
  'oneroster-version': { files: manifest('1.1', '1.2'), oneroster: ['M4 oneroster-version error   1'] },
  'manifest-missing-property': {
    files: manifest('file.results,absent\r\n', ''),
    oneroster: ['M5 manifest-missing-property error   1'],
  },
  'manifest-unknown-property': {
    files: manifest('source.systemName', 'source.name'),
    oneroster: ['M6 manifest-unknown-property warning   1'],
  },
  'manifest-duplicate-property': {
    files: manifest('source.systemCode', 'source.systemName'),
    oneroster: ['M7 manifest-duplicate-property error   1'],
  },
  'manifest-value': {
    files: manifest('file.results,absent', 'file.results,none'),
    oneroster: ['M8 manifest-value error   1'],
  },
  'manifest-declared-missing': {
    files: (good) => without(good, 'demographics.csv'),
    oneroster: ['M9 manifest-declared-missing error demographics  1'],
  },
  'manifest-undeclared': {
    files: manifest('file.demographics,bulk', 'file.demographics,absent'),
    oneroster: ['M10 manifest-undeclared error demographics  1'],
  },
  'manifest-unwanted': {
    files: manifest('file.results,absent', 'file.results,bulk'),
    oneroster: ['M11 manifest-unwanted note   1'],
  },
  'manifest-mixed': {
    files: manifest('file.results,absent', 'file.results,delta'),
    oneroster: ['M11 manifest-unwanted note   1', 'M12 manifest-mixed warning   1'],
  },
};

/** What a value may hold, in a file with quotation marks and in one without. */
const CELLS: Record<string, Case> = {
  'F8 quote': { files: edit((text) => text.replace('Room', 'R"oom')), classtag: ['F8 quote error classes location 1'] },
  'F8 quote-quoted': {
    files: edit((text) => text.replace('Room 7', '"R""oom 7"')),
    classtag: ['F8 quote-quoted warning classes location 1'],
  },
  'F5 line-break-quoted': {
    files: edit((text) => text.replace('Room 7', '"Room\n7"')),
    classtag: ['F5 line-break-quoted warning classes location 1'],
    oneroster: ['F5 line-break-quoted error classes location 1'],
  },
  'F1 wrongly-decoded': {
    files: edit((text) => text.replace('Room', 'JosÃ©')),
    classtag: ['F1 wrongly-decoded warning classes location 1'],
    oneroster: ['F1 wrongly-decoded warning classes location 1'],
  },
  'F3 control': {
    files: edit((text) => text.replace('Room', 'Room\x07')),
    classtag: ['F3 control warning classes location 1'],
    oneroster: ['F3 control warning classes location 1'],
  },
  'F3 invisible': {
    files: edit((text) => text.replace('Room', 'Room\u200b')),
    classtag: ['F3 invisible warning classes location 1'],
    oneroster: ['F3 invisible warning classes location 1'],
  },
  'U10 unwanted': {
    files: edit((text) => text.replace('location', 'USERS.Password')),
    classtag: ['U10 unwanted warning classes password 1'],
  },
};

/** Limits that only a file of many gigabytes, or an archive of a thousand, passes: package/open.test.ts has smaller ones. */
const ELSEWHERE = ['too-many-entries', 'too-big'];
/** Without quotation marks in the file no cell can hold them: the comma is F5 wide, the line break F5 narrow. */
const IN_PREVIEWS_ALONE = ['F5 delimiter', 'F5 line-break'];

describe.each(ROSTER_PROFILES)('files for $id', ({ id, fileRules, checks }) => {
  const good = GOOD[id] ?? {};
  const all = { ...CASES, ...CELLS };
  const own = Object.keys(all).filter((what) => all[what]?.[id as 'classtag' | 'oneroster']);

  it('have a case for each rule that can be broken', () => {
    const rules = [
      ...fileRules.map(({ what }) => what),
      ...[...checks.cells, ...checks.unwanted.map(({ code }) => ({ code, cause: 'unwanted' }))].map(
        ({ code, cause }) => `${code} ${cause}`,
      ),
    ];
    expect(own.toSorted()).toEqual(
      rules.filter((what) => ![...ELSEWHERE, ...IN_PREVIEWS_ALONE].includes(what)).toSorted(),
    );
  });

  it('are told of as a whole where a title stands above the header', async () => {
    const file = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
    const title = `\xef\xbb\xbfExport${good['classes.csv']?.includes('\r\n') ? '\r\n' : '\r'}`;
    const text = `${title}${good['classes.csv']}`;
    const check = async (content: string) =>
      (await checkFully({ ...good, 'classes.csv': file(content) }, { settings: { profile: id } })).report;
    const wrong = text.replace(/Art|Homeroom|Science/, '\xc9tudes');
    const report = await check(wrong);
    expect(report.files.find(({ file }) => file === 'classes')?.bytes).toBe(wrong.length);
    const messageOf = (wanted: string, from = report) => from.findings.find(({ cause }) => cause === wanted)?.message;
    expect(messageOf('title-row')).toContain('in line 2.');
    expect(messageOf('bom')).toBeDefined();
    expect(messageOf('not-utf-8')).toContain(`is at ${wrong.indexOf('\xc9')}.`);
    const open = await check(`${text.trimEnd()}"x`.replace(/[^,\r\n]*"x$/, '"x'));
    expect(messageOf('unclosed-quote', open)).toContain(`line ${text.trimEnd().split(/\r\n?/).length} `);
  });

  it('of line ends alone are empty ones', async () => {
    for (const text of ['\r', '\r\n\n', '\ufeff\n']) {
      const { report } = await checkFully({ ...good, 'classes.csv': text }, { settings: { profile: id } });
      expect(findingsOf(report)).toEqual(['F6 empty-file error classes  1']);
    }
  });

  it('have nothing wrong with them before', async () => {
    expect(findingsOf((await checkFully(good, { settings: { profile: id }, earlier: good })).report)).toEqual([]);
  });

  it.each(own)('%s is told, and nothing else', async (what) => {
    const { files, earlier, ...found } = all[what] as Case;
    const compared = earlier ? { earlier: earlier(good) } : {};
    const { report } = await checkFully(await files(good), { settings: { profile: id }, ...compared });
    expect(findingsOf(report)).toEqual(found[id as 'classtag' | 'oneroster']);
    expect(report.findings.filter(({ message }) => /[{}]|undefined/.test(message))).toEqual([]);
    expect(untold(report)).toEqual([]);
  });
});
