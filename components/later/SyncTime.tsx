import { useEffect, useState } from 'preact/hooks';
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
      <h3>{t.TIMES}</h3>
      <ol class="times">
        {(advice.allYear ?? advice.files).map(({ fileId, fileName, at }) => (
          <li key={fileId}>
            {fileName} <b>{t.time(at)}</b>
          </li>
        ))}
      </ol>
      <Hint text={t.syncStarts(advice)} />
      {advice.changes.length > 0 && <Hint text={t.clockChanges(advice)} />}
      <Hint text={t.SERVER_CLOCK} />
      <Disclosure title={t.OTHER_TIME}>
        <div class="sync-at">
          <label for={ID}>{t.SYNC_AT}</label>
          <input
            id={ID}
            type="time"
            value={text}
            onChange={read}
            aria-describedby={note === '' ? undefined : `${ID}-why`}
          />
          {chosen !== '' && (
            <Button kind="quiet" onPress={() => onSyncAt(null)}>
              {t.FORGET_TIME}
            </Button>
          )}
          <Hint text={note} id={`${ID}-why`} />
        </div>
      </Disclosure>
    </>
  );
}
