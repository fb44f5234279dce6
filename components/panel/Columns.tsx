import { count, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Label } from '../parts/Label.tsx';
import { Line } from '../parts/Line.tsx';
import { LongList } from '../parts/LongList.tsx';
import { ProblemList } from '../parts/ProblemList.tsx';
import * as t from '../texts.ts';
import type { ColumnsView } from '../view.ts';
import { Refusals } from './Refusals.tsx';

interface ColumnsProps {
  body: ColumnsView;
  off: boolean;
  /** Does the next act stand here? The guided set-up has its own. */
  lead: boolean;
  onSelect(): void;
  onLabel(): void;
}

function Names({ title, names }: { title: string; names: string[] }) {
  if (names.length === 0) return null;
  return (
    <>
      {title !== '' && <h3>{title}</h3>}
      <LongList items={names} keyOf={(name) => name}>
        {(name) => <Label text={name} empty="" />}
      </LongList>
    </>
  );
}

/** Step 1: which fields, which labels, what is still wrong, and the next act. */
export function Columns({ body, off, lead, onSelect, onLabel }: ColumnsProps) {
  const { willTick, willUntick, labels } = body;
  const toSelect = willTick.length + willUntick.length;
  const typed = labels.lines.filter((line) => line.kind === 'typed').length;
  const toLabel = labels.lines.length - typed;
  return (
    <section>
      <Line done={toSelect === 0 && body.ticked > 0}>
        {toSelect > 0
          ? t.willSelect(willTick.length, willUntick.length)
          : body.ticked > 0
            ? count('chosen', body.ticked)
            : say('chosen_none')}
      </Line>
      {toSelect > 0 && (
        <Disclosure title={say('which_fields')}>
          <Names title={willUntick.length > 0 ? say('to_tick') : ''} names={willTick} />
          <Names title={say('to_untick')} names={willUntick} />
        </Disclosure>
      )}
      {body.ticked > 0 && (
        <>
          {labels.right > 0 && <Line done>{count('labels_right', labels.right)}</Line>}
          {toLabel > 0 && <Line done={false}>{count('labels_to_change', toLabel)}</Line>}
          {typed > 0 && <Line done={false}>{count('labels_typed', typed)}</Line>}
          {labels.refusals.length > 0 && (
            <Disclosure title={count('labels_left', labels.refusals.length)}>
              <Refusals refusals={labels.refusals} />
            </Disclosure>
          )}
        </>
      )}
      <ProblemList problems={body.problems} />
      {body.ready && <p class="then">{say('columns_ready')}</p>}
      {toSelect + labels.lines.length > 0 && (
        <p class="acts">
          {toSelect > 0 && (
            <Button kind={lead ? 'primary' : 'plain'} off={off} onPress={onSelect}>
              {say('select_fields')}
            </Button>
          )}
          {labels.lines.length > 0 && (
            <Button kind={lead && toSelect === 0 && toLabel > 0 ? 'primary' : 'plain'} off={off} onPress={onLabel}>
              {say('auto_label')}
            </Button>
          )}
        </p>
      )}
    </section>
  );
}
