/** Invented names, as many as are wanted, each pair once. */

const GIVEN = (
  'Ada Ben Chloe Dario Elena Farid Grace Hugo Iris Jonas Keira Liam Maya Noah Olive Pavel Quinn Rosa Samir Tessa Umar ' +
  'Vera Wendell Ximena Yusuf Zara Anouk Bruno Camille Deon Esther Felix Greta Hassan Ingrid Javier Kofi Leila Mateo ' +
  'Nadia Oscar Priya Rafael Sofía Théo Uma Viktor Willa'
).split(' ');
const HEADS =
  'Bar Cal Dan El Far Gar Hal Is Jor Kal Lan Mar Nor Ol Par Quin Ros Sal Tor Ul Van Wes Yar Zel Ash Bren Cor Der Em Fin Gil Hart'.split(
    ' ',
  );
const MIDDLES = 'a e i o u an en in on er or al el ol am em im om ar ir ad ed id od ak ek ik ok at et it ot'.split(' ');
const TAILS =
  'berg son ton ley field man ford well worth by dale mont stein wick ham ski dez ner gard strand hurst low shaw beck croft nér holm lund more quist rell vez'.split(
    ' ',
  );
const PLAIN = HEADS.length * MIDDLES.length * TAILS.length;

/** Given names that one family name goes with. */
export const GIVEN_NAMES = GIVEN.length;

/** @param index from 0, below GIVEN_NAMES. */
export function givenName(index: number): string {
  return GIVEN[index] ?? '';
}

function plain(index: number): string {
  const head = HEADS[index % HEADS.length] ?? '';
  const middle = MIDDLES[Math.floor(index / HEADS.length) % MIDDLES.length] ?? '';
  const tail = TAILS[Math.floor(index / (HEADS.length * MIDDLES.length)) % TAILS.length] ?? '';
  return head + middle + tail;
}

/** Another one for each index: a plain name first, then double ones. */
export function familyName(index: number): string {
  const round = Math.floor(index / PLAIN);
  return round === 0 ? plain(index) : `${plain(index % PLAIN)}-${plain(round)}`;
}

/** For an address: small letters without accents. */
export function mailName(name: string): string {
  return name.toLowerCase().replaceAll('é', 'e').replaceAll('í', 'i');
}
