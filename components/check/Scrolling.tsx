import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Something wide, which scrolls within itself where the window is narrow; then the keyboard reaches it, too. */
export function Scrolling({ label, children }: { label: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const [isWide, setWide] = useState(false);
  useLayoutEffect(() => {
    const look = () => setWide((place.current?.scrollWidth ?? 0) > (place.current?.clientWidth ?? 0));
    look();
    addEventListener('resize', look);
    return () => removeEventListener('resize', look);
  }, [children]);
  return (
    <div class="scrolling" ref={place} {...(isWide ? { tabIndex: 0, role: 'group', 'aria-label': label } : {})}>
      {children}
    </div>
  );
}
