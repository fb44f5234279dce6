import type { SitesView } from '../../components/popup/sites.ts';
import type { FileView, PopupView } from '../../components/view.ts';
import { isDone, nextFile, nothingDone } from '../checklist/progress.ts';
import type { Site } from '../checklist/store.ts';
import { isExportAddress } from '../powerschool/recognize.ts';
import type { Profile } from '../profile/schema.ts';
import { count, list, say } from '../words/say.ts';
import { choiceViews, fileViews, receiverView } from './view.ts';

/** Where the active tab is: on the Data Export Manager, elsewhere on a PowerSchool site, or somewhere else. */
export interface TabPlace {
  site: string | null;
  onExportManager: boolean;
  /** The tab's address, null where the browser does not tell. */
  address: string | null;
  fileId: string | null;
}

/**
 * Where a tab is: as its content script says, else as its address tells.
 * @param site PowerSchool's site as it was seen on the page (Sites), null where none was.
 */
export function placeOf(
  tab: { page: Omit<TabPlace, 'address'> | null; powerSchool: string | null; address: string | null },
  site: string | null,
): TabPlace {
  return {
    site: tab.page?.site ?? site ?? tab.powerSchool,
    onExportManager: tab.page?.onExportManager ?? false,
    address: tab.address,
    fileId: tab.page?.fileId ?? null,
  };
}

/** What the popup's button does, if there is one. */
export type PopupDeed =
  | { kind: 'none' }
  | { kind: 'choose'; fileId: string }
  | { kind: 'open'; site: string; newTab: boolean }
  | { kind: 'templates'; site: string }
  | { kind: 'finish'; site: string };

const NO_SITES: SitesView = { offer: null, blocked: '', builtIn: [], granted: [], message: '' };

/**
 * The popup for the tab's site, or for the last site where the tab is none of PowerSchool's.
 * @param site the site that `record` is about, null when none was ever seen.
 * @param sites access to sites; where the tab's page lacks the panel, that comes before any next step.
 */
export function popupView(
  tab: TabPlace,
  site: string | null,
  record: Site,
  profile: Profile,
  sites: SitesView = NO_SITES,
): { view: PopupView; deed: PopupDeed } {
  const lacksPanel = sites.offer?.once === true || sites.blocked !== '';
  const next = lacksPanel ? nowhere : nextStep(tab, site, record.progress, profile, fileViews(profile, record));
  return {
    deed: next.deed,
    view: {
      where: tab.site !== null ? 'here' : site !== null ? 'last' : 'none',
      site: site === null ? '' : new URL(site).host,
      begun: Object.keys(record.progress).length > 0,
      onExportManager: tab.onExportManager,
      // Where the extension is not let in, nobody has tried to recognize it.
      unrecognized: !lacksPanel && !tab.onExportManager && isOfExport(tab.address),
      receiver: receiverView(profile),
      files: fileViews(profile, record),
      choices: choiceViews(profile, record),
      actAtOnce: record.choices.actAtOnce,
      nextStep: next.text,
      nextButton: next.button,
      sites,
    },
  };
}

function isOfExport(address: string | null): boolean {
  return address !== null && URL.canParse(address) && isExportAddress(new URL(address));
}

interface Next {
  text: string;
  button: string;
  deed: PopupDeed;
}

const nowhere: Next = { text: '', button: '', deed: { kind: 'none' } };

function nextStep(
  tab: TabPlace,
  site: string | null,
  progress: Site['progress'],
  profile: Profile,
  files: FileView[],
): Next {
  if (site === null) return nowhere;
  const ids = profile.files.map(({ id }) => id);
  const current = tab.fileId !== null && !isDone(progress[tab.fileId] ?? nothingDone) ? tab.fileId : null;
  const wanted = current ?? nextFile(progress, ids, tab.fileId);
  const file = files.find(({ id }) => id === wanted);
  if (!file) return { text: afterSaving(files), button: say('what_next'), deed: { kind: 'finish', site } };
  // Set up from the start it would be saved a second time; the one that is there is to be mended.
  if (file.drift && current === null) {
    return {
      text: say('next_differs', file.fileName, profile.name),
      button: say('open_my_templates'),
      deed: { kind: 'templates', site },
    };
  }
  if (!tab.onExportManager) {
    return {
      text: say('next_in_manager', file.fileName),
      button: say('open_manager'),
      deed: { kind: 'open', site, newTab: tab.site === null },
    };
  }
  if (current === null) {
    return {
      text: say('next_file', file.fileName),
      button: say('go_to', file.fileName),
      deed: { kind: 'choose', fileId: file.id },
    };
  }
  return { ...nowhere, text: openTick(file) };
}

/** All are saved: what is still to be verified and how, and what follows. */
function afterSaving(files: FileView[]): string {
  const open = files.filter(({ verifiedOn }) => verifiedOn === '').map(({ fileName }) => fileName);
  if (open.length === 0) return say('next_letter');
  return count('next_verify', open.length, list(open));
}

/** The first thing that is not done yet, as something to do on the page. */
function openTick({ fileName, ticks, templateName }: FileView): string {
  if (!ticks.fields) return say('next_fields', fileName);
  if (!ticks.labels) return say('next_labels', fileName);
  if (!ticks.summary) return say('next_summary', fileName);
  return say('next_save', fileName, templateName);
}
