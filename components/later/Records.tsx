import { count, list, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Mark } from '../parts/Mark.tsx';
import type { FindingView, RecordsView, ShownCells } from './records.ts';
import * as t from './records-texts.ts';

interface RecordsProps {
  body: RecordsView;
  receiver: string;
  /** The guided set-up says itself what to press. */
  guided: boolean;
  /** Null: show none any more. */
  onShow(finding: number | null): void;
}

const MARKS = { error: 'stop', warning: 'change', note: 'no' } as const;

/** Step 2: what of the preview was checked, and what was found, grouped by cause, worst first. */
export function Records({ body, receiver, guided, onShow }: RecordsProps) {
  const { state, findings, filters, rows, unknown, shown } = body;
  const isChecked = state === 'checked';
  return (
    <section>
      <p>{isChecked ? t.checked(body) : say(`records_${state}`)}</p>
      {isChecked && (
        <p class="line">
          <Mark is={findings.some(({ severity }) => severity === 'error') ? 'stop' : 'yes'} label="" />
          <span>{t.found(findings)}</span>
        </p>
      )}
      {findings.length > 0 && (
        <ul class="rows findings" aria-label={say('records_found')}>
          {findings.map((finding, at) => (
            <Row
              key={`${finding.code} ${finding.message}`}
              finding={finding}
              shown={shown?.finding === at ? shown : null}
              onShow={() => onShow(shown?.finding === at ? null : at)}
            />
          ))}
        </ul>
      )}
      <Hint text={rows === null ? '' : say(rows === 'all' ? 'records_all_rows' : 'records_filtered')} />
      {filters.length > 0 && (
        <Disclosure title={count('records_filters', filters.length)}>
          <ul class="rows">
            {filters.map(({ name, value }, at) => (
              <li key={`${name} ${at}`}>
                <bdi>{name}</bdi>: {value === '' ? <i class="hint">{say('empty')}</i> : <b dir="auto">{value}</b>}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Hint text={unknown.length === 0 ? '' : say('records_unknown', receiver, list(unknown))} />
      {!guided && <p class="then">{say('records_next', receiver)}</p>}
    </section>
  );
}

interface RowProps {
  finding: FindingView;
  /** Its cells, where they are shown. */
  shown: ShownCells | null;
  onShow(): void;
}

function Row({ finding: { code, severity, message, advice, points }, shown, onShow }: RowProps) {
  return (
    <li class="outcome">
      <Mark is={MARKS[severity]} label={say(`severity_${severity}`)} />
      <span>
        {message} <small class="hint">{code}</small>
      </span>
      <Hint text={advice} />
      {points && (
        <p class="acts">
          <Button kind="quiet" aria-expanded={shown !== null} onPress={onShow}>
            {shown ? say('records_hide') : say('records_show')}
          </Button>
        </p>
      )}
      {shown && (
        <>
          <ul class="cells">
            {shown.cells.map(({ row, value }) => (
              <li key={row}>
                {say('records_row', row)}:{' '}
                {value === '' ? <i class="hint">{say('empty')}</i> : <code dir="auto">{value}</code>}
              </li>
            ))}
          </ul>
          <Hint text={shown.marked ? t.moreCells(shown) : say('records_gone')} />
        </>
      )}
    </li>
  );
}
