import type { RosterProfile } from '../../../utils/profile/roster.ts';

/** Everything that profiles say to the reader, as it stands in them. */
export function profileSentences(profiles: readonly RosterProfile[]): string[] {
  return profiles.flatMap(({ name, files, checks, fileRules, pictures, verdicts }) => [
    name,
    ...[...fileRules, ...checks.cells, ...checks.unwanted, ...checks.rules].flatMap(
      ({ message, advice, reason, source }) => [message, advice, reason, source],
    ),
    ...Object.values(verdicts),
    ...pictures.flatMap((picture) => [
      picture.title,
      picture.of,
      picture.counts,
      ...(picture.is === 'filled' ? picture.names : []),
    ]),
    ...files.flatMap(({ groups }) => groups?.kinds.map((kind) => kind.name) ?? []),
  ]);
}
