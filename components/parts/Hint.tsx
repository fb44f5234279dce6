/** A quiet sentence beneath something, or nothing. */
export function Hint({ text, id }: { text: string; id?: string }) {
  return text === '' ? null : (
    <p class="hint" id={id}>
      {text}
    </p>
  );
}
