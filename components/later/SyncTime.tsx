import { useEffect, useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { time } from '../../utils/words/times.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { trusted } from '../trusted.ts';
import type { AdviceView } from './schedule.ts';
import * as t from './schedule-texts.ts';

interface SyncTimeProps {
  times: AdviceView;
  onSyncAt(at: string | null): void;
}

/** The panel shows one step at a time, hence one such box. */
const ID = 'sync-at';
const WHOLE = /^\d\d:\d\d$/;

/** When each file goes, why then, and a box for the time that the administrator knows better. */
export function SyncTime({ times, onSyncAt }: SyncTimeProps) {
  const { advice, note, chosen } = times;
  const [text, setText] = useState(chosen);
  useEffect(() => setText(chosen), [chosen]);
  const read = trusted((event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    setText(value);
    if (WHOLE.test(value) && value !== chosen) onSyncAt(value);
  });
  return (
    <>
      <h3>{say('schedule_times')}</h3>
      <ol class="times">
        {(advice.allYear ?? advice.files).map(({ fileId, fileName, at }) => (
          <li key={fileId}>
            {fileName} <b>{time(at)}</b>
          </li>
        ))}
      </ol>
      <Hint text={t.syncStarts(advice)} />
      {advice.changes.length > 0 && <Hint text={t.clockChanges(advice)} />}
      <Hint text={say('schedule_server')} />
      <Disclosure title={say('schedule_other_time')}>
        <div class="sync-at">
          <label for={ID}>{say('schedule_sync_at')}</label>
          <input
            id={ID}
            type="time"
            value={text}
            onChange={read}
            aria-describedby={note === '' ? undefined : `${ID}-why`}
          />
          {chosen !== '' && (
            <Button kind="quiet" onPress={() => onSyncAt(null)}>
              {say('schedule_forget')}
            </Button>
          )}
          <Hint text={note} id={`${ID}-why`} />
        </div>
      </Disclosure>
    </>
  );
}
