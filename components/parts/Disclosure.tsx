import type { ComponentChildren } from 'preact';

/** Something quieter that opens on demand. */
export function Disclosure({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <details class="more">
      <summary>{title}</summary>
      {children}
    </details>
  );
}
