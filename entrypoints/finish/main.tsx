import { render } from 'preact';
import { Finish } from '../../components/finish/Finish.tsx';
import type { FinishActions } from '../../components/finish/types.ts';
import { dress } from '../../components/parts/language.ts';
import '../../components/tokens.css';
import '../../components/finish.css';
import { finishView, siteOfHash } from '../../utils/assistant/finish.ts';
import { copyText } from '../../utils/browser/clipboard.ts';
import { onStoreChange, overview, saveChoices } from '../../utils/browser/popup.ts';
import { openExportManager, openTemplates } from '../../utils/browser/tabs.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { classtagAfterwards as afterwards } from '../../utils/profile/classtag-afterwards.ts';
import { say } from '../../utils/words/say.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('finish/index.html has no #app');

dress(document, `${say('what_next')} - ${say('extension_name')}`);

const asked = siteOfHash(location.hash);
let known = await overview(asked);
/** What was typed on this page; null before that. */
let typed: string | null = null;

const actions: FinishActions = {
  openExportManager() {
    if (known.site !== null) void openExportManager(known.site, null);
  },
  openTemplates() {
    if (known.site !== null) void openTemplates(known.site);
  },
  typeDistrict(name) {
    typed = name;
    draw();
  },
  saveDistrict() {
    const { site, record } = known;
    if (site !== null && typed !== null) void saveChoices(site, { ...record.choices, district: typed.trim() });
  },
  copy: copyText,
  print: () => print(),
};

function draw(): void {
  const { site, record } = known;
  const view = finishView({ site, record, district: typed ?? record.choices.district, profile, afterwards });
  if (root) render(<Finish view={view} on={actions} />, root);
}

addEventListener('hashchange', () => location.reload());
onStoreChange(async () => {
  // The site stays, even where another was the last one since.
  known = await overview(known.site);
  draw();
});
draw();
