import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classtag } from '../../../utils/profile/classtag.ts';
import type { Profile } from '../../../utils/profile/schema.ts';
import { type LetterFacts, letterOf, mailtoOf, PLACEHOLDER } from '../../../utils/template/letter.ts';

function facts(more: Partial<LetterFacts> = {}): LetterFacts {
  const template = (name: string) => ({ name, savedOn: 'Nov 23, 2026', verifiedOn: 'Nov 24, 2026' });
  return {
    profile: classtag,
    host: 'maplewood.powerschool.com',
    templates: {
      users: template('classtag_users'),
      classes: template('classtag_classes'),
      enrollments: template('nightly enrollments'),
    },
    district: 'Maplewood Unified',
    choices: { profile: {} },
    ...more,
  };
}

/** What a mail program makes of the link. */
function opened(href: string) {
  const url = new URL(href);
  return {
    to: decodeURIComponent(url.pathname),
    subject: url.searchParams.get('subject'),
    body: url.searchParams.get('body')?.replaceAll('\r\n', '\n'),
  };
}

describe('the letter', () => {
  it('says who asks for what, and what was set up', () => {
    expect(letterOf(facts())).toEqual({
      to: 'support@classtag.com',
      subject: 'SFTP access for Maplewood Unified',
      body: `Hello,

Maplewood Unified has set up its PowerSchool exports for ClassTag and would like to send them by SFTP. Please give us credentials for your SFTP server, and tell us the next steps.

PowerSchool site: maplewood.powerschool.com

Templates in the Data Export Manager:
- users.csv: classtag_users, saved Nov 23, 2026, verified Nov 24, 2026
- classes.csv: classtag_classes, saved Nov 23, 2026, verified Nov 24, 2026
- enrollments.csv: nightly enrollments, saved Nov 23, 2026, verified Nov 24, 2026

Each has these settings:
- Line delimiter: CR
- Field delimiter: Comma
- Character set: UTF-8
- Column headers: included
- Quotes around values: no

Labels phone and sms in users.csv: not swapped
Column dcid in users.csv: not left out

Thank you`,
    });
  });

  it.each<[string, Partial<LetterFacts>, string]>([
    ['the swap', { choices: { profile: { swapPhoneAndSms: true } } }, 'Labels phone and sms in users.csv: swapped'],
    ['the column left out', { choices: { profile: { leaveOutDcid: true } } }, 'Column dcid in users.csv: left out'],
    ['the site with its port', { host: 'ps.example.org:8443' }, 'PowerSchool site: ps.example.org:8443'],
    [
      'a date that is known alone',
      { templates: { users: { name: 'u', savedOn: '', verifiedOn: 'Jan 5, 2027' } } },
      '- users.csv: u, verified Jan 5, 2027\n',
    ],
    [
      'another output',
      {
        profile: {
          ...classtag,
          output: { ...classtag.output, lineDelimiter: 'CRLF', includeHeaders: false, surroundInQuotes: true },
        },
      },
      '- Line delimiter: CRLF\n- Field delimiter: Comma\n- Character set: UTF-8\n- Column headers: not included\n- Quotes around values: yes',
    ],
    [
      'a choice of another kind',
      {
        profile: {
          ...classtag,
          choices: [{ id: 'loud', file: 'users', label: 'Loud labels', explanation: 'They are.' }],
        } satisfies Profile,
        choices: { profile: { loud: true } },
      },
      'Loud labels: yes',
    ],
  ])('tells %s', (_, more, words) => expect(letterOf(facts(more)).body).toContain(words));

  it.each<[string, string]>([
    ['', PLACEHOLDER],
    [' \t ', PLACEHOLDER],
    ['  Maplewood \n Unified ', 'Maplewood Unified'],
    ['Maple\u0000wood\ud83d', 'Maple wood'],
    ['École d’Été 🏫', 'École d’Été 🏫'],
  ])('calls the district %j %s', (district, name) => {
    const { subject, body } = letterOf(facts({ district }));
    expect(subject).toBe(`SFTP access for ${name}`);
    expect(body).toContain(`${name} has set up`);
  });
});

describe('the link for the mail program', () => {
  it('holds the whole letter of a usual district', () => {
    const long = facts({ district: 'Saint-Étienne-du-Rouvray Consolidated Independent School District No. 12' });
    expect(mailtoOf(long).whole).toBe(true);
    expect(opened(mailtoOf(long).href)).toEqual(letterOf(long));
  });

  it('holds a short letter where there is no room', () => {
    const district = '学'.repeat(80);
    const { href, whole } = mailtoOf(facts({ district }));
    expect(whole).toBe(false);
    expect(opened(href).subject).toBe(`SFTP access for ${district}`);
    expect(opened(href).body).toContain('Please give us credentials');
    expect(opened(href).body).not.toContain('classtag_users');
  });

  it('cuts a name between letters, never within one', () => {
    const family = '👩‍👩‍👧‍👦';
    const { subject, body } = opened(mailtoOf(facts({ district: family.repeat(18) })).href);
    const cut = subject?.replace('SFTP access for ', '') ?? '';
    expect(cut).toMatch(new RegExp(`^(?:${family})+…$`));
    expect(body).toContain(`${cut} has set up`);
  });

  it.each([
    ['a plus, a percent and an ampersand', 'A+B & 100% #1?'],
    ['quotes and a slash', `O'Neill "North"/South`],
    ['right-to-left letters', 'מחוז חינוך'],
  ])('keeps %s as they are', (_, district) => {
    const { href } = mailtoOf(facts({ district }));
    expect(opened(href)).toEqual(letterOf(facts({ district })));
  });

  it('is never too long, and always decodes, whatever the names are', () => {
    const name = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('🏫', 'é', 'e\u0301', '学', '👩‍👩‍👧‍👦', '\ud83d', 'ab ').map((part) => part.repeat(200)),
    );
    const anyFacts = fc.record({ district: name, template: name, port: fc.nat(65_535) }).map((any) =>
      facts({
        district: any.district.slice(0, 200),
        host: `${'a'.repeat(60)}.powerschool.com:${any.port}`,
        templates: {
          ...facts().templates,
          users: { name: any.template.slice(0, 200), savedOn: 'Nov 23, 2026', verifiedOn: '' },
        },
      }),
    );
    fc.assert(
      fc.property(anyFacts, (any) => {
        const { href, whole } = mailtoOf(any);
        expect(href.length).toBeLessThanOrEqual(2_000);
        expect(href).toMatch(/^mailto:support@classtag\.com\?subject=[!-~]+&body=[!-~]+$/);
        const letter = letterOf(any);
        const got = opened(href);
        if (whole) {
          expect(got).toEqual(letter);
          return;
        }
        const start = (text: string) => text.split('…')[0] ?? '';
        expect(letter.subject.startsWith(start(got.subject ?? ''))).toBe(true);
        expect(got.body).toContain(`${got.subject?.replace('SFTP access for ', '')} has set up`);
      }),
      { numRuns: 500 },
    );
  });
});
