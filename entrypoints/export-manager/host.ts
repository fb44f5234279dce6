import { render } from 'preact';
import panelStyles from '../../components/panel.css?inline';
import { OUR_TAG } from '../../utils/powerschool/locate/controls.ts';

/** The panel's element in the page: made when there is something to show, gone when there is not. */
export interface Host {
  /** Where to render; put (back) into the page first, should the page have taken it out. Null once that was given up. */
  root(): Element | null;
  remove(): void;
}

/** A page that takes the panel out each time is not fought more often than this, in milliseconds. */
const PUT_BACK_AFTER = 100;
/** Taken out so often within so many milliseconds, the panel stays out. */
const MOST_TAKEN_OUT = 10;
const WITHIN = 10_000;

interface Events {
  /** The panel is out and should be drawn again. */
  onTakenOut(): void;
  /** The page takes it out each time. */
  onGivenUp(): void;
}

/** An open shadow root, so that assistive technology and tests reach in; scripts that press our buttons are refused. */
export function createHost(document: Document, signal: AbortSignal, { onTakenOut, onGivenUp }: Events): Host {
  let host: HTMLElement | null = null;
  let inside: Element | null = null;
  let takenOut: number[] = [];
  const remove = (): void => {
    if (inside) render(null, inside);
    host?.remove();
    host = null;
    inside = null;
  };
  // The page's own scripts may empty what they think is theirs, or all of it; nothing else need have changed then.
  const watch = new MutationObserver(() => {
    if (host && !host.isConnected) setTimeout(onTakenOut, PUT_BACK_AFTER);
  });
  const put = (host: HTMLElement): void => {
    document.documentElement.append(host);
    watch.observe(document, { childList: true });
    watch.observe(document.documentElement, { childList: true });
    // Into the top layer, above whatever the page draws over it. A dialog that the page opens later is above both.
    host.showPopover();
  };
  signal.addEventListener('abort', () => {
    watch.disconnect();
    remove();
  });
  return {
    remove,
    root() {
      if (!host || !inside) {
        // An earlier copy of the extension may have left its panel behind.
        for (const old of document.querySelectorAll(OUR_TAG)) old.remove();
        host = document.createElement(OUR_TAG);
        host.popover = 'manual';
        // Counts more than anything in the page's style sheets, important or not.
        host.style.setProperty('all', 'initial', 'important');
        const style = document.createElement('style');
        style.textContent = panelStyles;
        inside = document.createElement('div');
        host.attachShadow({ mode: 'open' }).append(style, inside);
        put(host);
      } else if (!host.isConnected) {
        const now = performance.now();
        takenOut = [...takenOut.filter((at) => now - at < WITHIN), now];
        if (takenOut.length >= MOST_TAKEN_OUT) {
          onGivenUp();
          return null;
        }
        put(host);
      }
      return inside;
    },
  };
}
