import type { SummaryLine } from '../../utils/template/types.ts';
import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Mark } from '../parts/Mark.tsx';
import * as t from '../texts.ts';
import type { FileView, SummaryView } from '../view.ts';

const MARKS = { right: 'yes', wrong: 'change', missing: 'stop', ambiguous: 'stop', 'read-only': 'stop' } as const;

function Row({ line }: { line: SummaryLine }) {
  const words = say(t.LINE_STATE[line.state]);
  const plain = line.state === 'right' || line.state === 'wrong';
  return (
    <tr class={line.state}>
      <th scope="row">
        <bdi>{line.name}</bdi>
        {!plain && <small class="trouble">{words}</small>}
      </th>
      <td>{line.now === '' ? <i class="hint">{plain ? say('empty') : '–'}</i> : line.now}</td>
      <td>{line.wanted}</td>
      <td>
        <Mark is={MARKS[line.state]} label={words} />
      </td>
    </tr>
  );
}

interface SummaryProps {
  body: SummaryView;
  file: FileView | undefined;
  off: boolean;
  /** Does the next act stand here? The guided set-up has its own. */
  lead: boolean;
  /** Is "Go on with …" the primary button? Then there is nothing to press here. */
  goesOn: boolean;
  onFill(): void;
}

/** Step 3: the six lines of the export summary as they are and as they should be. */
export function Summary({ body, file, off, lead, goesOn, onFill }: SummaryProps) {
  const toChange = body.lines.some((line) => line.state === 'wrong');
  return (
    <section>
      <table>
        <caption class="sr">{say('summary')}</caption>
        <thead>
          <tr>
            <th scope="col">{say('setting')}</th>
            <th scope="col">{say('now')}</th>
            <th scope="col">{say('wanted')}</th>
            <th scope="col">
              <span class="sr">{say('state')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {body.lines.map((line) => (
            <Row key={line.control} line={line} />
          ))}
        </tbody>
      </table>
      {!body.ready && !toChange && <p class="then">{say('lines_left')}</p>}
      {body.ready && (
        <p class={goesOn ? 'hint' : 'then'}>
          {goesOn ? say('save_again') : say('summary_ready', file?.templateName ?? '')}
        </p>
      )}
      {toChange && (
        <p class="acts">
          <Button kind={lead ? 'primary' : 'plain'} off={off} onPress={onFill}>
            {say('fill_summary')}
          </Button>
        </p>
      )}
    </section>
  );
}
