import type { Picture as PictureOf } from '../../utils/roster/report.ts';
import { number, say } from '../../utils/words/say.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { ShownFirst } from './ShownFirst.tsx';
import * as t from './texts.ts';

/** Bars in a picture: those of a school's grades, and some more. The table has all. */
const BARS = 16;
const LINES = 60;

function Table({ picture: { title, of, counts, bars }, total }: { picture: PictureOf; total: number }) {
  return (
    <ShownFirst items={bars} first={LINES}>
      {(shown) => (
        <table>
          <caption class="sr">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              <th scope="col">{counts}</th>
              <th scope="col">%</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ name, count }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{name || say('empty')}</bdi>
                </th>
                <td>{number(count)}</td>
                <td>{t.percent(total === 0 ? 0 : count / total)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </ShownFirst>
  );
}

function Picture({ picture }: { picture: PictureOf }) {
  const { id, title, summary, bars } = picture;
  const total = bars.reduce((sum, { count }) => sum + count, 0);
  const largest = new Set([...bars].sort((one, other) => other.count - one.count).slice(0, BARS));
  const drawn = bars.filter((bar) => largest.has(bar));
  // What is not drawn must not make what is drawn small: all other schools together are more than any one.
  const most = Math.max(1, ...drawn.map(({ count }) => count));
  const hidden = bars.length - drawn.length;
  return (
    <figure aria-labelledby={`picture-${id}`}>
      <figcaption>
        <h3 id={`picture-${id}`}>{title}</h3>
        <p>{summary}</p>
      </figcaption>
      <div class="bars" role="img" aria-label={say('check_picture', title, summary)}>
        {drawn.map(({ name, count }) => (
          <div key={name} class="bar">
            <span class="name">
              <bdi>{name || say('empty')}</bdi>
            </span>
            <span class="track">
              <span class={count === 0 ? 'fill is-none' : 'fill'} style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span class="number">{number(count)}</span>
          </div>
        ))}
      </div>
      {hidden > 0 && <p class="hint">{t.moreBars(hidden)}</p>}
      <Disclosure title={say('check_as_table')}>
        <Table picture={picture} total={total} />
      </Disclosure>
    </figure>
  );
}

/** For people who would rather look than read; behind each picture is its table. */
export function Pictures({ pictures }: { pictures: PictureOf[] }) {
  const drawn = pictures.filter(({ bars }) => bars.length > 0);
  if (drawn.length === 0) return null;
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{say('check_pictures')}</h2>
      <div class="pictures">
        {drawn.map((picture) => (
          <Picture key={picture.id} picture={picture} />
        ))}
      </div>
    </section>
  );
}
