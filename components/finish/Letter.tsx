import { useEffect, useRef, useState } from 'preact/hooks';
import { locale, say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Hint } from '../parts/Hint.tsx';
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
      <label for="district">{say('finish_district')}</label>
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
        {say('finish_district_why')} {placeholder !== '' && <b>{say('finish_district_missing', placeholder)}</b>}
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
    setSaid(done ? say('finish_copied', letter.to) : say('finish_not_copied'));
  };
  const named = letter.placeholder === '';
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{say('finish_letter', view.receiver.name)}</h2>
      <p>{say('finish_letter_what', view.receiver.name)}</p>
      <District name={view.district} placeholder={letter.placeholder} on={on} />
      <div class="letter">
        <dl>
          <dt>{say('finish_to')}</dt>
          <dd>{letter.to}</dd>
          <dt>{say('finish_subject')}</dt>
          <dd>{letter.subject}</dd>
        </dl>
        <pre ref={body} lang="en" dir="ltr">
          {letter.body}
        </pre>
      </div>
      <Hint text={locale().startsWith('en') ? '' : say('finish_letter_english', view.receiver.name)} />
      <Hint text={letter.whole ? '' : say('finish_too_long')} />
      <div class="acts">
        <a class={`button ${named && letter.whole ? 'primary' : 'plain'}`} href={letter.href}>
          {say('finish_mail')}
        </a>
        <Button kind={named && !letter.whole ? 'primary' : 'plain'} onPress={() => void copy()}>
          {say('finish_copy')}
        </Button>
        <p role="status" class="said">
          {said}
        </p>
      </div>
    </section>
  );
}
