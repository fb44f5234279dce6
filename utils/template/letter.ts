import type { Profile } from '../profile/schema.ts';
import type { Choices } from './types.ts';

/** What the letter to the receiver tells of. */
export interface LetterFacts {
  profile: Profile;
  /** Host of the PowerSchool site. */
  host: string;
  /** By file id: the template's name, and formatted dates. */
  templates: Record<string, { name: string; savedOn: string; verifiedOn: string }>;
  /** As the administrator typed it, '' while not. */
  district: string;
  choices: Pick<Choices, 'profile'>;
}

export interface Letter {
  to: string;
  subject: string;
  body: string;
}

/** Stands in the letter until the district's name is known. */
export const PLACEHOLDER = '[district name]';

/** The letter that asks the receiver for access to its SFTP server, and says what was set up. */
export function letterOf(facts: LetterFacts): Letter {
  const { profile, templates } = facts;
  const { output } = profile;
  const files = profile.files.map(({ id, fileName }) => {
    const { name, savedOn, verifiedOn } = templates[id] ?? { name: '', savedOn: '', verifiedOn: '' };
    return [`- ${fileName}: ${inOneLine(name)}`, savedOn && `saved ${savedOn}`, verifiedOn && `verified ${verifiedOn}`]
      .filter((part) => part !== '')
      .join(', ');
  });
  return written(facts, [
    `PowerSchool site: ${facts.host}`,
    ['Templates in the Data Export Manager:', ...files].join('\n'),
    [
      'Each has these settings:',
      `- Line delimiter: ${output.lineDelimiter}`,
      `- Field delimiter: ${output.fieldDelimiter}`,
      `- Character set: ${output.characterSet}`,
      `- Column headers: ${output.includeHeaders ? 'included' : 'not included'}`,
      `- Quotes around values: ${output.surroundInQuotes ? 'yes' : 'no'}`,
    ].join('\n'),
    choiceLines(facts).join('\n'),
  ]);
}

/** With what is left where the whole letter is too long for a link. */
const shortLetterOf = (facts: LetterFacts): Letter => written(facts, [`PowerSchool site: ${facts.host}`]);

function written(facts: LetterFacts, details: string[]): Letter {
  const { profile } = facts;
  const district = inOneLine(facts.district) || PLACEHOLDER;
  return {
    to: profile.support,
    subject: `SFTP access for ${district}`,
    body: [
      'Hello,',
      `${district} has set up its PowerSchool exports for ${profile.name} and would like to send them by SFTP. Please give us credentials for your SFTP server, and tell us the next steps.`,
      ...details.filter((detail) => detail !== ''),
      'Thank you',
    ].join('\n\n'),
  };
}

/** What the administrator chose, in words that the receiver understands too. */
function choiceLines({ profile, choices }: LetterFacts): string[] {
  return profile.choices.map(({ id, file, label, swap, leaveOut }) => {
    const chosen = choices.profile[id] === true;
    const fileName = profile.files.find((one) => one.id === file)?.fileName ?? file;
    if (swap) return `Labels ${swap.join(' and ')} in ${fileName}: ${chosen ? 'swapped' : 'not swapped'}`;
    if (leaveOut !== undefined) return `Column ${leaveOut} in ${fileName}: ${chosen ? 'left out' : 'not left out'}`;
    return `${label}: ${chosen ? 'yes' : 'no'}`;
  });
}

/** Without line breaks, and without halves of letters, which no address can hold. */
const inOneLine = (text: string) => text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();

/** Some mail programs, and Windows, cut longer links off. */
const LONGEST = 1_999;
const letters = new Intl.Segmenter('en-US', { granularity: 'grapheme' });

/**
 * The letter as a link for the mail program.
 * @returns `whole: false` where the link has room for a short letter only, with the district's name cut if need be.
 */
export function mailtoOf(facts: LetterFacts): { href: string; whole: boolean } {
  const whole = addressOf(letterOf(facts));
  if (whole.length <= LONGEST) return { href: whole, whole: true };
  const name = Array.from(letters.segment(inOneLine(facts.district)), ({ segment }) => segment);
  let href = addressOf(shortLetterOf(facts));
  for (let kept = name.length - 1; href.length > LONGEST && kept >= 0; kept -= 1) {
    href = addressOf(shortLetterOf({ ...facts, district: `${name.slice(0, kept).join('').trimEnd()}…` }));
  }
  return { href, whole: false };
}

/** RFC 6068: line breaks are CR LF. */
function addressOf({ to, subject, body }: Letter): string {
  const address = encodeURIComponent(to).replace('%40', '@');
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
}
