import type { FinishView, SetUpView } from '../../components/finish/types.ts';
import type { FileView } from '../../components/view.ts';
import { nothingDone } from '../checklist/progress.ts';
import type { Site } from '../checklist/store.ts';
import type { Afterwards } from '../profile/afterwards.ts';
import type { Profile } from '../profile/schema.ts';
import { type LetterFacts, letterOf, mailtoOf, PLACEHOLDER } from '../template/letter.ts';
import { inLanguage, SUMMARY_NAMES } from '../template/summary.ts';
import { time } from '../words/times.ts';
import { choiceViews, fileViews, receiverView } from './view.ts';

/** The letter's dates: the receiver must not take a month for a day. */
const LETTER = 'en-US';

/** The site that the page's address names after `#`; null where it names none, or no site of the web. */
export function siteOfHash(hash: string): string | null {
  const named = hash.slice(1);
  if (!URL.canParse(named)) return null;
  const { protocol, origin } = new URL(named);
  return /^https?:$/.test(protocol) && origin === named ? origin : null;
}

/** What the page "What comes next" goes by. */
export interface FinishFacts {
  /** The site that `record` is about, null when none was ever seen. */
  site: string | null;
  record: Site;
  /** As it is typed now. */
  district: string;
  profile: Profile;
  afterwards: Afterwards;
}

/** The page "What comes next". */
export function finishView({ site, record, district, profile, afterwards }: FinishFacts): FinishView {
  const files = fileViews(profile, record);
  const host = site === null ? '' : new URL(site).host;
  const isReady = site !== null && files.every(({ verifiedOn }) => verifiedOn !== '');
  const facts: LetterFacts = {
    profile,
    host,
    templates: Object.fromEntries(
      fileViews(profile, record, LETTER).map(({ id, templateName: name, savedOn, verifiedOn }) => [
        id,
        { name, savedOn, verifiedOn },
      ]),
    ),
    district,
    choices: record.choices,
  };
  return {
    site: host,
    known: Object.keys(record.progress).length > 0,
    receiver: receiverView(profile),
    files,
    district,
    afterwards,
    ready: isReady
      ? {
          letter: {
            ...letterOf(facts),
            ...mailtoOf(facts),
            placeholder: district.trim() === '' ? PLACEHOLDER : '',
          },
          setUp: setUpView(profile, record, files),
        }
      : null,
  };
}

function setUpView(profile: Profile, { progress, choices, ...record }: Site, files: FileView[]): SetUpView {
  return {
    files: files.map(({ id, fileName, templateName, savedOn, verifiedOn }) => {
      const { columns, options } = (progress[id] ?? nothingDone).setUp;
      return {
        id,
        fileName,
        templateName,
        dataSet: profile.files.find((file) => file.id === id)?.query ?? '',
        savedOn,
        verifiedOn,
        columns,
        options: Object.entries(SUMMARY_NAMES).map(([control, name]) => ({
          name,
          value: inLanguage(control, options[control] ?? ''),
        })),
      };
    }),
    choices: choiceViews(profile, { ...record, progress, choices }).map(({ label, chosen }) => ({ label, chosen })),
    syncAt: choices.syncAt === null ? '' : time(choices.syncAt),
  };
}
