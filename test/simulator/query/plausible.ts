import { hash, pick, textKey } from '../district/random.ts';

/** Whom a row is about; what a plausible value about a person is taken from. */
export interface Person {
  givenName: string;
  familyName: string;
  email: string;
  grades: string;
  orgSourcedIds: string;
  languages: string;
}

export interface Place {
  seed: number;
  /** The column's full name, so that two columns of one row differ. */
  column: string;
  /** The row. */
  index: number;
  person: Person;
}

type Value = (place: Place) => string;

/** First match wins; names are compared in lower case, without underscores or the `a_`, `01` that force an order. */
const VALUES: [RegExp, Value][] = [
  [/e?mail/, ({ person, index }) => person.email || `user.${index + 1}@example.org`],
  [/lastfirst/, ({ person }) => `${person.familyName}, ${person.givenName}`],
  [/middle/, (place) => pick(['', '', 'A', 'J', 'M', 'R'], ...keys(place))],
  [/(first|given|preferred)name/, ({ person }) => person.givenName],
  [/(last|family|sur)name/, ({ person }) => person.familyName],
  [/(home|class)room|^room$|location/, (place) => `Room ${100 + (number(place) % 60)}`],
  [/lowgrade/, () => '0'],
  [/highgrade/, () => '12'],
  [/gradelevel/, ({ person }) => gradeNumber(person.grades)],
  [/grade/, ({ person }) => person.grades],
  [/(phone|mobile|cell|^sms|fax)/, (place) => `212-555-01${String(number(place) % 100).padStart(2, '0')}`],
  [/language/, ({ person }) => person.languages],
  [/(date|^dob$|birth|^start|^end(?!ing)|firstday|lastday)/, date],
  [/gender|^sex$/, (place) => pick(['F', 'M', 'X'], ...keys(place))],
  [/enrollstatus/, () => '0'],
  [/staffstatus|^status$/, () => '1'],
  [/(^is|^has|active|enabled|allow|exclude|flag)/, (place) => pick(['Yes', 'No'], ...keys(place))],
  [/school(id|number|sourcedid)|org(sourcedid|id)/, ({ person }) => person.orgSourcedIds.replace(/^0+/, '')],
  [/coursenumber|coursecode/, (place) => `CRS${100 + (number(place) % 400)}`],
  [/sectionnumber/, ({ index }) => String((index % 30) + 1)],
  [/term(id)?$/, (place) => pick(['3500', '3501', '3502'], ...keys(place))],
  [/year/, (place) => pick(['2025', '2026'], ...keys(place))],
  [/(period|expression)/, (place) => `${(number(place) % 7) + 1}(A)`],
  [/role|title|type/, (place) => pick(['student', 'teacher', 'administrator'], ...keys(place))],
  [/(street|address)/, (place) => `${100 + (number(place) % 900)} Example Street`],
  [/city/, () => 'Exampleton'],
  [/^state$|schoolstate/, () => 'NY'],
  [/zip|postal/, (place) => String(10_000 + (number(place) % 900))],
  [/principal|teacher$|counselor/, ({ person }) => `${person.givenName} ${person.familyName}`],
  [/(number|count|students|enrollment|hours)$/, (place) => String((number(place) % 30) + 1)],
  [
    /coursename|subject/,
    (place) => pick(['Mathematics', 'English', 'Biology', 'World History', 'Art'], ...keys(place)),
  ],
  [/abbreviation/, ({ index }) => `SCH${index + 1}`],
  [/^name$|schoolname/, ({ index }) => `Example School ${index + 1}`],
  [/name/, ({ person }) => `${person.givenName} ${person.familyName}`],
];

/** A column that tells rows apart: every row gets its own number. */
const IDENTIFIER =
  /(^|student|teacher|person|user|section|contact|guardian|sourced|d?c)(id|number|identifier)s?$|ssid|uuid|guid/;

/** What a column of that name might hold, the same for the same place. Dates are written as PowerSchool writes them. */
export function plausibleValue(field: string, place: Place): string {
  const name = (field.split('.').at(-1) ?? field)
    .toLowerCase()
    .replace(/^(?:[a-z]|\d+)_/, '')
    .replace(/^\d+/, '')
    .replaceAll('_', '');
  // School and section numbers are among the values below.
  if (IDENTIFIER.test(name) && !/^section|^school|^org/.test(name)) return identifier(place);
  const value = VALUES.find(([pattern]) => pattern.test(name))?.[1];
  if (value) return value(place);
  return /(id|ident|code|key)$/.test(name) ? identifier(place) : `${name} ${(number(place) % 1000) + 1}`;
}

function identifier({ seed, index }: Place): string {
  return String(1000 + (hash(seed) % 9000) + index);
}

function keys({ seed, column, index }: Place): [number, number, number] {
  return [seed, textKey(column), index];
}

function number(place: Place): number {
  return hash(...keys(place));
}

function date(place: Place): string {
  const random = number(place);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two((random % 12) + 1)}/${two(((random >>> 8) % 28) + 1)}/${2015 + ((random >>> 16) % 11)}`;
}

/** PowerSchool keeps grades as numbers, 0 for kindergarten. */
function gradeNumber(code: string): string {
  return code === 'KG' ? '0' : code.replace(/^0/, '');
}
