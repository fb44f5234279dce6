import * as t from '../texts.ts';
import type { ReceiverView } from '../view.ts';
import { Mark } from './Mark.tsx';

/** The finished state: says so, and what comes next (the guide's last section). */
export function Done({ receiver: { name, support } }: { receiver: ReceiverView }) {
  const [write, schedule] = t.afterSaving(name);
  return (
    <section class="done">
      <p class="line">
        <Mark is="yes" label={t.YES} />
        <strong>{t.ALL_DONE}</strong>
      </p>
      <ol>
        <li>
          {write} <a href={`mailto:${support}`}>{support}</a>
        </li>
        <li>{schedule}</li>
      </ol>
    </section>
  );
}
