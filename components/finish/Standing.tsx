import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Mark } from '../parts/Mark.tsx';
import { savedState } from '../texts.ts';
import type { FileView } from '../view.ts';
import * as t from './texts.ts';
import type { FinishActions, FinishView } from './types.ts';

function markOf({ drift, verifiedOn }: FileView) {
  if (drift) return 'stop';
  return verifiedOn === '' ? 'no' : 'yes';
}

/** The templates, how far each is, and what to do first while not all are verified. */
export function Standing({ view: { files, known, ready, receiver }, on }: { view: FinishView; on: FinishActions }) {
  const saved = files.every((file) => file.ticks.saved);
  return (
    <section aria-labelledby="standing">
      <h2 id="standing">{say('finish_standing')}</h2>
      <p role="status">{known ? t.standing(files) : say('finish_unknown')}</p>
      <ul class="files">
        {files.map((file) => (
          <li key={file.id}>
            <Mark is={markOf(file)} label="" />
            <b>{file.fileName}</b>
            <span>
              {(file.ticks.saved || file.drift) && <bdi class="label">{file.templateName}</bdi>}{' '}
              {savedState(file, receiver.name)}
            </span>
          </li>
        ))}
      </ul>
      {!ready && (
        <div class="next">
          {t.whatToDo(files).map((sentence, at) => (
            <p key={sentence} class={at === 0 ? 'then' : ''}>
              {sentence}
            </p>
          ))}
          <p class="acts">
            {!saved && (
              <Button kind="primary" onPress={on.openExportManager}>
                {say('open_manager')}
              </Button>
            )}
            <Button kind={saved ? 'primary' : 'plain'} onPress={on.openTemplates}>
              {say('open_my_templates')}
            </Button>
          </p>
        </div>
      )}
    </section>
  );
}

/** What the page will hold once all is verified: told, not there to be used. */
export function Outline({ receiver }: { receiver: string }) {
  return (
    <section aria-labelledby="then">
      <h2 id="then">{say('finish_then')}</h2>
      <ul class="outline">
        {t.outline(receiver).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
