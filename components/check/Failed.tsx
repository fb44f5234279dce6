import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Choose } from './Choose.tsx';
import { leftOutText } from './likely.ts';
import { Sign } from './Sign.tsx';
import * as t from './texts.ts';
import type { CheckActions, CheckView, FailedBody } from './types.ts';

/** There is no report: what happened, that nothing was lost, and what to do next. */
export function Failed({ view, body, on }: { view: CheckView; body: FailedBody; on: CheckActions }) {
  return (
    <section aria-labelledby="failed" class="failed">
      <div role="status">
        <h2 id="failed" class="line">
          <Sign is={body.reason === 'failed' ? 'error' : 'note'} />
          <span>{t.failed(body)}</span>
        </h2>
      </div>
      <p>{t.failedWhat(body)}</p>
      <Hint text={body.message === '' ? '' : say('check_it_said', body.message)} />
      <Hint text={leftOutText(view.leftOut)} />
      <p class="acts">
        {body.again && (
          <Button kind="primary" onPress={on.again}>
            {say('check_again')}
          </Button>
        )}
        <Choose kind={body.again ? 'plain' : 'primary'} onChoose={on.check}>
          {say('check_choose')}
        </Choose>
        <Choose folder onChoose={on.check}>
          {say('check_choose_folder')}
        </Choose>
        <Button kind="quiet" onPress={on.other}>
          {say('settings')}
        </Button>
      </p>
    </section>
  );
}
