import { say } from '../../utils/words/say.ts';
import type { LaterParts } from '../later/types.ts';
import { Button } from '../parts/Button.tsx';
import { Line, Stop } from '../parts/Line.tsx';
import * as t from '../texts.ts';
import type { FileView, PanelActions, PanelView } from '../view.ts';
import { Columns } from './Columns.tsx';
import { Preview, type Ticks, tickedKeys } from './Preview.tsx';

interface BodyProps {
  view: PanelView;
  on: PanelActions;
  /** Ticks of the open label preview, null while it is closed. */
  ticks: Ticks | null;
  onTicks(ticks: Ticks | null): void;
  /** Null until the second script is there. */
  later: LaterParts | null;
}

/** The file whose "Set up …" belongs here: the one that is begun, or, when it is saved or none is open, the next. */
function goesOnWith(view: PanelView): FileView | undefined {
  const { kind } = view.body;
  const file = view.files.find((f) => f.id === view.fileId);
  if (kind === 'columns' && !file?.ticks.saved) return file;
  const isOpen = kind === 'start' && !view.askWhichFile;
  const here = isOpen || kind === 'template-list' || ((kind === 'summary' || kind === 'save') && file?.ticks.saved);
  return here && view.next !== view.fileId ? view.files.find((f) => f.id === view.next) : undefined;
}

function Step({ view, on, ticks, onTicks, later }: BodyProps) {
  const { body } = view;
  const off = view.busy !== '';
  switch (body.kind) {
    case 'columns': {
      if (ticks) {
        const confirm = (keys: string[]) => {
          onTicks(null);
          on.applyLabels(keys);
        };
        const cancel = () => onTicks(null);
        return (
          <Preview
            receiver={view.receiver.name}
            plan={body.labels}
            ticks={ticks}
            off={off}
            onTicks={onTicks}
            onConfirm={confirm}
            onCancel={cancel}
          />
        );
      }
      const proposed = tickedKeys(body.labels, {});
      const label = () => (view.actAtOnce && proposed.length > 0 ? on.applyLabels(proposed) : onTicks({}));
      return <Columns body={body} off={off} onSelect={on.selectFields} onLabel={label} lead={!view.guide?.primary} />;
    }
    case 'start':
      return view.askWhichFile || body.shown === '' ? null : (
        <p>{say('other_data_set', body.shown, view.receiver.name)}</p>
      );
    case 'stopped':
      return <Stop>{body.message}</Stop>;
    case 'later':
      return null;
    default:
      return later && <later.Step view={view} body={body} on={on} />;
  }
}

/** What is right, what is not, and the one next act. */
export function Body({ view, on, ticks, onTicks, later }: BodyProps) {
  const { body, report, guide } = view;
  const off = view.busy !== '';
  if (view.confirmLeaving !== null) return later && <later.Leaving key="leaving" view={view} on={on} />;
  const file = view.files.find((f) => f.id === view.fileId);
  const next = goesOnWith(view);
  const allDone = view.files.every((f) => f.done) && ['start', 'template-list', 'summary'].includes(body.kind);
  // Only one button is the primary one: going on waits until the summary is right.
  const unfinished =
    body.kind === 'columns' || (body.kind === 'summary' && body.lines.some((line) => line.state === 'wrong'));
  const isSaved = (body.kind === 'summary' || body.kind === 'save') && file?.ticks.saved;
  return (
    <>
      {view.busy !== '' && (
        <p class="busy" key="busy">
          <span>{view.busy}</span>
          {view.canStop && (
            <Button kind="quiet" onPress={on.cancel}>
              {say('stop_waiting')}
            </Button>
          )}
        </p>
      )}
      {guide && later && <later.Guide key="guide" guide={guide} on={on} />}
      {later && <later.Doubts key="doubts" view={view} on={on} />}
      {allDone && !guide && later && (
        <later.Done
          key="done"
          receiver={view.receiver}
          isPlain={body.kind === 'template-list'}
          onFinish={() => on.later({ type: 'finish' })}
        />
      )}
      {isSaved && !allDone && !guide && file && (
        <Line key="saved" done>
          {t.saved(file.fileName, file.templateName, file.savedOn)}
        </Line>
      )}
      <Step
        key={`${body.kind} ${ticks ? 'preview' : ''}`}
        view={view}
        on={on}
        ticks={ticks}
        onTicks={onTicks}
        later={later}
      />
      {later && view.unrecognized && <later.Unrecognized key="unrecognized" on={on} />}
      {next && !guide && !ticks && (
        <p class="acts" key="next">
          <Button
            kind={unfinished ? 'plain' : 'primary'}
            off={off}
            onPress={() => on.later({ type: 'set-up', fileId: next.id })}
          >
            {say('set_up', next.fileName)}
          </Button>
          <small class="hint">{say('set_up_what')}</small>
        </p>
      )}
      {report && later && !ticks && (
        <later.Report key="report" report={report} off={off} onUndo={on.undo} onDismiss={on.dismissReport} />
      )}
    </>
  );
}
