import type { ComponentChildren } from 'preact';
import { trusted } from '../trusted.ts';
import { Hint } from './Hint.tsx';

interface ChoiceProps {
  /** Its own in the whole panel or page, without spaces. */
  id: string;
  chosen: boolean;
  onChoose(chosen: boolean): void;
  /** Told beneath, '' for nothing. */
  explanation?: string;
  children: ComponentChildren;
}

/** A checkbox with its label. */
export function Choice({ id, chosen, onChoose, explanation = '', children }: ChoiceProps) {
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
