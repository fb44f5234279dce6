import { say } from '../../utils/words/say.ts';
import type { ReceiverView } from '../view.ts';
import { Mark } from './Mark.tsx';

export interface DoneProps {
  receiver: ReceiverView;
}

/** The finished state: says so, and what comes next (the guide's last section). */
export function Done({ receiver: { name, support } }: DoneProps) {
  return (
    <section class="done">
      <p class="line">
        <Mark is="yes" label={say('yes')} />
        <strong>{say('all_done')}</strong>
      </p>
      <ol>
        <li>
          {say('done_write', name)} <a href={`mailto:${support}`}>{support}</a>
        </li>
        <li>{say('done_schedule')}</li>
      </ol>
    </section>
  );
}
