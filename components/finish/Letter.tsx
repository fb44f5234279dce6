import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
import * as t from './texts.ts';
import type { FinishActions, FinishView, LetterView } from './types.ts';

interface DistrictProps {
  name: string;
  /** What the letter says instead, '' where it has the name. */
  placeholder: string;
  on: FinishActions;
}

function District({ name, placeholder, on }: DistrictProps) {
  return (
    <div class="district">
      <label for="district">{t.DISTRICT}</label>
      <input
        id="district"
        type="text"
        value={name}
        maxLength={200}
        autocomplete="organization"
        spellcheck={false}
        onInput={(event) => on.typeDistrict(event.currentTarget.value)}
        onChange={on.saveDistrict}
        aria-describedby="district-why"
      />
      <p class="hint" id="district-why">
        {t.DISTRICT_WHY} {placeholder !== '' && <b>{t.districtMissing(placeholder)}</b>}
      </p>
    </div>
  );
}

interface LetterProps {
  view: FinishView;
  letter: LetterView;
  on: FinishActions;
}

/** The letter to the receiver's support: to look at, to open in the mail program, or to copy. */
export function Letter({ view, letter, on }: LetterProps) {
  const body = useRef<HTMLPreElement>(null);
  const [said, setSaid] = useState('');
  // What was copied is not what stands there now.
  useEffect(() => setSaid(''), [letter.body]);
  const copy = async () => {
    // Emptied first, so that the same words are announced a second time.
    setSaid('');
    const done = await on.copy(letter.body);
    if (!done && body.current) getSelection()?.selectAllChildren(body.current);
    setSaid(done ? t.copied(letter.to) : t.NOT_COPIED);
  };
  const named = letter.placeholder === '';
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{t.letterTo(view.receiver.name)}</h2>
      <p>{t.letterWhat(view.receiver.name)}</p>
      <District name={view.district} placeholder={letter.placeholder} on={on} />
      <div class="letter">
        <dl>
          <dt>{t.TO}</dt>
          <dd>{letter.to}</dd>
          <dt>{t.SUBJECT}</dt>
          <dd>{letter.subject}</dd>
        </dl>
        <pre ref={body}>{letter.body}</pre>
      </div>
      <Hint text={letter.whole ? '' : t.TOO_LONG} />
      <div class="acts">
        <a class={`button ${named && letter.whole ? 'primary' : 'plain'}`} href={letter.href}>
          {t.MAIL}
        </a>
        <Button kind={named && !letter.whole ? 'primary' : 'plain'} onPress={() => void copy()}>
          {t.COPY}
        </Button>
        <p role="status" class="said">
          {said}
        </p>
      </div>
    </section>
  );
}
