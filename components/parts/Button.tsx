import type { ComponentChildren, JSX } from 'preact';
import { trusted } from '../trusted.ts';

type Native = Omit<JSX.IntrinsicElements['button'], 'onClick' | 'disabled' | 'type'>;

interface ButtonProps extends Native {
  kind?: 'primary' | 'plain' | 'quiet';
  /** Cannot be pressed now. It keeps the focus, as a disabled button would not. */
  off?: boolean;
  onPress(): void;
  children: ComponentChildren;
}

/** A button that only a person can press, and only once with a double click. */
export function Button({ kind = 'plain', off = false, onPress, children, ...native }: ButtonProps) {
  const press = trusted((event: MouseEvent) => {
    if (!off && event.detail < 2) onPress();
  });
  return (
    <button {...native} type="button" class={`button ${kind}`} aria-disabled={off || undefined} onClick={press}>
      {children}
    </button>
  );
}
