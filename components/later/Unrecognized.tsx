import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import type { PanelActions } from '../view.ts';

/** Beside what was not found on the page: how to help. */
export function Unrecognized({ on }: { on: PanelActions }) {
  return (
    <>
      <p class="hint">{say('picture_ask_part')}</p>
      <p class="acts">
        <Button onPress={() => on.later({ type: 'picture' })}>{say('picture_title')}</Button>
      </p>
    </>
  );
}
