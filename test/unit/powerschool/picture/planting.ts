import fc from 'fast-check';
import { knownParts } from '../../../../utils/powerschool/picture/known.ts';

/** Signs of many scripts by what the picture may tell of them: which of a row it is, it may not. */
const ALPHABETS: Record<string, string[]> = {
  small: [...'bcdefghijklmnopqrstuvwxyz', ...'äéñøßřžâçабвгджзклмнпрстуфхцчшщъыьэюяαβγδεζηθ'],
  other: [...'أبتثجحخدذرزسشصضطظعغفقكلمنهوיאבגדהוזחטצกขคงจชซญ', ...'山田花子鈴木一郎東京김이박최정ひらがなカタ'],
  capital: [...'BCDEFGHIJKLMNOPQRSTUVWXYZ', ...'ÄÉÑØŘŽÂÇАБВГДЖЗКЛМНПРСТУФΒΓΔΕΖΗΘ'],
  digit: [...'012345678', ...'٠١٢٣٤٥٦٧٨०१२३४५६७'],
  quote: [...'"“”„‟«»「」'],
  sign: [..."!#$%&()*+,;=@[]^`{|}~'§€£¥°±×÷…–—•‘’😀🎓🏫♥★"],
};
/** Written in HTML as they are; the rest would end an attribute's name or a tag. */
const INVISIBLE = ['', '\u200b', '\u00ad', '\u202e'];

type Kind = keyof typeof ALPHABETS;

const sign = (kind: Kind) => fc.constantFrom(...(ALPHABETS[kind] ?? []));

function twins(kinds: readonly Kind[], length: { min: number; max: number }): fc.Arbitrary<[string, string]> {
  return fc
    .array(fc.constantFrom(...kinds), { minLength: length.min, maxLength: length.max })
    .chain((row) => fc.tuple(word(row), word(row), fc.constantFrom(...INVISIBLE)))
    .map(([one, other, mark]) => [one + mark, other + mark]);
}

const word = (row: readonly Kind[]) => fc.tuple(...row.map(sign)).map((signs) => signs.join(''));

/** Words in a word: runs of letters and digits, and what capitals and digits make of them. */
const WORDS = [/[\p{L}\p{M}\p{N}]+/gu, /[\p{L}\p{M}]+/gu, /\p{Lu}?[^\p{Lu}\P{L}]+|\p{Lu}+/gu];

/** `÷Ps”`, `jq2`: chance made a word of the list. */
const holdsKnown = (word: string) =>
  WORDS.some((kind) => (word.match(kind) ?? []).some((part) => knownParts.has(part.toLowerCase())));

/** Two different words that look alike to the picture: of any script, of signs too, or numbers alone. */
export const wordTwins = fc
  .oneof(
    twins(['small', 'other', 'capital', 'digit'], { min: 5, max: 14 }),
    twins(['small', 'other', 'capital', 'digit', 'sign', 'quote'], { min: 5, max: 30 }),
    twins(['digit'], { min: 3, max: 12 }),
    twins(['small'], { min: 5, max: 12 }),
  )
  .filter((pair) => pair[0] !== pair[1] && !pair.some(holdsKnown));

/** As HTML writes it in a text or in an attribute. */
const html = (text: string): string => text.replace(/[&<>"'`=]/g, (found) => `&#${found.codePointAt(0)};`);

/** For the name of a tag or an attribute, which takes few signs. */
const inName = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '_');

/** A page in which `w` stands everywhere that a page may hold a text, alone and as a part. `w` is called for each. */
export function plantedPage(w: () => string): string {
  const t = () => html(w());
  const n = () => inName(w());
  return `<html lang="${t()}" class="${t()}" data-x="${t()}">
    <head><title>${t()}</title><meta name="${t()}" content="${t()}"><style>.${n()} { color: red }</style>
      <script>var a = "${n()}";</script><link href="${t()}"></head>
    <body class="page ${t()}" ${n()}="1" ${n()}>
    <!-- ${n()} --><h1>${t()}</h1><h2>Category ${t()}</h2><h2>${t()} Export From</h2><h2>Category${t()}</h2>
    <h2>Select/Edit Records from ${t()}</h2><h2>NQ - ${t()}</h2><h3>USERS.${t()}</h3><p>${t()} ${t()}</p>
    <x-${n()} id="student_${t()}" class="row-${t()} ${t()}row"><b>${t()}</b></x-${n()}>
    <${`q${n()}`}>text</${`q${n()}`}>
    <div id="${t()}" role="${t()}" aria-label="${t()}" aria-labelledby="${t()} ${t()}" aria-expanded="${t()}"
      aria-level="${t()}" title="${t()}" style="--x: '${n()}'" onclick="${t()}" dir="${t()}" contenteditable="${t()}">
      <a href="${t()}?dcid=${t()}" target="${t()}" class="camelCase${t()}">My Templates</a>
      <img src="${t()}" alt="${t()}" id="img${t()}"><svg><title>${t()}</title><text>${t()}</text></svg>
      <iframe src="${t()}" title="${t()}" srcdoc="${t()}">${t()}</iframe><noscript>${t()}</noscript>
      <template><p>${t()}</p></template><object data="${t()}">${t()}</object>
    </div>
    <form action="${t()}" name="${t()}"><label for="${t()}" form="${t()}">${t()}:</label>
      <input type="text" id="label_cb_users_${t()}" name="grid${t()}" value="${t()}" placeholder="${t()}" list="${t()}">
      <input type="${t()}" value="${t()}" pattern="${t()}"><input type="hidden" name="${t()}" value="${t()}">
      <input type="checkbox" value="${t()}" aria-describedby="${t()}"><input type="submit" value="${t()}">
      <input type="password" value="${t()}"><textarea placeholder="${t()}">${t()}</textarea>
      <select name="${t()}" size="${t()}"><optgroup label="${t()}"><option value="${t()}" label="${t()}">${t()}</option>
        <option value="CR">CR ${t()}</option><option>${t()}</option></optgroup></select></form>
    <table summary="${t()}" class="grid ${t()}"><caption>${t()}</caption><thead><tr><th scope="${t()}" abbr="${t()}">${t()}</th>
      <th>Field</th></tr></thead><tbody><tr data-id="${t()}"><td headers="${t()}" colspan="1${n()}">${t()}</td>
      <td>${t()}</td></tr></tbody></table><dialog open="${t()}">${t()}</dialog></body></html>`;
}
