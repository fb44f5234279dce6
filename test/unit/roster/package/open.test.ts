import { describe, expect, it } from 'vitest';
import { openSet } from '../../../../utils/roster/package/open.ts';
import { english } from '../../../../utils/roster/words.ts';
import { bytesOf, CLASSES, ENROLLMENTS, given, profile, USERS, withText, zipOf } from './archives.ts';

const three = [given('users.csv', USERS), given('classes.csv', CLASSES), given('enrollments.csv', ENROLLMENTS)];

async function open(files: Parameters<typeof openSet>[0], more?: Parameters<typeof openSet>[2]) {
  const { files: found, faults } = await openSet(files, profile, more);
  return {
    found: found.map(({ file, path, knownBy }) => `${file} ${path} ${knownBy}`),
    faults: faults.map(({ what, file, count, words }) => `${what} ${file} ${count} ${english(words.name ?? '')}`),
    said: faults.flatMap(({ words }) => (words.found === undefined ? [] : [english(words.found)])),
    files: found,
  };
}

/** Only what is told besides the missing ones of files that a test leaves out. */
const told = (faults: string[]) => faults.filter((fault) => !fault.startsWith('missing-file'));

describe('files', () => {
  it('are known by their names, in the profile’s order, without a fault', async () => {
    const { found, faults, files } = await open([...three].reverse());
    expect(found).toEqual(['users users.csv name', 'classes classes.csv name', 'enrollments enrollments.csv name']);
    expect(faults).toEqual([]);
    expect(await files[0]?.blob.text()).toBe(USERS);
  });

  it('of a folder are taken, without a word on the folder and its junk', async () => {
    const junk = [given('night/.DS_Store', 'x'), given('night/~$users.csv', USERS)];
    const { found, faults } = await open([given('night/users.csv', USERS), ...junk, ...three.slice(1)]);
    expect(found[0]).toBe('users night/users.csv name');
    expect(faults).toEqual([]);
  });

  it('that are missing are named', async () => {
    const { found, faults } = await open([three[1] ?? given('', '')]);
    expect(found).toEqual(['classes classes.csv name']);
    expect(faults).toEqual(['missing-file users 1 users.csv', 'missing-file enrollments 1 enrollments.csv']);
  });

  it('that the profile does not require may be missing', async () => {
    const lenient = { ...profile, files: profile.files.map((file) => ({ ...file, need: 'optional' as const })) };
    expect(await openSet([], lenient)).toEqual({ files: [], faults: [] });
  });

  it.each([
    'Users.csv',
    'users.CSV',
    'users (1).csv',
    'classtag_users.csv',
    'users_103.csv',
    'users.csv.txt',
    'Copy of users.csv',
  ])('called %s are known by that name, which is told', async (name) => {
    // The content helps nobody here.
    const { found, faults } = await open([given(name, 'a,b\r1,2\r'), ...three.slice(1)]);
    expect(found[0]).toBe(`users ${name} name`);
    expect(faults).toEqual([`wrong-name users 1 ${name}`]);
  });

  it.each([
    ['comma', USERS],
    ['table prefixes', USERS.replaceAll(/(\w+)(?=[,\r])/g, 'USERS.$1')],
    ['tabs', USERS.replaceAll(',', '\t')],
    ['semicolons and capitals', USERS.replaceAll(',', ';').toUpperCase()],
    ['quotes', USERS.replaceAll(/([^,\r]+)/g, '"$1"')],
    ['a byte order mark', `\ufeff${USERS}`],
    ['UTF-16', Buffer.from(`\ufeff${USERS}`, 'utf16le')],
    ['UTF-16 without a mark', Buffer.from(USERS, 'utf16le').swap16()],
    ['a title above', `Export of 25 November\r\n\r\n${USERS}`],
    ['an alias', USERS.replace('sourcedId', 'sourceId')],
    ['one required column missing', USERS.replace('familyName', 'surname')],
  ])('with a name that says nothing are known by the header: %s', async (_, content) => {
    const { found, faults } = await open([given('export-17.csv', content), ...three.slice(1)]);
    expect(found[0]).toBe('users export-17.csv header');
    expect(faults).toEqual(['wrong-name users 1 export-17.csv']);
  });

  it('tell each of the three by the header', async () => {
    const { found } = await open([given('1', ENROLLMENTS), given('2', USERS), given('3', CLASSES)]);
    expect(found).toEqual(['users 2 header', 'classes 3 header', 'enrollments 1 header']);
  });

  it('are rather what their header says than what their name nearly says', async () => {
    const { found } = await open([given('users (2).csv', CLASSES)]);
    expect(found).toEqual(['classes users (2).csv header']);
  });

  it.each([
    ['notes.txt', 'Call the district office'],
    ['photo.png', '\x89PNG\r\n\x1a\n\0\0\0'],
    ['empty.csv', ''],
    ['ids.csv', 'sourcedId\r1\r'],
    ['both.csv', 'sourcedId,role\r1,student\r'],
    ['users-and-classes.csv', 'x,y\r'],
    // Looks like a file of the profile, but is another one by its name.
    ['guardians.csv', USERS],
  ])('that are none of the profile’s are named: %s', async (name, content) => {
    const { found, faults } = await open([given(name, content)]);
    expect(found).toEqual([]);
    expect(told(faults)).toEqual([`unknown-file null 1 ${name}`]);
  });

  it('given twice: the one with the right name is taken, then the first', async () => {
    const { found, faults } = await open([given('users (1).csv', USERS), given('old.csv', CLASSES), ...three]);
    expect(found).toEqual(['users users.csv name', 'classes classes.csv name', 'enrollments enrollments.csv name']);
    expect(faults).toEqual(['same-file-twice users 1 users (1).csv', 'same-file-twice classes 1 old.csv']);
    const first = await open([given('a/users.csv', USERS), given('b/users.csv', USERS)]);
    expect(first.found).toEqual(['users a/users.csv name']);
    expect(told(first.faults)).toEqual(['same-file-twice users 1 b/users.csv']);
  });

  describe('that hold what belongs into another one', () => {
    const swapped = (names: Record<string, string>, content = { USERS, CLASSES, ENROLLMENTS }) =>
      open(Object.entries(names).map(([name, of]) => given(name, content[of as keyof typeof content])));

    it('are read as what they are where two are swapped, and each is told once', async () => {
      const { found, faults, said } = await swapped({
        'users.csv': 'ENROLLMENTS',
        'classes.csv': 'CLASSES',
        'enrollments.csv': 'USERS',
      });
      expect(found).toEqual([
        'users enrollments.csv header',
        'classes classes.csv name',
        'enrollments users.csv header',
      ]);
      expect(faults).toEqual(['wrong-content users 1 enrollments.csv', 'wrong-content enrollments 1 users.csv']);
      expect(said).toEqual([
        'the template for users.csv has the wrong file name',
        'the template for enrollments.csv has the wrong file name',
      ]);
    });

    it('are read as what they are where three are rotated', async () => {
      const { found, faults } = await swapped({
        'users.csv': 'CLASSES',
        'classes.csv': 'ENROLLMENTS',
        'enrollments.csv': 'USERS',
      });
      expect(found).toEqual([
        'users enrollments.csv header',
        'classes users.csv header',
        'enrollments classes.csv header',
      ]);
      expect(faults).toEqual([
        'wrong-content users 1 enrollments.csv',
        'wrong-content classes 1 users.csv',
        'wrong-content enrollments 1 classes.csv',
      ]);
    });

    it('in a ZIP, too, and in UTF-16, with table prefixes or semicolons', async () => {
      const prefixed = ENROLLMENTS.replaceAll(/(\w+)(?=[,\r])/g, 'CC.$1').replaceAll(',', ';');
      const utf16 = new Blob([Buffer.from(`\ufeff${USERS}`, 'utf16le')]);
      const zip = await zipOf([
        ['users.csv', prefixed],
        ['classes.csv', CLASSES],
        ['enrollments.csv', utf16],
      ]);
      const { found, faults } = await open([given('x.zip', zip)]);
      expect(found).toEqual([
        'users enrollments.csv header',
        'classes classes.csv name',
        'enrollments users.csv header',
      ]);
      expect(faults).toHaveLength(2);
    });

    it('are not read where the other one is here, too, and are not called missing', async () => {
      const { found, faults, said } = await swapped({
        'users.csv': 'CLASSES',
        'classes.csv': 'CLASSES',
        'enrollments.csv': 'ENROLLMENTS',
      });
      expect(found).toEqual(['classes classes.csv name', 'enrollments enrollments.csv name']);
      expect(faults).toEqual(['wrong-content users 1 users.csv']);
      expect(said).toEqual(['it was not read, because classes.csv holds that, too']);
    });

    it('give way to one with a name that is nearly right', async () => {
      const { found, faults } = await swapped({
        'users.csv': 'CLASSES',
        'Classes.csv': 'CLASSES',
        'enrollments.csv': 'ENROLLMENTS',
      });
      expect(found[0]).toBe('classes Classes.csv name');
      expect(faults).toEqual(['wrong-content users 1 users.csv', 'wrong-name classes 1 Classes.csv']);
    });

    it('do not stand in for their name, which is missing', async () => {
      const { found, faults } = await swapped({ 'users.csv': 'ENROLLMENTS', 'classes.csv': 'CLASSES' });
      expect(found).toEqual(['classes classes.csv name', 'enrollments users.csv header']);
      expect(faults).toEqual(['wrong-content enrollments 1 users.csv', 'missing-file users 1 users.csv']);
    });

    it.each([
      ['half of it is another file’s', 'sourcedId,role,givenName,classSourcedId,userSourcedId\r1,student,Ada,5,1\r'],
      ['only two of another one’s are there', 'classSourcedId,userSourcedId,x\r5,1,y\r'],
      ['much is missing', 'sourcedId,role\r1,student\r'],
      ['one required column is called otherwise', USERS.replace('familyName', 'surname')],
      ['another one’s are added', USERS.replace('email', 'email,title,schoolSourcedId,periods')],
      ['nothing of it is known', 'a,b,c\r1,2,3\r'],
      ['it has no header', USERS.slice(USERS.indexOf('\r') + 1)],
    ])('are what their name says where the header is not surely another one’s: %s', async (_, content) => {
      const { found, faults } = await open([given('users.csv', content), ...three.slice(1)]);
      expect(found[0]).toBe('users users.csv name');
      expect(faults).toEqual([]);
    });
  });

  it('opens no archive in an archive, though its name or a header in it is like a file’s', async () => {
    const inner = await zipOf([['users.csv', USERS]], { level: 0 });
    for (const name of ['users.zip', 'old.zip']) {
      const { found, faults } = await open([given('x.zip', await zipOf([[name, inner]]))]);
      expect(found).toEqual([]);
      expect(told(faults)).toEqual([`unknown-file null 1 ${name}`]);
    }
  });

  it('counts a fault, and names three of them', async () => {
    const { faults } = await open(['a', 'b', 'c', 'd', 'e'].map((name) => given(name, 'nothing')));
    expect(told(faults)).toEqual(['unknown-file null 5 a, b, c and 2 more']);
  });
});

