import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { WHEN_GONE } from '../../components/gone.ts';
import { Assistant } from '../../utils/assistant/assistant.ts';
import { onMessageToPage, onStoreChange, onTrouble, pageBridge } from '../../utils/browser/page.ts';
import { isExportAddress } from '../../utils/powerschool/recognize.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { haveAtHand } from '../../utils/words/say.ts';
import { openFrame } from './frame.ts';
import { createHost } from './host.ts';
import { MountedPanel, type PanelState } from './MountedPanel.tsx';
import { endCopies, pageReady, replaceOlder } from './start.ts';

/** The content script of the Data Export Manager's pages; the manifest lists it. */
export default defineUnlistedScript(async () => {
  if (!isExportAddress(location)) return;
  const newer = replaceOlder(document);
  const stop = new AbortController();
  const signal = AbortSignal.any([newer, stop.signal]);
  // Asked while the page is still loading: the background may have to be started first.
  const [known] = await Promise.all([pageBridge.state(), pageReady(document)]);
  // A frame without an origin has no site.
  if (!known || signal.aborted) return;
  haveAtHand(...WHEN_GONE);
  const state: PanelState = { view: null, place: known.panel, later: null, trouble: known.trouble };
  stop.signal.addEventListener('abort', pageBridge.takenOut);
  const host = createHost(document, signal, { onTakenOut: () => draw(), onGivenUp: () => stop.abort() });
  const draw = (change: Partial<PanelState> = {}): void => {
    Object.assign(state, change);
    // A newer copy has the page now, or the page will not have the panel.
    if (signal.aborted) return;
    const root = state.view && host.root();
    if (root) render(<MountedPanel state={state} actions={assistant.actions} on={pageBridge} />, root);
    else host.remove();
  };
  onTrouble((trouble) => draw({ trouble }));
  // Once, and not before there is a panel to show.
  let askForLater = (): void => {
    askForLater = () => undefined;
    openFrame((start, parts) => {
      // It may be put in twice, where the background was stopped before it could say that it had.
      if (signal.aborted || state.later) return;
      state.later = parts;
      assistant.attach(start);
      draw();
    });
    // When PowerSchool's own start is over: the second script is the larger one.
    requestIdleCallback(() => pageBridge.later(), { timeout: 500 });
  };
  const assistant: Assistant = new Assistant({
    document,
    location,
    profile,
    bridge: pageBridge,
    site: known.site,
    lastFile: known.lastFile,
    signal,
    onView: (view) => {
      if (view && !state.view) askForLater();
      state.view = view;
      // Drawn after this turn, when `assistant` is there.
      queueMicrotask(() => draw());
    },
  });
  onStoreChange(async () => {
    const next = await pageBridge.state();
    if (next) Object.assign(state, { place: next.panel, trouble: next.trouble });
    if (next) assistant.onSite(next.site);
    draw();
  }, signal);
  onMessageToPage((message) => {
    const takenOut = stop.signal.aborted;
    if (message.type === 'where') return { site: location.origin, ...assistant.place, takenOut };
    if (message.type === 'leave') endCopies(document);
    else if (!takenOut) assistant.actions.chooseFile(message.fileId);
    return undefined;
  }, newer);
  if (known.intent !== null) assistant.resume(known.intent);
});
