import { say } from '../../utils/words/say.ts';
import { time } from '../../utils/words/times.ts';
import { Button } from '../parts/Button.tsx';
import { Disclosure } from '../parts/Disclosure.tsx';
import { Hint } from '../parts/Hint.tsx';
import { Mark } from '../parts/Mark.tsx';
import { SyncTime } from './SyncTime.tsx';
import type { ListedTemplate, TemplateListView } from './schedule.ts';
import * as t from './schedule-texts.ts';

interface TemplateListProps {
  body: TemplateListView;
  off: boolean;
  /** Does the next act stand here? A set-up under way, or a file that is not set up, has its own. */
  lead: boolean;
  /** `all`: then the others, too. */
  onCheck(fileId: string, all: boolean): void;
  onSyncAt(at: string | null): void;
  onCheckFiles(): void;
}

function Row({ file, receiver }: { file: ListedTemplate; receiver: string }) {
  const isFaulty = file.drift || file.listed > 1;
  const isThere = file.listed === 1 && !isFaulty;
  const state = t.templateState(file, receiver);
  return (
    <li class="outcome">
      <Mark is={isFaulty ? 'stop' : isThere ? 'yes' : 'no'} label="" />
      <span>
        <span class="label">{file.templateName}</span> {state}
      </span>
      <Hint text={file.schedule === '' ? '' : say('schedule_runs', file.schedule)} />
    </li>
  );
}

/** In the order in which the files go, with the time of each. */
function HowTo({ body: { files, times } }: { body: TemplateListView }) {
  const { receiver, allYear, files: now } = times.advice;
  const timeOf = (fileId: string) => (allYear ?? now).find((file) => file.fileId === fileId)?.at;
  const steps = files.flatMap(({ fileId, templateName }) => {
    const at = timeOf(fileId);
    return at === undefined ? [] : [say('schedule_step', templateName, time(at))];
  });
  return (
    <Disclosure title={say('schedule_how')}>
      <ol class="times">
        {[say('schedule_first', receiver), ...steps, say('schedule_send_to', receiver), say('schedule_later')].map(
          (step) => (
            <li key={step}>{step}</li>
          ),
        )}
      </ol>
    </Disclosure>
  );
}

/** My Templates, or the scheduled ones: which of the receiver's are there, their check, and how to schedule them. */
export function TemplateList({ body, off, lead, onCheck, onSyncAt, onCheckFiles }: TemplateListProps) {
  const { scheduled, files, times } = body;
  const checkable = files.filter(({ listed, opens }) => listed === 1 && opens);
  const [first] = checkable.filter(({ verifiedOn, drift }) => verifiedOn === '' || drift);
  const listed = files.filter((file) => file.listed === 1);
  const mayNot = listed.length > 0 && listed.every(({ schedules }) => schedules === false);
  const areAll = checkable.length === files.length;
  return (
    <section>
      <h3>{say(scheduled ? 'schedule_scheduled' : 'schedule_mine')}</h3>
      <ul class="rows">
        {files.map((file) => (
          <Row key={file.fileId} file={file} receiver={times.advice.receiver} />
        ))}
      </ul>
      {checkable.length > 0 && (
        <>
          <p class="acts">
            {areAll && (
              <Button
                kind={first && lead ? 'primary' : 'plain'}
                off={off}
                onPress={() => onCheck((first ?? checkable[0])?.fileId ?? '', true)}
              >
                {say('check_all')}
              </Button>
            )}
            {checkable.map((file) => (
              <Button
                key={file.fileId}
                kind={file === first && !areAll && lead ? 'primary' : 'plain'}
                off={off}
                onPress={() => onCheck(file.fileId, false)}
              >
                {say('schedule_check', file.fileName)}
              </Button>
            ))}
          </p>
          <Hint text={say('schedule_check_what')} />
        </>
      )}
      {mayNot && <p class="then">{say('schedule_not_allowed')}</p>}
      {listed.length > 0 && (
        <>
          {!scheduled && <HowTo body={body} />}
          <SyncTime times={times} onSyncAt={onSyncAt} />
        </>
      )}
      <p class="acts">
        <Button kind="quiet" onPress={onCheckFiles}>
          {say('check_files')}
        </Button>
      </p>
    </section>
  );
}
