/** Texts of invented reports, made as the engine makes them: from the profile's own rules, as phrases. */
import { classtagRoster } from '../../utils/profile/classtag-roster.ts';
import type { FileFaultKind } from '../../utils/profile/roster.ts';
import { draftOfFault, verdictOf } from '../../utils/roster/engine/findings.ts';
import type { Fact, Finding, Picture, Verdict } from '../../utils/roster/report.ts';
import { english, type Part, type Phrase, type Say, share } from '../../utils/roster/words.ts';

/** How the texts of all invented reports are made. */
export const phrases = new Map<string, Phrase>();

const say: Say = (part, where = '') => {
  const text = english(part);
  if (typeof part === 'object' && 'says' in part) phrases.set(where + text, part);
  return text;
};

type Said = Pick<
  Finding,
  'code' | 'cause' | 'severity' | 'file' | 'column' | 'count' | 'message' | 'advice' | 'reason' | 'source'
>;

/** What a rule about rows tells. @param more a sentence behind it */
export function ofRule(file: string, column: string, code: string, cause: string, count: number, more?: Phrase): Said {
  const rule = classtagRoster.checks.rules.find(
    (one) => one.file === file && one.column === column && one.code === code && one.cause === cause,
  );
  if (!rule) throw new Error(`no rule ${code} ${cause} of ${file} ${column}`);
  const { severity, advice, reason, source } = rule;
  const told: Phrase = { says: rule.message, n: count, with: { column } };
  const message = say(more ? { says: '{message} {hints}', with: { message: told, hints: more } } : told);
  return { code, cause, severity, file, column, count, message, advice, reason, source };
}

/** What a rule about a file or the set tells. */
export function ofFile(
  what: FileFaultKind,
  file: string | null,
  column: string | null,
  count: number,
  words: Record<string, Part> = {},
): Said {
  const [draft] = draftOfFault({ what, file, column, count, rows: [], words }, classtagRoster);
  if (!draft) throw new Error(`no rule ${what}`);
  const { code, cause, severity, advice, reason, source, message } = draft;
  return { code, cause, severity, file: draft.file, column, count, message: say(message), advice, reason, source };
}

/** The verdict on findings. @param files how many were read */
export const verdictOn = (findings: Pick<Finding, 'severity' | 'cause' | 'file'>[], files = 3): Verdict =>
  verdictOf(findings, files, classtagRoster, say);

/** The facts of a file. @param odd what differs from the template */
export function factsOf(rows: number, bytes: number, columns: number, odd: Partial<Record<Fact['id'], Part>>): Fact[] {
  const fact = (id: Fact['id'], found: Part, wanted: Part | null): Fact => ({
    id,
    found: say(odd[id] ?? found),
    wanted: wanted === null ? null : say(wanted),
    fits: wanted === null ? null : !odd[id],
  });
  return [
    fact('rows', rows, null),
    fact('columns', columns, null),
    fact('line-ending', 'CR', 'CR'),
    fact('encoding', 'UTF-8', 'UTF-8'),
    fact('bom', { says: 'no' }, { says: 'no' }),
    fact('delimiter', { says: 'comma' }, { says: 'comma' }),
    fact('quotes', { says: 'none' }, { says: 'none' }),
    fact('size', { says: '{size} MB', with: { size: Number((bytes / 1e6).toFixed(1)) } }, null),
  ];
}

/** A picture of the profile's with these bars. @param neither of a picture of contacts, how many have neither */
export function pictureOf(id: string, bars: [name: Part, count: number][], neither?: number): Picture {
  const spec = classtagRoster.pictures.find((one) => one.id === id);
  if (!spec) throw new Error(`no picture ${id}`);
  const { title, of, counts } = spec;
  const total = bars.reduce((sum, [, count]) => sum + count, 0);
  const [name = '', most = 0] = [...bars].sort(([, a], [, b]) => b - a)[0] ?? [];
  const summary: Phrase =
    neither === undefined
      ? {
          says: 'Most: {name}, with {count} of {total} ({share}).',
          with: { name, count: most, total, share: share(most, total) },
        }
      : {
          says: '{count} of {total} ({share}) {has} neither.',
          n: neither,
          with: { total, share: share(neither, total) },
        };
  return {
    id,
    title,
    of,
    counts,
    summary: say(summary),
    bars: bars.map(([name, count]) => ({ name: say(name, id), count })),
  };
}
