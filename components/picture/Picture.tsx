import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { byBrowser, type IsTrusted, trustIn } from '../trusted.ts';

interface PictureProps {
  view: PictureView;
  on: PictureActions;
  /** Tests only: what counts as done by a person. */
  isTrusted?: IsTrusted;
}

export interface PictureView {
  /** Null where none could be taken. */
  picture: string | null;
  /** Where to send it. */
  mail: string;
}

export interface PictureActions {
  /** Resolves with whether it is on the clipboard. */
  copy(text: string): Promise<boolean>;
}

/** The picture of a page that was not recognized: all of it, what it holds, and what to do with it. */
export function Picture({ view: { picture, mail }, on, isTrusted = byBrowser }: PictureProps) {
  const main = useRef<HTMLElement>(null);
  const shown = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');
  useLayoutEffect(() => {
    if (main.current) trustIn(main.current.getRootNode(), isTrusted);
  }, [isTrusted]);
  const copy = async () => {
    if (picture === null) return;
    // Emptied first, so that the same words are announced a second time.
    setSaid('');
    const done = await on.copy(picture);
    if (!done && shown.current) getSelection()?.selectAllChildren(shown.current);
    setSaid(say(done ? 'picture_copied' : 'picture_not_copied', mail));
  };
  return (
    <main class="picture" ref={main}>
      <h1>{say('picture_title')}</h1>
      {picture === null ? (
        <p>{say('picture_none')}</p>
      ) : (
        <>
          <p>{say('picture_what')}</p>
          <p>
            <strong>{say('picture_nothing_sent')}</strong> {say('picture_look')}
          </p>
          <ol>
            <li>{say('picture_step_copy')}</li>
            <li>
              {say('picture_step_mail')} <a href={`mailto:${mail}`}>{mail}</a>
            </li>
            <li>{say('picture_step_tell')}</li>
          </ol>
          <div class="acts">
            <Button kind="primary" onPress={() => void copy()}>
              {say('picture_copy')}
            </Button>
            <p role="status">{said}</p>
          </div>
          <section aria-labelledby="the-picture">
            <h2 id="the-picture">{say('picture_heading', picture.length)}</h2>
            <pre ref={shown} dir="ltr" lang="en">
              {picture}
            </pre>
          </section>
        </>
      )}
    </main>
  );
}
