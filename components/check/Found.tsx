import type { Finding, Place } from '../../utils/roster/report.ts';
import { count as counted, number, say } from '../../utils/words/say.ts';
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
  if (value === null) return <i class="hint">{say('check_whole_row')}</i>;
  if (value !== '' && !shown) {
    return (
      <>
        <span aria-hidden="true">{mask(value)}</span>
        <span class="sr">{say('check_hidden')}</span>
      </>
    );
  }
  const text = value.length > MOST_LETTERS ? `${value.slice(0, MOST_LETTERS)} …` : value;
  return <Label text={text} empty={say('empty')} />;
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
    say('check_head_line'),
    say('check_head_row'),
    hasColumn && say('check_head_column'),
    hasId && say('check_head_id'),
    hasValue && say('check_head_value'),
  ];
  return (
    <table class={hasValue ? 'places' : 'places is-short'}>
      <caption class="sr">{say('check_places', finding.message)}</caption>
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
            <th scope="row">{number(line)}</th>
            <td class="number">{number(row)}</td>
            {hasColumn && (
              <td>
                <Label text={column ?? ''} empty={say('check_whole_row')} />
              </td>
            )}
            {hasId && (
              <td>
                <Label text={id ?? ''} empty={say('check_no_id')} />
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
        <b>{say(`severity_${severity}`)}</b>
        <span class="code">{code}</span>
      </p>
      <div class="body">
        <h3>{message}</h3>
        <p class="where">
          <bdi>{fileName}</bdi>
          {column !== null && (
            <>
              {' '}
              · {say('check_column')} <Label text={column} empty={say('empty')} />
            </>
          )}{' '}
          · {say('check_in_all', count)}
        </p>
        {advice !== '' && (
          <p>
            <b>{say('check_to_do')}</b> {advice}
          </p>
        )}
        {(reason !== '' || source !== '') && (
          <div class="for-print">
            <Disclosure title={say('check_why')}>
              <p>{reason}</p>
              <Hint text={source === '' ? '' : say('check_source', source)} />
            </Disclosure>
          </div>
        )}
        {places.length > 0 && (
          <>
            <ShownFirst items={places} first={FIRST} more={t.moreRows} fewer={say('check_fewer_rows')}>
              {(shown) => (
                <>
                  <Places finding={finding} places={shown} values={values} />
                  {count > shown.length && (
                    <p class="hint on-paper">{counted('check_not_printed', count - shown.length)}</p>
                  )}
                </>
              )}
            </ShownFirst>
            {unlisted > 0 && <p class="hint on-screen">{counted('check_not_listed', unlisted)}</p>}
          </>
        )}
      </div>
    </article>
  );
}
