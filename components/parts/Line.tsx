import type { ComponentChildren } from 'preact';
import { say } from '../../utils/words/say.ts';
import { Mark } from './Mark.tsx';

/** Something that keeps the administrator from going on. */
export function Stop({ children }: { children: ComponentChildren }) {
  return (
    <p class="line error">
      <Mark is="stop" label={say('attention')} />
      <span>{children}</span>
    </p>
  );
}

/** One fact: done or not, and few words. */
export function Line({ done, children }: { done: boolean; children: ComponentChildren }) {
  return (
    <p class="line">
      <Mark is={done ? 'yes' : 'no'} label={done ? say('yes') : say('no')} />
      <span>{children}</span>
    </p>
  );
}
