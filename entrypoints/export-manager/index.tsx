import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { Assistant } from '../../utils/assistant/assistant.ts';
import { onMessageToPage, onStoreChange, pageBridge } from '../../utils/browser/page.ts';
import { isExportAddress } from '../../utils/powerschool/recognize.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { openFrame } from './frame.ts';
import { createHost } from './host.ts';
import { MountedPanel, type PanelState } from './MountedPanel.tsx';
import { endCopies, pageReady, replaceOlder } from './start.ts';

/** The content script of the Data Export Manager's pages; the manifest lists it. */
export default defineUnlistedScript(async () => {
  if (!isExportAddress(location)) return;
  const signal = replaceOlder(document);
  // Asked while the page is still loading: the background may have to be started first.
  const [{ site, panel, lastFile, intent }] = await Promise.all([pageBridge.state(), pageReady(document)]);
  const host = createHost(document, signal, () => draw());
  const state: PanelState = { view: null, place: panel, later: null };
  const draw = (): void => {
    // A newer copy has the page now.
    if (signal.aborted) return;
    if (state.view) {
      render(<MountedPanel state={state} actions={assistant.actions} onPlace={pageBridge.panel} />, host.root());
    } else host.remove();
  };
  // Once, and not before there is a panel to show.
  let askForLater = (): void => {
    askForLater = () => undefined;
    openFrame((start, parts) => {
      if (signal.aborted) return;
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
    site,
    lastFile,
    signal,
    onView: (view) => {
      if (view && !state.view) askForLater();
      state.view = view;
      // Drawn after this turn, when `assistant` is there.
      queueMicrotask(draw);
    },
  });
  onStoreChange(async () => {
    const next = await pageBridge.state();
    state.place = next.panel;
    assistant.onSite(next.site);
  }, signal);
  onMessageToPage((message) => {
    if (message.type === 'where') return { site: location.origin, ...assistant.place };
    if (message.type === 'choose') assistant.actions.chooseFile(message.fileId);
    else endCopies(document);
    return undefined;
  }, signal);
  if (intent !== null) assistant.resume(intent);
});