describe('a ZIP', () => {
  const entries: [string, string][] = [
    ['users.csv', USERS],
    ['classes.csv', CLASSES],
    ['enrollments.csv', ENROLLMENTS],
  ];

  it.each([
    ['deflated', { level: 6 }],
    ['stored', { level: 0 }],
    ['Zip64', { zip64: true }],
    ['with data descriptors', { dataDescriptor: true }],
  ])('is read, whatever its name: %s', async (_, options) => {
    const { found, faults, files } = await open([given('roster', await zipOf(entries, options))]);
    expect(found).toEqual(['users users.csv name', 'classes classes.csv name', 'enrollments enrollments.csv name']);
    expect(faults).toEqual([]);
    expect(await Promise.all(files.map(({ blob }) => blob.text()))).toEqual([USERS, CLASSES, ENROLLMENTS]);
  });

  it('mixes with files', async () => {
    const { found, faults } = await open([given('two.zip', await zipOf(entries.slice(1))), given('users.csv', USERS)]);
    expect(found).toHaveLength(3);
    expect(faults).toEqual([]);
  });

  it('with something before it and a comment is read', async () => {
    const zip = new Blob(['PK\x03\x04 a program that unpacks', await zipOf(entries)]);
    expect((await open([given('x.zip', zip)])).found).toHaveLength(3);
    const bytes = await bytesOf(await zipOf(entries));
    bytes[bytes.length - 2] = 5;
    expect((await open([given('x.zip', new Blob([bytes, 'hello']))])).found).toHaveLength(3);
  });

  it('with a folder, junk and unknown files: all are told, the files are read', async () => {
    const zip = await zipOf([
      ['export/', ''],
      ...entries.map(([name, text]): [string, string] => [`export/${name}`, text]),
      ['__MACOSX/export/._users.csv', 'x'],
      ['export/.DS_Store', 'x'],
      ['Thumbs.db', 'x'],
      ['readme.txt', 'hello'],
    ]);
    const { found, faults } = await open([given('x.zip', zip)]);
    expect(found[0]).toBe('users export/users.csv name');
    expect(faults).toEqual([
      'junk null 3 __MACOSX/export/._users.csv, export/.DS_Store, Thumbs.db',
      'unknown-file null 1 readme.txt',
      'in-folder null 3 export/users.csv, export/classes.csv, export/enrollments.csv',
    ]);
  });

  it.each([
    ['../sers.csv', 'up'],
    ['/users.csvx', 'absolute'],
    ['C:users.csv', 'of a drive'],
    ['a\\users.csv', 'with a backslash'],
    ['a//sers.csv', 'with an empty part'],
  ])('with the unsafe entry %s does not read it (%s)', async (name) => {
    const zip = await withText(await zipOf([['?'.repeat(name.length), USERS]]), '?'.repeat(name.length), name);
    const { found, faults } = await open([given('x.zip', zip)]);
    expect(found).toEqual([]);
    expect(told(faults)).toEqual([`unsafe-entry null 1 ${name}`]);
  });

  it('with the same name twice takes the first', async () => {
    const zip = await withText(
      await zipOf([
        ['users.csv', USERS],
        ['?sers.csv', 'x'],
      ]),
      '?sers',
      'users',
    );
    const { faults, files } = await open([given('x.zip', zip)]);
    expect(told(faults)).toEqual(['unsafe-entry null 1 users.csv']);
    expect(await files[0]?.blob.text()).toBe(USERS);
  });

  it.each(['aes', 'zipcrypto'])('that is encrypted (%s) is told, without calling its files missing', async (kind) => {
    const zip = await zipOf(entries, { password: 'secret', zipCrypto: kind === 'zipcrypto' });
    const { found, faults } = await open([given('x.zip', zip)]);
    expect(found).toEqual([]);
    expect(faults).toEqual(['encrypted null 3 users.csv, classes.csv, enrollments.csv']);
  });

  it('that is an Excel workbook is called one', async () => {
    const zip = await zipOf([
      ['[Content_Types].xml', '<Types/>'],
      ['xl/workbook.xml', '<workbook/>'],
    ]);
    const { faults } = await openSet([given('users.xlsx', zip)], profile);
    expect(faults[0]).toMatchObject({ what: 'workbook', words: { name: 'users.xlsx' } });
  });

  it('that is none by its content is broken', async () => {
    const { faults } = await open([given('roster.zip', '<html>')]);
    expect(faults).toEqual(['broken-zip null 1 roster.zip']);
  });

  it('that is broken is told with what is broken, each kind by itself', async () => {
    const cut = (await bytesOf(await zipOf(entries))).slice(0, 100);
    const { faults } = await openSet(
      [given('a.zip', '<html>'), given('b.zip', cut), given('c.zip', '<html>')],
      profile,
    );
    const said = faults.map(({ words: { name = '', found = '' } }) => ({ name: english(name), found: english(found) }));
    expect(said).toEqual([
      { name: 'a.zip, c.zip', found: 'It is no ZIP file.' },
      { name: 'b.zip', found: 'Its end is missing.' },
    ]);
  });

  it('cut off anywhere is broken, and is never read in part without a word', async () => {
    const bytes = await bytesOf(await zipOf(entries));
    for (let length = 4; length < bytes.length; length += 7) {
      const { found, faults } = await open([given('roster.zip', bytes.slice(0, length))]);
      expect({ length, found, faults }).toEqual({ length, found: [], faults: ['broken-zip null 1 roster.zip'] });
    }
  });

  it('with a changed byte is read as it was, or a fault tells', async () => {
    const bytes = await bytesOf(await zipOf(entries));
    for (let at = 0; at < bytes.length; at += 1) {
      const changed = bytes.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x41;
      const { faults, files } = await open([given('roster.zip', changed)]);
      if (faults.length > 0) continue;
      expect(await Promise.all(files.map(({ blob }) => blob.text()))).toEqual([USERS, CLASSES, ENROLLMENTS]);
    }
  });

  it('with too many entries is not read', async () => {
    const zip = await zipOf(
      Array.from({ length: 1001 }, (_, at): [string, string] => [`${at}.csv`, '']),
      { level: 0 },
    );
    const { found, faults } = await open([given('x.zip', zip)]);
    expect(found).toEqual([]);
    expect(faults).toEqual(['too-many-entries null 1 x.zip']);
  });

  it('that unpacks to many times its size is stopped while it does', async () => {
    const zip = await zipOf([['users.csv', new Blob([USERS, new Uint8Array(101_000_000)])], ...entries.slice(1)]);
    const { found, faults } = await open([given('x.zip', zip)]);
    expect(found).toHaveLength(2);
    expect(faults).toEqual(['too-big users 1 users.csv']);
  });

  it('stops at the sum of its entries', async () => {
    const bytes = USERS.length + CLASSES.length;
    const { found, faults } = await open([given('x.zip', await zipOf(entries))], { limits: { bytes } });
    expect(found).toEqual(['users users.csv name', 'classes classes.csv name']);
    expect(faults).toEqual(['too-big enrollments 1 enrollments.csv']);
  });

  it('does not believe the declared size', async () => {
    const bytes = await bytesOf(await zipOf([['users.csv', USERS]]));
    const view = new DataView(bytes.buffer);
    const central = view.getUint32(bytes.length - 6, true);
    const size = () => view.getUint32(central + 24, true);
    expect(size()).toBe(USERS.length);
    view.setUint32(central + 24, 10, true);
    expect(told((await open([given('x.zip', bytes)])).faults)).toEqual(['too-big users 1 users.csv']);
    view.setUint32(central + 24, USERS.length + 1, true);
    expect(told((await open([given('x.zip', bytes)])).faults)).toEqual(['broken-zip users 1 users.csv']);
  });
});
