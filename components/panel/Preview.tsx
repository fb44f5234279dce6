import type { LabelLine, LabelPlan } from '../../utils/template/types.ts';
import { count, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { ChangeRow } from '../parts/ChangeRow.tsx';
import { Choice } from '../parts/Choice.tsx';
import { LongList } from '../parts/LongList.tsx';
import * as t from '../texts.ts';
import { Refusals } from './Refusals.tsx';

/** What the administrator ticked or unticked by hand, by line and what stood there then. */
export type Ticks = Record<string, boolean>;

const tickKey = (line: LabelLine) => `${line.key}\n${line.before}\n${line.after}`;
const isTicked = (line: LabelLine, ticks: Ticks) => ticks[tickKey(line)] ?? line.kind !== 'typed';

/** Keys of the lines that would change now. */
export const tickedKeys = (plan: LabelPlan, ticks: Ticks): string[] =>
  plan.lines.filter((line) => isTicked(line, ticks)).map((line) => line.key);

const groups = (receiver: string): [LabelLine['kind'], string][] => [
  ['known', say('labels_known', receiver)],
  ['unknown', say('labels_unknown', receiver)],
  ['typed', say('labels_by_hand')],
];

interface PreviewProps {
  receiver: string;
  plan: LabelPlan;
  ticks: Ticks;
  off: boolean;
  onTicks(ticks: Ticks): void;
  onConfirm(keys: string[]): void;
  onCancel(): void;
}

/** Every label before and after; nothing has been changed yet. */
export function Preview({ receiver, plan, ticks, off, onTicks, onConfirm, onCancel }: PreviewProps) {
  const keys = tickedKeys(plan, ticks);
  const typedLeft = plan.lines.filter((line) => line.kind === 'typed' && !isTicked(line, ticks)).length;
  return (
    <section class="preview">
      <p>{t.previewCount(keys.length, typedLeft)}</p>
      {groups(receiver).map(([kind, title]) => {
        const lines = plan.lines.filter((line) => line.kind === kind);
        return (
          lines.length > 0 && (
            <fieldset key={kind}>
              <legend>{title}</legend>
              <LongList items={lines} keyOf={(line) => line.key}>
                {(line) => (
                  <Choice
                    id={`line-${plan.lines.indexOf(line)}`}
                    chosen={isTicked(line, ticks)}
                    onChoose={(ticked) => onTicks({ ...ticks, [tickKey(line)]: ticked })}
                  >
                    <ChangeRow name={line.field} before={line.before} after={line.after} />
                  </Choice>
                )}
              </LongList>
            </fieldset>
          )
        );
      })}
      {plan.refusals.length > 0 && (
        <>
          <h3>{say('left_alone')}</h3>
          <Refusals refusals={plan.refusals} />
        </>
      )}
      <p class="acts stick">
        <Button kind="primary" off={off || keys.length === 0} onPress={() => onConfirm(keys)}>
          {count('change_labels', keys.length)}
        </Button>
        <Button onPress={onCancel}>{say('cancel')}</Button>
      </p>
    </section>
  );
}
