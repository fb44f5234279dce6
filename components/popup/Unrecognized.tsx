import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';

/** The Data Export Manager's address, and no step that is recognized: how to help. */
export function Unrecognized({ onTake }: { onTake(): void }) {
  return (
    <section>
      <p>{say('picture_ask')}</p>
      <p class="acts">
        <Button onPress={onTake}>{say('picture_title')}</Button>
      </p>
    </section>
  );
}
