import { render } from 'preact';
import { Check } from '../../components/check/Check.tsx';
import { titleOf } from '../../components/check/texts.ts';
import { language } from '../../components/parts/language.ts';
import '../../components/tokens.css';
import '../../components/check.css';
import { Checking } from '../../utils/assistant/check.ts';
import { siteOfHash } from '../../utils/assistant/finish.ts';
import { readSettings, saveSettings, saveText } from '../../utils/browser/check.ts';
import { forgetFingerprint, keepFingerprint, keptFingerprint } from '../../utils/browser/fingerprints.ts';
import { takeOver } from '../../utils/browser/handover.ts';
import { overview } from '../../utils/browser/popup.ts';
import { checkWith } from '../../utils/roster/start.ts';
import { makeHand } from './hand.ts';
import { profiles } from './profiles.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('check/index.html has no #app');

Object.assign(document.documentElement, language());

// Asked for at once: the popup that holds the files waits for it.
const handOverId = new URLSearchParams(location.search).get('files');
const handedOver = handOverId === null ? null : takeOver(handOverId);
const { site } = await overview(siteOfHash(location.hash));
const settings = await readSettings(
  site,
  profiles.map(({ id }) => id),
);

const checking = new Checking(
  { site: site === null ? '' : new URL(site).host, profiles, settings },
  checkWith(makeHand),
  {
    saveSettings: (settings) => saveSettings(site, settings),
    kept: (profile) => keptFingerprint(site, profile),
    keep: (profile, kept) => keepFingerprint(site, profile, kept),
    forget: (profile) => forgetFingerprint(site, profile),
    save: saveText,
    print: () => print(),
  },
  draw,
);

function draw(): void {
  const { view } = checking;
  document.title = titleOf(view);
  if (root) render(<Check view={view} on={checking} />, root);
}

addEventListener('hashchange', () => location.reload());
draw();
if (handedOver !== null) {
  // The files are gone with the popup; a page that is loaded anew begins at the beginning.
  history.replaceState(null, '', `${location.pathname}${location.hash}`);
  const { files, leftOut } = await handedOver;
  if (files.length > 0) checking.check(files, leftOut);
}
