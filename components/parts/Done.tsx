import { say } from '../../utils/words/say.ts';
import type { ReceiverView } from '../view.ts';
import { Button } from './Button.tsx';
import { Mark } from './Mark.tsx';

export interface DoneProps {
  receiver: ReceiverView;
  /** Something else is the next act. */
  isPlain: boolean;
  /** Opens the page that says what comes next. */
  onFinish(): void;
}

/** The finished state: says so, and what comes next (the guide's last section). */
export function Done({ receiver: { name, support }, isPlain, onFinish }: DoneProps) {
  return (
    <>
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
      <p class="acts">
        <Button kind={isPlain ? 'plain' : 'primary'} onPress={onFinish}>
          {say('what_next')}
        </Button>
      </p>
    </>
  );
}
