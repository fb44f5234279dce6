import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { Button } from './Button.tsx';

/** More rows than this are drawn on demand only: a thousand rows at once would hold up the page. */
const SHOWN = 60;

interface LongListProps<T> {
  items: T[];
  keyOf(item: T): string;
  children(item: T): ComponentChildren;
}

/** A list that shows its first rows, and the rest when asked. */
export function LongList<T>({ items, keyOf, children }: LongListProps<T>) {
  const [all, setAll] = useState(false);
  const hidden = items.length - SHOWN;
  return (
    <>
      <ul class="rows">
        {(all ? items : items.slice(0, SHOWN)).map((item) => (
          <li key={keyOf(item)}>{children(item)}</li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {all ? say('fewer') : say('more_rows', hidden)}
        </Button>
      )}
    </>
  );
}
