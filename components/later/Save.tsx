import { Button } from '../parts/Button.tsx';
import { Line, Stop } from '../parts/Line.tsx';
import * as t from '../texts.ts';
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
      <h3>{t.SAVE}</h3>
      {filled && (
        <>
          <Line done>{t.saveFilled(body.name)}</Line>
          {body.message === '' && !guided && <p class="then">{t.SAVE_AS_NEW}</p>}
        </>
      )}
      {body.message !== '' && <Stop>{body.message}</Stop>}
      {(body.state === 'other' || body.state === 'error') && (
        <p class="acts">
          <Button kind={lead ? 'primary' : 'plain'} off={off} onPress={onFill}>
            {t.FILL_NAME}
          </Button>
        </p>
      )}
    </section>
  );
}
