import { say } from '../../utils/words/say.ts';

/** Shapes that tell how bad something is without any color. */
const SHAPES = {
  good: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM5 8.2l2.1 2.1L11 6.2',
  error: 'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM8 4.8v3.8M8 11v.3',
  warning: 'M8 2.2 14.4 13.4H1.6zM8 6.4v3.4M8 11.6v.2',
  note: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM8 7.4v3.6M8 4.9v.2',
  none: 'M4.5 8h7',
};

export type SignOf = keyof typeof SHAPES;

/** A sign before a word that says the same; `label` says it where no word stands beside it. */
export function Sign({ is, label = '' }: { is: SignOf; label?: string }) {
  return (
    <span class={`sign ${is}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[is]} />
      </svg>
      {label !== '' && <span class="sr">{say('check_sign', label)}</span>}
    </span>
  );
}
