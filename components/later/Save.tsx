import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import { Line, Stop } from '../parts/Line.tsx';
import type { SaveView } from '../view.ts';

interface SaveProps {
  body: SaveView;
  off: boolean;
  /** Does the next act stand here? The guided set-up has its own. */
  lead: boolean;
  /** The guided set-up says itself what to press. */
  guided: boolean;
  onFill(): void;
}

/** The dialog Save Export Template: its name, and who presses Save as New. */
export function Save({ body, off, lead, guided, onFill }: SaveProps) {
  const filled = body.state === 'filled';
  return (
    <section>
      <h3>{say('save_dialog')}</h3>
      {filled && (
        <>
          <Line done>{say('save_filled', body.name)}</Line>
          {body.message === '' && !guided && <p class="then">{say('save_as_new')}</p>}
        </>
      )}
      {body.message !== '' && <Stop>{body.message}</Stop>}
      {(body.state === 'other' || body.state === 'error') && (
        <p class="acts">
          <Button kind={lead ? 'primary' : 'plain'} off={off} onPress={onFill}>
            {say('fill_name')}
          </Button>
        </p>
      )}
    </section>
  );
}
