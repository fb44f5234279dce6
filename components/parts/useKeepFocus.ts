import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/**
 * When what had the focus inside `ref` is drawn no more, the focus goes to the element marked `data-home` instead of
 * being lost to the page. Never takes the focus from elsewhere.
 */
export function useKeepFocus(ref: RefObject<HTMLElement | null>): void {
  const node = ref.current;
  const active = (node?.getRootNode() as Document | ShadowRoot | undefined)?.activeElement;
  const held = active && node?.contains(active) ? active : null;
  useLayoutEffect(() => {
    if (held && !held.isConnected) node?.querySelector<HTMLElement>('[data-home]')?.focus({ preventScroll: true });
  });
}
