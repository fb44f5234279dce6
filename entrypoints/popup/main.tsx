import { render } from 'preact';
import { Popup } from '../../components/Popup.tsx';
import { language } from '../../components/parts/language.ts';
import type { PopupActions } from '../../components/view.ts';
import '../../components/tokens.css';
import '../../components/popup.css';
import { type PopupDeed, popupView } from '../../utils/assistant/popup.ts';
import { handOver } from '../../utils/browser/handover.ts';
import { choosePage, onStoreChange, overview, saveChoices, startOver } from '../../utils/browser/popup.ts';
import {
  activeTab,
  openCheck,
  openExportManager,
  openFinish,
  openTemplates,
  showTab,
} from '../../utils/browser/tabs.ts';
import type { StoredChoices } from '../../utils/checklist/store.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { say } from '../../utils/words/say.ts';

const root = document.querySelector('#app');
if (!root) throw new Error('popup/index.html has no #app');

Object.assign(document.documentElement, language());
document.title = say('extension_name');

const tab = await activeTab();
const place = {
  site: tab.page?.site ?? tab.powerSchool,
  onExportManager: tab.page?.onExportManager ?? false,
  fileId: tab.page?.fileId ?? null,
};
let known = await overview(place.site);
let deed: PopupDeed = { kind: 'none' };

function setChoices(change: (choices: StoredChoices) => Partial<StoredChoices>): void {
  const { site, record } = known;
  if (site !== null) void saveChoices(site, { ...record.choices, ...change(record.choices) });
}

const actions: PopupActions = {
  async goNext() {
    if (deed.kind === 'choose' && tab.id !== null) await choosePage(tab.id, deed.fileId);
    if (deed.kind === 'open') await openExportManager(deed.site, deed.newTab ? null : tab.id);
    if (deed.kind === 'templates') await openTemplates(deed.site);
    if (deed.kind === 'finish') await openFinish(deed.site);
    window.close();
  },
  setChoice: (id, chosen) => setChoices(({ profile }) => ({ profile: { ...profile, [id]: chosen } })),
  setActAtOnce: (actAtOnce) => setChoices(() => ({ actAtOnce })),
  setTemplateName: (fileId, name) =>
    setChoices(({ templateNames }) => ({ templateNames: { ...templateNames, [fileId]: name } })),
  startOver() {
    if (known.site !== null) void startOver(known.site);
  },
  async checkFiles() {
    await openCheck(known.site);
    window.close();
  },
  async dropFiles(dropped) {
    const id = crypto.randomUUID();
    const taken = handOver(id, dropped);
    const checkTab = await openCheck(known.site, id);
    await taken;
    if (checkTab !== null) await showTab(checkTab);
    window.close();
  },
};

function draw(): void {
  const shown = popupView(place, known.site, known.record, profile);
  deed = shown.deed;
  if (root) render(<Popup view={shown.view} on={actions} />, root);
}

onStoreChange(async () => {
  known = await overview(place.site);
  draw();
});
draw();
