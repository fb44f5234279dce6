import { say } from '../../utils/words/say.ts';
import { Label } from './Label.tsx';

interface ChangeRowProps {
  /** The field; told only where `before` does not say it already. */
  name: string;
  before: string;
  after: string;
}

/**
 * `USERS.languages → language`, arrows of neighboring rows in one line; or `USERS.sms: Mobile → sms`, which flows. From
 * left to right in every language, as PowerSchool's own names are.
 */
export function ChangeRow({ name, before, after }: ChangeRowProps) {
  const named = name !== before;
  return (
    <span class={named ? 'flow' : 'change'} dir="ltr">
      {named && <bdi class="field">{name}: </bdi>}
      <Label text={before} empty={say('empty')} />
      <span aria-hidden="true"> → </span>
      <span class="sr"> {say('becomes')} </span>
      <Label text={after} empty={say('empty')} />
    </span>
  );
}
