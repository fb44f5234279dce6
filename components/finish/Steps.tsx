import { inWords, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import * as t from './texts.ts';
import type { FinishActions, FinishView } from './types.ts';

/** What is still to be done, in order, and by whom. */
export function Steps({ view: { receiver, files, afterwards }, on }: { view: FinishView; on: FinishActions }) {
  const steps = [
    { who: say('finish_you'), text: say('finish_write', receiver.name) },
    { who: receiver.name, text: say('finish_sends') },
    { who: say('finish_it'), text: say('finish_connection') },
    { who: say('finish_you'), text: t.schedule(files) },
    ...afterwards.steps.map(({ who, text }) => ({
      who: who === 'you' ? say('finish_you') : receiver.name,
      text: inWords(text),
    })),
  ];
  return (
    <section aria-labelledby="steps">
      <h2 id="steps">{say('finish_steps')}</h2>
      <ol class="remaining">
        {steps.map(({ who, text }) => (
          <li key={text}>
            <b>{who}:</b> <span>{text}</span>
          </li>
        ))}
      </ol>
      <Hint text={say('finish_source', inWords(afterwards.source))} />
      <p class="acts">
        <Button onPress={on.openTemplates}>{say('open_my_templates')}</Button>
      </p>
    </section>
  );
}
