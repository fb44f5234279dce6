/** Four shapes for four states: they differ in form, so that color is never needed to tell them apart. */
const SHAPES = {
  yes: 'M3 8.5l3.2 3.2L13 5',
  no: 'M8 3.2a4.8 4.8 0 1 0 .01 0z',
  change: 'M3 8h9M8.5 4.5 12 8l-3.5 3.5',
  stop: 'M8 3v6M8 12.2v.6',
};

/** A small sign before a line; `label` says the same to those who do not see it. */
export function Mark({ is, label }: { is: keyof typeof SHAPES; label: string }) {
  return (
    <span class={`mark ${is}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[is]} />
      </svg>
      {label !== '' && <span class="sr">{label}: </span>}
    </span>
  );
}
