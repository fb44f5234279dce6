import { describe, expect, it } from 'vitest';
import { hasStraySpace, hiddenIn, visible } from '../../../utils/template/characters.ts';

describe('characters that cannot be seen', () => {
  it.each([
    ['email', 'email', []],
    ['first name', 'first name', []],
    ['\ufeffemail', 'email', ['U+FEFF']],
    ['em\u200bail', 'email', ['U+200B']],
    ['em\u00adail', 'email', ['U+00AD']],
    ['\u202eemail\u202c', 'email', ['U+202E', 'U+202C']],
    ['\u2066email\u2069', 'email', ['U+2066', 'U+2069']],
    ['email\u0000', 'email', ['U+0000']],
    ['email\u007f', 'email', ['U+007F']],
    ['email\u0085', 'email', ['U+0085']],
    ['first\u00a0name', 'first name', ['U+00A0']],
    ['\u00a0email\u00a0', 'email', ['U+00A0']],
    ['\u3000email', 'email', ['U+3000']],
    ['email\t', 'email', ['U+0009']],
    ['\u2003email', 'email', ['U+2003']],
    ['é à ñ ß 漢', 'é à ñ ß 漢', []],
  ])('%j', (text, seen, codes) => {
    expect(visible(text)).toBe(seen);
    expect(hiddenIn(text)).toEqual(codes);
  });

  it.each([
    [' email', true],
    ['email ', true],
    ['e mail', false],
    ['', false],
  ])('stray space in %j: %s', (text, stray) => expect(hasStraySpace(text)).toBe(stray));
});
