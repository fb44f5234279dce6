import * as t from '../texts.ts';
import { Label } from './Label.tsx';

interface ChangeRowProps {
  /** The field; told only where `before` does not say it already. */
  name: string;
  before: string;
  after: string;
}

/** `USERS.languages → language`, arrows of neighboring rows in one line; or `USERS.sms: Mobile → sms`, which flows. */
export function ChangeRow({ name, before, after }: ChangeRowProps) {
  const named = name !== before;
  return (
    <span class={named ? 'flow' : 'change'}>
      {named && <bdi class="field">{name}: </bdi>}
      <Label text={before} empty={t.EMPTY} />
      <span aria-hidden="true"> → </span>
      <span class="sr"> {t.BECOMES} </span>
      <Label text={after} empty={t.EMPTY} />
    </span>
  );
}
