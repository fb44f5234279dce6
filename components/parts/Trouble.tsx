import type { StoreTrouble } from '../../utils/checklist/types.ts';
import { say } from '../../utils/words/say.ts';
import { Button } from './Button.tsx';
import { Stop } from './Line.tsx';

const TEXTS = {
  'not-kept': 'trouble_not_kept',
  newer: 'trouble_newer',
  'set-aside': 'trouble_set_aside',
  'taken-out': 'trouble_taken_out',
} as const;

export interface TroubleProps {
  /** `taken-out`: the page takes the panel out each time. */
  is: StoreTrouble | 'taken-out' | null;
  /** The administrator has read that progress was set aside. */
  onKnown(): void;
}

/** Why the progress is not kept, or begins anew, or why there is no panel. */
export function Trouble({ is, onKnown }: TroubleProps) {
  if (is === null) return null;
  return (
    <section class="ask">
      <Stop>{say(TEXTS[is])}</Stop>
      {is === 'set-aside' && (
        <p class="acts">
          <Button onPress={onKnown}>{say('trouble_known')}</Button>
        </p>
      )}
    </section>
  );
}
