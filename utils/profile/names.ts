import type { Profile } from './schema.ts';

/** Names of data sets, tables, fields, labels and files of a profile: none of them is anybody's. */
export function namesOf(profile: Profile): string[] {
  const files = profile.files.flatMap(({ query, fileName, tables, columns }) => [
    ...[query, fileName, ...tables],
    ...columns.flatMap(({ name, aliases, fieldNames }) => [name, ...aliases, ...fieldNames]),
  ]);
  return [...profile.categories, ...files];
}
