import { Button } from '../parts/Button.tsx';
import * as t from '../texts.ts';

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
          {t.START_OVER}
        </Button>
      </p>
    );
  }
  const forget = () => {
    onAsk(false);
    onStartOver();
  };
  return (
    <section class="ask" key="asked" aria-label={t.START_OVER}>
      <p>{t.startOverWhat(site)}</p>
      <p class="acts">
        <Button onPress={forget}>{t.FORGET}</Button>
        <Button onPress={() => onAsk(false)}>{t.KEEP}</Button>
      </p>
    </section>
  );
}
