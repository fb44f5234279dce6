/** Our engine as the bench calls it: the whole check of three files, with two workers, as the page does it. */

import { defaultSettings } from '../../../utils/roster/settings.ts';
import { checkWith } from '../../../utils/roster/start.ts';
import { fileAt, nodeHands } from '../../run/check/hand.ts';
import type { Outcome, SetPaths } from './types.ts';

const start = checkWith(nodeHands(new URL('./worker.js', import.meta.url), []));

export async function checkFiles(paths: SetPaths): Promise<Outcome> {
  const given = Object.entries(paths).map(([file, path]) => fileAt(path, `${file}.csv`));
  const report = await start(given, defaultSettings, { remember: false }, () => {}).report;
  const found: Record<string, number> = {};
  for (const { code, cause, severity, file, count } of report.findings) {
    if (severity !== 'note') found[`${file ?? 'set'} ${code} ${cause}`] = count;
  }
  return { rows: report.files.reduce((sum, { rows }) => sum + rows, 0), found };
}
