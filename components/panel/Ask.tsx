import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import * as t from '../texts.ts';
import type { PanelActions, PanelView } from '../view.ts';

export interface AskProps {
  view: PanelView;
  on: PanelActions;
}

/** What is not sure; where it is the file itself, the administrator may name it. */
export function Doubts({ view, on }: AskProps) {
  if (view.doubts.length === 0 && !view.askWhichFile) return null;
  return (
    <section class="ask">
      <h3>{view.askWhichFile ? say('which_file') : say('not_sure')}</h3>
      {view.doubts.map((doubt) => (
        <p key={doubt}>{doubt}</p>
      ))}
      {view.askWhichFile && (
        <p class="acts">
          {view.files.map((file) => (
            <Button key={file.id} off={view.busy !== ''} onPress={() => on.nameFile(file.id)}>
              {say('this_is', file.fileName)}
            </Button>
          ))}
        </p>
      )}
    </section>
  );
}

/** Asked before a choice of another data set throws away what is chosen on the page. */
export function Leaving({ view, on }: AskProps) {
  const nameOf = (id: string | null) => view.files.find((file) => file.id === id)?.fileName ?? '';
  const target = nameOf(view.confirmLeaving);
  return (
    <section class="ask" aria-label={say('go_to', target)}>
      <p>{t.leave(nameOf(view.fileId))}</p>
      <p class="acts">
        <Button kind="primary" onPress={() => on.confirmLeaving(true)}>
          {say('go_to', target)}
        </Button>
        <Button onPress={() => on.confirmLeaving(false)}>{say('stay')}</Button>
      </p>
    </section>
  );
}
