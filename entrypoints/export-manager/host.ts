import { render } from 'preact';
import panelStyles from '../../components/panel.css?inline';
import { OUR_TAG } from '../../utils/powerschool/locate/controls.ts';

/** The panel's element in the page: made when there is something to show, gone when there is not. */
export interface Host {
  /** Where to render; put (back) into the page first, should the page have taken it out. */
  root(): Element;
  remove(): void;
}

/** A page that takes the panel out each time is not fought more often than this, in milliseconds. */
const PUT_BACK_AFTER = 100;

/** An open shadow root, so that assistive technology and tests reach in; scripts that press our buttons are refused. */
export function createHost(document: Document, signal: AbortSignal, onTakenOut: () => void): Host {
  let host: HTMLElement | null = null;
  let inside: Element | null = null;
  const remove = (): void => {
    if (inside) render(null, inside);
    host?.remove();
    host = null;
    inside = null;
  };
  // The page's own scripts may empty what they think is theirs; nothing else need have changed then.
  const watch = new MutationObserver(() => {
    if (host && !host.isConnected) setTimeout(onTakenOut, PUT_BACK_AFTER);
  });
  watch.observe(document.documentElement, { childList: true });
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
        const style = document.createElement('style');
        style.textContent = panelStyles;
        inside = document.createElement('div');
        host.attachShadow({ mode: 'open' }).append(style, inside);
      }
      if (!host.isConnected) document.documentElement.append(host);
      return inside;
    },
  };
}
