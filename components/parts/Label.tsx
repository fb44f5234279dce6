const HIDDEN = /^ +| +$|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

/** A label with its outer spaces and invisible characters made visible: `␣email`, `email[U+200B]`. */
function showHidden(label: string): string {
  return label.replace(HIDDEN, (found) =>
    found.startsWith(' ')
      ? '␣'.repeat(found.length)
      : `[U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  );
}

/** A label or field of PowerSchool, monospaced, never mixed up by the direction of its letters. */
export function Label({ text, empty }: { text: string; empty: string }) {
  return text === '' ? <i class="hint">{empty}</i> : <bdi class="label">{showHidden(text)}</bdi>;
}
