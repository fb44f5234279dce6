import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import * as t from './texts.ts';
import type { FinishActions, FinishView } from './types.ts';

/** What is still to be done, in order, and by whom. */
export function Steps({ view: { receiver, files, afterwards }, on }: { view: FinishView; on: FinishActions }) {
  const steps = [
    { who: t.YOU, text: t.write(receiver.name) },
    { who: receiver.name, text: t.SENDS },
    { who: t.IT, text: t.CONNECTION },
    { who: t.YOU, text: t.schedule(files) },
    ...afterwards.steps.map(({ who, text }) => ({ who: who === 'you' ? t.YOU : receiver.name, text })),
  ];
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{t.STEPS}</h2>
      <ol class="remaining">
        {steps.map(({ who, text }) => (
          <li key={text}>
            <b>{who}:</b> <span>{text}</span>
          </li>
        ))}
      </ol>
      <Hint text={t.source(afterwards.source)} />
      <p class="acts">
        <Button onPress={on.openTemplates}>{t.OPEN_TEMPLATES}</Button>
      </p>
    </section>
  );
}
