import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { say } from '../../utils/words/say.ts';
import { Button } from '../parts/Button.tsx';
import * as t from './texts.ts';

interface ShownFirstProps<T> {
  items: T[];
  first: number;
  children(shown: T[]): ComponentChildren;
  /** The button's words, with how many more there are. */
  more?(n: number): string;
  fewer?: string;
}

/** Shows the first items, in whatever frame, and the others when asked. */
export function ShownFirst<T>({
  items,
  first,
  children,
  more = t.moreLines,
  fewer = say('fewer'),
}: ShownFirstProps<T>) {
  const [all, setAll] = useState(false);
  const hidden = items.length - first;
  return (
    <>
      {children(all ? items : items.slice(0, first))}
      {hidden > 0 && (
        <p class="acts">
          <Button kind="quiet" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? fewer : more(hidden)}
          </Button>
        </p>
      )}
    </>
  );
}
