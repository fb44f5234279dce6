import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';

interface StartOverProps {
  site: string;
  asked: boolean;
  onAsk(asked: boolean): void;
  onStartOver(): void;
}

/** Forgets the progress of a site, after asking. */
export function StartOver({ site, asked, onAsk, onStartOver }: StartOverProps) {
  if (!asked) {
    return (
      <p class="acts" key="ask">
        <Button kind="quiet" onPress={() => onAsk(true)}>
          {say('start_over')}
        </Button>
      </p>
    );
  }
  const forget = () => {
    onAsk(false);
    onStartOver();
  };
  return (
    <section class="ask" key="asked" aria-label={say('start_over')}>
      <p>{say('start_over_what', site)}</p>
      <p class="acts">
        <Button onPress={forget}>{say('forget_progress')}</Button>
        <Button onPress={() => onAsk(false)}>{say('keep_progress')}</Button>
      </p>
    </section>
  );
}
