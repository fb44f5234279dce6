import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { ChangeRow } from '../parts/ChangeRow.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Stop } from '../parts/Line.tsx';
import { Mark } from '../parts/Mark.tsx';
import type { PanelActions } from '../view.ts';
import * as t from './texts.ts';
import type { GuideStep, GuideView } from './types.ts';

const MARKS = { done: 'yes', now: 'change', 'to-do': 'no' } as const;

function Row({ step: { text, state } }: { step: GuideStep }) {
  return (
    <li class={`step-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <Mark is={MARKS[state]} label={say(t.STEP_STATE[state])} />
      <span>{text}</span>
    </li>
  );
}

/** The guided set-up: what is done, where it stands, and the one button that leads on. */
export function Guide({ guide, on }: { guide: GuideView; on: PanelActions }) {
  const isRunning = guide.state === 'running';
  const steps = (
    <ol class="steps">
      {guide.steps.map((step) => (
        <Row key={step.text} step={step} />
      ))}
    </ol>
  );
  return (
    <section class={`guide is-${guide.state}`} aria-label={t.guideTitle(guide)}>
      <h3>{t.guideTitle(guide)}</h3>
      {isRunning ? steps : <Disclosure title={t.stepCount(guide)}>{steps}</Disclosure>}
      {guide.message !== '' && (guide.trouble ? <Stop>{guide.message}</Stop> : <p class="then">{guide.message}</p>)}
      {guide.drift.length > 0 && (
        <ul class="rows" aria-label={say('guide_drift')}>
          {guide.drift.map((line) => (
            <li key={line.name}>
              <ChangeRow {...line} />
            </li>
          ))}
        </ul>
      )}
      <Hint text={guide.untold.length === 0 ? '' : t.untold(guide.untold)} />
      <p class="acts">
        {guide.button !== '' && (
          <Button kind={guide.primary ? 'primary' : 'plain'} onPress={() => on.later({ type: 'go-on' })}>
            {guide.button}
          </Button>
        )}
        {isRunning && (
          <Button kind="quiet" onPress={() => on.later({ type: 'pause' })}>
            {say('guide_pause')}
          </Button>
        )}
        {!isRunning && (
          <Button kind="quiet" onPress={() => on.later({ type: 'end' })}>
            {guide.state === 'done' ? say('guide_close') : say('guide_end')}
          </Button>
        )}
      </p>
    </section>
  );
}
