import type { ScheduleLine } from '../../utils/template/schedule.ts';
import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Mark } from '../parts/Mark.tsx';
import { SyncTime } from './SyncTime.tsx';
import type { ScheduleView } from './schedule.ts';
import * as t from './schedule-texts.ts';

interface ScheduleProps {
  body: ScheduleView;
  off: boolean;
  onFill(): void;
  onSyncAt(at: string | null): void;
}

const MARKS = {
  right: 'yes',
  change: 'change',
  decide: 'no',
  missing: 'stop',
  ambiguous: 'stop',
  'read-only': 'stop',
} as const;

function Row({ line: { name, now, wanted, state, why } }: { line: ScheduleLine }) {
  const isTrouble = MARKS[state] === 'stop';
  return (
    <li class="outcome">
      <Mark is={MARKS[state]} label={say(t.STATE[state])} />
      <span>
        <bdi>{name}</bdi>: {now === '' ? <i class="hint">{isTrouble ? '–' : say('empty')}</i> : <b dir="auto">{now}</b>}
        {isTrouble && <small class="trouble">{say(t.STATE[state])}</small>}
      </span>
      {state !== 'right' && wanted !== '' && <p class="hint">{say('schedule_wanted', wanted)}</p>}
      <Hint text={why} />
    </li>
  );
}

/** The dialog Set Schedule: each setting, what it should be and why; three of them can be filled. */
export function Schedule({ body, off, onFill, onSyncAt }: ScheduleProps) {
  const { template, fileName, lines, times } = body;
  const toFill = lines.filter(({ state }) => state === 'change');
  const isStuck = lines.some(({ state }) => MARKS[state] === 'stop');
  if (fileName === '') {
    return (
      <section>
        <h3>{t.scheduleOf(template)}</h3>
        <p>{say('schedule_foreign', times.advice.receiver)}</p>
      </section>
    );
  }
  return (
    <section>
      <h3>{t.scheduleOf(template)}</h3>
      <p>{say('schedule_makes', fileName)}</p>
      <ul class="rows">
        {lines.map((line) => (
          <Row key={line.control} line={line} />
        ))}
      </ul>
      {isStuck && <p class="then">{say('schedule_by_hand')}</p>}
      {toFill.length > 0 && (
        <>
          <p>{t.willSet(toFill)}</p>
          <p class="acts">
            <Button kind="primary" off={off} onPress={onFill}>
              {say('schedule_fill')}
            </Button>
          </p>
        </>
      )}
      {toFill.length === 0 && <p class="then">{say('schedule_then_save')}</p>}
      <SyncTime times={times} onSyncAt={onSyncAt} />
    </section>
  );
}
