import type { LabelRefusal } from '../../utils/template/types.ts';
import { say } from '../../utils/words/say.ts';
import { Label } from '../parts/Label.tsx';
import { LongList } from '../parts/LongList.tsx';
import * as t from '../texts.ts';

/** The rows that Auto-label leaves alone, each with the reason. */
export function Refusals({ refusals }: { refusals: LabelRefusal[] }) {
  return (
    <LongList items={refusals} keyOf={(refusal) => refusal.key}>
      {(refusal) => (
        <>
          <Label text={refusal.label === '' ? refusal.field : refusal.label} empty={say('empty')} />
          <p class="hint">{say(t.REFUSAL[refusal.reason])}</p>
        </>
      )}
    </LongList>
  );
}
