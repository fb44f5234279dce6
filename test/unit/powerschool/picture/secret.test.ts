import fc from 'fast-check';
import { expect, it } from 'vitest';
import { takePicture } from '../../../../utils/powerschool/picture/picture.ts';
import { classtag } from '../../../../utils/profile/classtag.ts';
import { namesOf } from '../../../../utils/profile/names.ts';
import { fixtureHtml, openPage } from '../fixtures.ts';
import { plantedPage, wordTwins } from './planting.ts';

const names = namesOf(classtag);

/** One window for all pages of a test: a new one for each takes longer than the picture. */
const shared = openPage('');
// What is hidden is not looked for here, and takes jsdom most of the time.
(shared.document.defaultView as unknown as typeof globalThis).Element.prototype.checkVisibility = () => true;

function show(html: string): void {
  const { document } = shared;
  const { DOMParser } = document.defaultView as unknown as typeof globalThis;
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  document.documentElement.replaceWith(document.importNode(parsed.documentElement, true));
}

const picture = () => takePicture(shared.document, shared.location, names);

/** Everything that may be written in a page differs, and the pictures do not: so none of it is in them. */
it('is the same for two pages that differ in every text, in every place where a page can hold one', () => {
  fc.assert(
    fc.property(fc.array(wordTwins, { minLength: 1, maxLength: 12 }), (twins) => {
      const pages = [0, 1].map((which) => {
        let at = 0;
        return plantedPage(() => (twins[at++ % twins.length] as [string, string])[which] ?? '');
      });
      const [one, other] = pages.map((page) => {
        show(page);
        return picture();
      }) as [string, string];
      expect(one).toBe(other);
      for (const [word] of twins) expect(one.toLowerCase()).not.toContain(word.toLowerCase());
    }),
    { numRuns: 60, endOnFailure: true },
  );
}, 60_000);

it('is the same whatever stands in the address', () => {
  fc.assert(
    fc.property(wordTwins, ([one, other]) => {
      const addresses = [one, other].map((word) => {
        const part = encodeURIComponent(word.replace(/[^\p{L}\p{N}]/gu, ''));
        return `/admin/datamgmt/x.html;jsessionid=${part}?id=${part}#${part}`;
      });
      const [first, second] = addresses.map((address) => {
        const { pathname } = new URL(address, shared.location.href);
        return takePicture(shared.document, { pathname }, names);
      });
      expect(first).toBe(second);
      expect(first).toContain('<!-- address: /admin/datamgmt/a.html -->');
    }),
    { numRuns: 50, endOnFailure: true },
  );
});

/** The same in a page as PowerSchool's, in places that are not known beforehand. */
it.each(['columns/labeled', 'records/records', 'save/open', 'templates/schedule'])(
  'is the same for %s with texts planted anywhere',
  (name) => {
    const page = fixtureHtml(name);
    const plant = (places: readonly [number, number][], words: readonly string[]) => {
      show(page);
      const elements = [...shared.document.querySelectorAll<HTMLElement>('*')];
      for (const [at, [index, kind]] of places.entries()) {
        const element = elements[index % elements.length];
        const word = words[at % words.length] ?? '';
        if (element) PLANT[kind % PLANT.length]?.(element, word);
      }
      return picture();
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 }),
        fc.array(wordTwins, { minLength: 1, maxLength: 5 }),
        (places, twins) => {
          const ones = twins.map(([one]) => one);
          expect(plant(places, ones)).toBe(
            plant(
              places,
              twins.map(([, other]) => other),
            ),
          );
        },
      ),
      { numRuns: 10, endOnFailure: true },
    );
  },
  60_000,
);

const PLANT: ((element: HTMLElement, word: string) => void)[] = [
  (element, word) => element.append(word),
  (element, word) => element.prepend(` ${word} `),
  ...['id', 'class', 'name', 'for', 'value', 'title', 'aria-label', 'placeholder', 'data-student', 'href', 'alt'].map(
    (name) => (element: HTMLElement, word: string) => element.setAttribute(name, word),
  ),
  ...['id', 'class', 'name', 'value'].map(
    (name) => (element: HTMLElement, word: string) =>
      element.setAttribute(name, `${element.getAttribute(name) ?? ''}_${word}`),
  ),
  (element, word) => {
    if ('value' in element && element.localName === 'input') element.value = word;
  },
  (element, word) => element.append(element.ownerDocument.createComment(word)),
];
