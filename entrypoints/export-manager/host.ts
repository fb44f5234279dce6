import { render } from 'preact';
import panelStyles from '../../components/panel.css?inline';
import { OUR_TAG } from '../../utils/powerschool/locate/controls.ts';

/** The panel's element in the page: made when there is something to show, gone when there is not. */
export interface Host {
  /** Where to render; put (back) into the page first, should the page have taken it out. */
  root(): Element;
  remove(): void;
}

/** An open shadow root, so that assistive technology and tests reach in; scripts that press our buttons are refused. */
export function createHost(document: Document, signal: AbortSignal): Host {
  let host: HTMLElement | null = null;
  let inside: Element | null = null;
  const remove = (): void => {
    if (inside) render(null, inside);
    host?.remove();
    host = null;
    inside = null;
  };
  signal.addEventListener('abort', remove);
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
