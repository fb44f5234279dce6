/**
 * A language that nobody speaks, made from the English texts: what is not in its brackets was not translated, and what
 * breaks when words grow by 40 %, or run from right to left, breaks here.
 */

import { catalogOf, sentencesOf } from '../../utils/words/catalogs.ts';
import { keyOf } from '../../utils/words/sentences.ts';

/** Latin letters with accents; and Hebrew ones, so that words really run from right to left. */
const LETTERS = {
  ltr: ['abcdefghijklmnopqrstuvwxyz', 'áƀçđéƒğĥíĵķłɱñöƥɋřšťúṽŵẋýž'],
  rtl: ['abcdefghijklmnopqrstuvwxyz', 'אבגדהוזחטיכלמנסעפצקרשתאבגד'],
} as const;

const LONGER = 1.4;
/** Of words, because a text that grows in one word only would find other faults. */
const FILLER = ' eno owt eerht ruof evif xis neves thgie enin net';

const PLACE = /\{\w+\}/g;

/** `⟦Šáṽé {1} …⟧`: 40 % longer, places kept. */
function pseudoText(text: string, dir: 'ltr' | 'rtl'): string {
  const [from, to] = LETTERS[dir];
  const letters = new Map([...from].map((letter, at) => [letter, [...to][at] ?? letter]));
  const length = text.replace(PLACE, '').length;
  const filler = FILLER.repeat(Math.ceil((length * (LONGER - 1)) / FILLER.length));
  const longer = text + filler.slice(0, Math.ceil(length * (LONGER - 1))).trimEnd();
  const strangeOf = (letter: string) => {
    const strange = letters.get(letter.toLowerCase());
    if (strange === undefined) return letter;
    return letter === letter.toLowerCase() ? strange : strange.toUpperCase();
  };
  const parts = longer.split(PLACE).map((part) => Array.from(part, strangeOf).join(''));
  const places = longer.match(PLACE) ?? [];
  return `⟦${parts.map((part, at) => part + (places[at] ?? '')).join('')}⟧`;
}

/** Everything that can be said, in it: the catalogs, and the sentences that stand in the code. */
export function pseudoTexts(dir: 'ltr' | 'rtl'): Record<string, string> {
  const english = catalogOf('en');
  // A test holds that Spanish has them all.
  const sentences = Object.keys(sentencesOf('es')).map((sentence) => [keyOf(sentence), sentence] as const);
  const texts = [...Object.entries(english), ...sentences].map(([key, text]) => [key, pseudoText(text, dir)]);
  return { ...Object.fromEntries(texts), locale: english.locale, dir, sentences_in: 'catalog' };
}
