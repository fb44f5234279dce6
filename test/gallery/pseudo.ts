/**
 * A language that nobody speaks, made from the English texts: what is not in its brackets was not translated, and what
 * breaks when words grow by 40 %, or run from right to left, breaks here.
 */

/** Latin letters with accents; and Hebrew ones, so that words really run from right to left. */
const LETTERS = {
  ltr: ['abcdefghijklmnopqrstuvwxyz', 'áƀçđéƒğĥíĵķłɱñöƥɋřšťúṽŵẋýž'],
  rtl: ['abcdefghijklmnopqrstuvwxyz', 'אבגדהוזחטיכלמנסעפצקרשתאבגד'],
} as const;

const LONGER = 1.4;
/** Of words, because a text that grows in one word only would find other faults. */
const FILLER = ' eno owt eerht ruof evif xis neves thgie enin net';

/** `⟦Šáṽé {1} …⟧`: 40 % longer, places kept. */
function pseudoText(text: string, dir: 'ltr' | 'rtl'): string {
  const [from, to] = LETTERS[dir];
  const letters = new Map([...from].map((letter, at) => [letter, [...to][at] ?? letter]));
  const length = text.replace(/\{\d\}/g, '').length;
  const filler = FILLER.repeat(Math.ceil((length * (LONGER - 1)) / FILLER.length));
  const longer = text + filler.slice(0, Math.ceil(length * (LONGER - 1))).trimEnd();
  const strange = Array.from(longer, (letter) => {
    const strangeOne = letters.get(letter.toLowerCase());
    if (strangeOne === undefined) return letter;
    return letter === letter.toLowerCase() ? strangeOne : strangeOne.toUpperCase();
  });
  return `⟦${strange.join('')}⟧`;
}

/** The whole catalog in it. */
export function pseudoCatalog(english: Record<string, string>, dir: 'ltr' | 'rtl'): Record<string, string> {
  const texts = Object.entries(english).map(([key, text]) => [key, pseudoText(text, dir)]);
  return { ...Object.fromEntries(texts), locale: english.locale, dir };
}
