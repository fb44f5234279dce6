import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { trusted } from '../trusted.ts';
import { Hint } from './Hint.tsx';

interface ChoiceProps {
  chosen: boolean;
  onChoose(chosen: boolean): void;
  /** Told beneath, '' for nothing. */
  explanation?: string;
  children: ComponentChildren;
}

/** A checkbox with its label. */
export function Choice({ chosen, onChoose, explanation = '', children }: ChoiceProps) {
  const id = useId();
  const change = trusted((event: Event) => {
    const box = event.currentTarget as HTMLInputElement;
    onChoose(box.checked);
  });
  return (
    <div class="choice">
      <input
        type="checkbox"
        id={id}
        checked={chosen}
        onChange={change}
        aria-describedby={explanation === '' ? undefined : `${id}-why`}
      />
      <label for={id}>{children}</label>
      <Hint text={explanation} id={`${id}-why`} />
    </div>
  );
}
