import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { ChangeRow } from '../parts/ChangeRow.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { LongList } from '../parts/LongList.tsx';
import { Mark } from '../parts/Mark.tsx';
import * as t from '../texts.ts';
import type { OutcomeView, ReportView } from '../view.ts';

const isDone = ({ result }: OutcomeView) => result === 'set' || result === 'already';

function OutcomeRow({ outcome }: { outcome: OutcomeView }) {
  const done = isDone(outcome);
  return (
    <div class="outcome">
      <Mark
        is={done ? 'yes' : 'stop'}
        label={say(`result_${done ? (outcome.result as 'set' | 'already') : 'failed'}`)}
      />
      <ChangeRow name={outcome.name} before={outcome.before} after={outcome.after} />
      <Hint text={outcome.result === 'already' ? say('result_already') : outcome.explanation} />
    </div>
  );
}

export interface ReportProps {
  report: ReportView;
  off: boolean;
  onUndo(): void;
  onDismiss(): void;
}

/** What the last action did, what did not work first, and the way back. */
export function Report({ report, off, onUndo, onDismiss }: ReportProps) {
  const outcomes = [...report.outcomes].sort((a, b) => Number(isDone(a)) - Number(isDone(b)));
  const count = t.outcomeCount(outcomes);
  const rows = (
    <LongList items={outcomes} keyOf={(outcome) => `${outcome.name}\n${outcome.before}`}>
      {(outcome) => <OutcomeRow outcome={outcome} />}
    </LongList>
  );
  if (report.folded) return <Disclosure title={`${report.title}: ${count}`}>{rows}</Disclosure>;
  return (
    <section class="report">
      <h3>{report.title}</h3>
      <p>{count}</p>
      {rows}
      <p class="acts">
        {report.undo && (
          <Button off={off} onPress={onUndo}>
            {say('undo')}
          </Button>
        )}
        <Button kind="quiet" onPress={onDismiss}>
          {say('close_report')}
        </Button>
      </p>
    </section>
  );
}
