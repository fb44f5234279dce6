/** Every state of the page "What comes next", by name, made from invented records of a site. */
import type { FinishView } from '../../components/finish/types.ts';
import { finishView } from '../../utils/assistant/finish.ts';
import { emptySite } from '../../utils/checklist/empty.ts';
import { nothingDone } from '../../utils/checklist/progress.ts';
import type { Site } from '../../utils/checklist/store.ts';
import type { FileProgress } from '../../utils/checklist/types.ts';
import { classtag as profile } from '../../utils/profile/classtag.ts';
import { classtagAfterwards as afterwards } from '../../utils/profile/classtag-afterwards.ts';

const SITE = 'https://maplewood.powerschool.com';
const SAVED_AT = '2026-11-23T17:00:00.000Z';
const VERIFIED_AT = '2026-11-24T17:00:00.000Z';

function saved(id: string): FileProgress {
  const file = profile.files.find((one) => one.id === id);
  const columns = file?.columns.map(({ name, fieldNames }) => ({
    field: `${file.tables[0]}.${fieldNames[0] ?? name}`,
    label: name,
  }));
  return {
    fields: true,
    labels: true,
    summary: true,
    savedAs: `classtag_${id}`,
    savedAt: SAVED_AT,
    verifiedAt: null,
    drift: false,
    setUp: {
      columns: columns ?? [],
      options: {
        fileName: `${id}.csv`,
        lineDelimiter: 'CR',
        fieldDelimiter: 'Comma',
        characterSet: 'UTF-8',
        includeHeaders: 'on',
        surroundInQuotes: 'off',
      },
    },
  };
}
const verified = (id: string): FileProgress => ({ ...saved(id), verifiedAt: VERIFIED_AT });
const differs = (id: string): FileProgress => ({ ...verified(id), labels: false, drift: true });

/** A site with what is known of users, classes and enrollments, in this order. */
export function recordOf(files: (FileProgress | null)[], choices: Partial<Site['choices']> = {}): Site {
  const site = emptySite(SAVED_AT);
  const progress = Object.fromEntries(profile.files.map(({ id }, at) => [id, files[at] ?? nothingDone]));
  return { ...site, progress, choices: { ...site.choices, ...choices } };
}

export const ALL_VERIFIED = [verified('users'), verified('classes'), verified('enrollments')];

export function finish(record: Site, site: string | null = SITE): FinishView {
  return finishView({ site, record, district: record.choices.district, profile, afterwards });
}

export const finishStates: Record<string, FinishView> = {
  'no-site': finish(emptySite(SAVED_AT), null),
  'unknown-site': finish(emptySite(SAVED_AT)),
  'nothing-saved': finish(recordOf([{ ...nothingDone, fields: true }, null, null])),
  'some-saved': finish(recordOf([verified('users'), saved('classes'), null])),
  'saved-not-verified': finish(recordOf([saved('users'), saved('classes'), saved('enrollments')])),
  'one-differs': finish(recordOf([verified('users'), differs('classes'), verified('enrollments')])),
  'verified-without-district': finish(recordOf(ALL_VERIFIED)),
  verified: finish(
    recordOf(ALL_VERIFIED, { district: 'Maplewood Unified School District', profile: { leaveOutDcid: true } }),
  ),
  'verified-long-names': finish(
    recordOf(
      ALL_VERIFIED.map((file) => ({ ...file, savedAs: `${file.savedAs}_${'very_long_name_'.repeat(8)}` })),
      {
        district: '東京都立桜ヶ丘 Éducation Ünified District 🏫 '.repeat(5).slice(0, 200),
        syncAt: '18:30',
        profile: { swapPhoneAndSms: true },
      },
    ),
    `https://${'a-long-name-'.repeat(5)}x.powerschool.com:8443`,
  ),
  'verified-labels-unknown': finish(
    recordOf(
      ALL_VERIFIED.map((file) => ({ ...file, setUp: nothingDone.setUp })),
      { district: 'Maplewood' },
    ),
  ),
};
