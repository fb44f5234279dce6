import type { Finding, Place } from '../../utils/roster/report.ts';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Label } from '../parts/Label.tsx';
import { mask } from './mask.ts';
import { ShownFirst } from './ShownFirst.tsx';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';

/** Places shown at once. */
const FIRST = 5;
/** A value of megabytes is shown by its beginning. */
const MOST_LETTERS = 200;

function Value({ value, shown }: { value: string | null; shown: boolean }) {
  if (value === null) return <i class="hint">{t.WHOLE_ROW}</i>;
  if (value !== '' && !shown) {
    return (
      <>
        <span aria-hidden="true">{mask(value)}</span>
        <span class="sr">{t.HIDDEN}</span>
      </>
    );
  }
  const text = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)} …` : value;
  return <Label text={text} empty={t.EMPTY} />;
}

interface PlacesProps {
  finding: Finding;
  places: Place[];
  values: boolean;
}

function Places({ finding, places, values }: PlacesProps) {
  const hasColumn = places.some(({ column }) => column !== finding.column);
  const hasId = places.some(({ id }) => id !== null);
  const hasValue = places.some(({ value }) => value !== null);
  const heads = [
    t.HEADS.line,
    t.HEADS.row,
    hasColumn && t.HEADS.column,
    hasId && t.HEADS.id,
    hasValue && t.HEADS.value,
  ];
  return (
    <table class={hasValue ? 'places' : 'places is-short'}>
      <caption class="sr">{t.placesOf(finding.message)}</caption>
      <thead>
        <tr>
          {heads.map(
            (head) =>
              head && (
                <th key={head} scope="col">
                  {head}
                </th>
              ),
          )}
        </tr>
      </thead>
      <tbody>
        {places.map(({ line, row, column, id, value }, at) => (
          <tr key={`${at} ${row}`}>
            <th scope="row">{t.number(line)}</th>
            <td class="number">{t.number(row)}</td>
            {hasColumn && (
              <td>
                <Label text={column ?? ''} empty={t.WHOLE_ROW} />
              </td>
            )}
            {hasId && (
              <td>
                <Label text={id ?? ''} empty={t.NO_ID} />
              </td>
            )}
            {hasValue && (
              <td>
                <Value value={value} shown={values} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface FoundProps {
  finding: Finding;
  fileName: string;
  /** Are values of cells shown? */
  values: boolean;
}

/** One cause: how bad, where, how often, what to do, why, and the rows. */
export function Found({ finding, fileName, values }: FoundProps) {
  const { severity, code, column, count, message, advice, reason, source, places } = finding;
  const unlisted = count - places.length;
  return (
    <article class={`finding is-${severity}`}>
      <p class="kind">
        <Sign is={severity} />
        <b>{t.SEVERITY[severity]}</b>
        <span class="code">{code}</span>
      </p>
      <div class="body">
        <h3>{message}</h3>
        <p class="where">
          <bdi>{fileName}</bdi>
          {column !== null && (
            <>
              {' '}
              · {t.COLUMN} <Label text={column} empty={t.EMPTY} />
            </>
          )}{' '}
          · {t.inAll(count)}
        </p>
        {advice !== '' && (
          <p>
            <b>{t.TO_DO}:</b> {advice}
          </p>
        )}
        {(reason !== '' || source !== '') && (
          <div class="for-print">
            <Disclosure title={t.WHY}>
              <p>{reason}</p>
              <Hint text={source === '' ? '' : t.source(source)} />
            </Disclosure>
          </div>
        )}
        {places.length > 0 && (
          <>
            <ShownFirst items={places} first={FIRST} more={t.moreRows} fewer={t.FEWER_ROWS}>
              {(shown) => (
                <>
                  <Places finding={finding} places={shown} values={values} />
                  {count > shown.length && <p class="hint on-paper">{t.notPrinted(count - shown.length)}</p>}
                </>
              )}
            </ShownFirst>
            {unlisted > 0 && <p class="hint on-screen">{t.notListed(unlisted)}</p>}
          </>
        )}
      </div>
    </article>
  );
}
