import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import * as t from '../texts.ts';
import { trusted } from '../trusted.ts';
import type { PanelView } from '../view.ts';
import type { usePlacement } from './usePlacement.ts';

/** Where we are: `users.csv · step 1 of 3`. */
export function placeName(view: PanelView): string {
  if (view.body.kind === 'template-list' || view.body.kind === 'schedule') return say('my_templates');
  return t.place(view.files.find((file) => file.id === view.fileId)?.fileName, view.step);
}

interface HeaderProps {
  title: string;
  mover: ReturnType<typeof usePlacement>;
  onFold(): void;
  tell(text: string): void;
}

/** Title, handle to move the panel by, and the button that folds it. */
export function Header({ title, mover, onFold, tell }: HeaderProps) {
  const start = trusted((event: PointerEvent) => {
    if (!(event.target as Element).closest('.fold')) mover.start(event);
  });
  const nudge = trusted((event: KeyboardEvent) => {
    const at = mover.nudge(event.key);
    if (!at) return;
    event.preventDefault();
    tell(say('moved', at.left, at.top));
  });
  return (
    <header
      class="bar"
      onPointerDown={start}
      onPointerMove={trusted(mover.move)}
      onPointerUp={trusted(() => mover.end(true))}
      onPointerCancel={trusted(() => mover.end(false))}
    >
      <h2 tabIndex={-1} data-home>
        {title}
      </h2>
      <Button
        kind="quiet"
        aria-label={say('move')}
        title={say('move_hint')}
        onKeyDown={nudge}
        onPress={() => tell(say('move_hint'))}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 2v12M2 8h12M6 4l2-2 2 2M6 12l2 2 2-2M4 6 2 8l2 2M12 6l2 2-2 2" />
        </svg>
      </Button>
      <span class="fold">
        <Button kind="quiet" aria-label={say('fold')} title={say('fold')} onPress={onFold}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M3 3l5 5-5 5M12.5 3v10" />
          </svg>
        </Button>
      </span>
    </header>
  );
}
