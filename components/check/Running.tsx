import { count, list, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import * as t from './texts.ts';
import type { RunningBody } from './types.ts';

/** Of a folder's files the first are named. */
const FILES = 12;

/** How far the check is. The numbers run; what is read aloud changes by quarters only. */
export function Running({
  body: { files, progress, reading, left },
  onCancel,
}: {
  body: RunningBody;
  onCancel(): void;
}) {
  const part = t.share(progress);
  return (
    <section aria-labelledby="running">
      <h2 id="running">{say('check_running')}</h2>
      <div
        class="progress"
        role="progressbar"
        aria-label={say('check_progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(100 * part)}
      >
        <div style={{ width: `${100 * part}%` }} />
      </div>
      <div class="paces">
        <p>
          <b>{progress === null ? say('check_starting') : say('check_reading', list(reading))}</b>
        </p>
        {progress !== null && (
          <p>
            {t.bytesOf(progress)} · {count('check_rows', progress.rows)}
            {left !== null && ` · ${t.timeLeft(left)}`}
          </p>
        )}
      </div>
      <p class="sr" role="status">
        {t.quarter(Math.floor(4 * part))}
      </p>
      <ul class="given">
        {files.slice(0, FILES).map(({ name, bytes }) => (
          <li key={name}>
            <bdi>{name}</bdi> <span class="hint">{t.size(bytes)}</span>
          </li>
        ))}
      </ul>
      {files.length > FILES && <p class="hint">{say('more_rows', files.length - FILES)}</p>}
      <p class="acts">
        <Button onPress={onCancel}>{say('cancel')}</Button>
      </p>
    </section>
  );
}
