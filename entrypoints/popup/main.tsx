import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import { dress } from '../../components/parts/language.ts';
import type { PopupActions } from '../../components/view.ts';
import '../../components/tokens.css';
import '../../components/popup.css';
import { type PopupDeed, placeOf, popupView } from '../../utils/assistant/popup.ts';
import { Sites } from '../../utils/assistant/sites.ts';
import * as access from '../../utils/browser/access.ts';
import { handOver } from '../../utils/browser/handover.ts';
import { openPicture } from '../../utils/browser/picture.ts';
import * as background from '../../utils/browser/popup.ts';
import * as tabs from '../../utils/browser/tabs.ts';
import type { StoredChoices } from '../../utils/checklist/store.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { say } from '../../utils/words/say.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('popup/index.html has no #app');
dress(document, say('extension_name'));

const tab = await tabs.activeTab();
const sites = new Sites(tab, access, access.builtIn().matches);
await sites.look();
const place = placeOf(tab, sites.site);
let known = await background.overview(place.site);
let deed: PopupDeed = { kind: 'none' };

function setChoices(change: (choices: StoredChoices) => Partial<StoredChoices>): void {
  const { site, record } = known;
  if (site !== null) void background.saveChoices(site, { ...record.choices, ...change(record.choices) });
}

const actions: PopupActions = {
  async goNext() {
    if (deed.kind === 'choose' && tab.id !== null) await background.choosePage(tab.id, deed.fileId);
    if (deed.kind === 'open') await tabs.openExportManager(deed.site, deed.newTab ? null : tab.id);
    if (deed.kind === 'templates') await tabs.openTemplates(deed.site);
    if (deed.kind === 'finish') await tabs.openFinish(deed.site);
    close();
  },
  setChoice: (id, chosen) => setChoices(({ profile }) => ({ profile: { ...profile, [id]: chosen } })),
  setActAtOnce: (actAtOnce) => setChoices(() => ({ actAtOnce })),
  setTemplateName: (fileId, name) =>
    setChoices(({ templateNames }) => ({ templateNames: { ...templateNames, [fileId]: name } })),
  ...sites.actions(() => close()),
  startOver() {
    if (known.site !== null) void background.startOver(known.site);
  },
  checkFiles: () => tabs.openCheck(known.site).then(() => close()),
  async takePicture() {
    if (tab.id !== null) await openPicture(tab.id);
    close();
  },
  async dropFiles(dropped) {
    const id = crypto.randomUUID();
    const taken = handOver(id, dropped);
    const checkTab = await tabs.openCheck(known.site, id);
    await taken;
    if (checkTab !== null) await tabs.showTab(checkTab);
    close();
  },
};

function draw(): void {
  const shown = popupView(place, known.site, known.record, profile, sites.view);
  deed = shown.deed;
  const trouble = tab.page?.takenOut ? 'taken-out' : known.trouble;
  if (root)
    render(<Popup view={shown.view} on={actions} trouble={trouble} onTroubleKnown={background.troubleKnown} />, root);
}

sites.onChange = draw;
access.onGrantsChange(() => void sites.look());
background.onStoreChange(async () => {
  known = await background.overview(place.site);
  draw();
});
draw();
