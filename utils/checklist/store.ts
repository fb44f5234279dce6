import * as z from 'zod/mini';
import { emptyStore } from './empty.ts';
import { MOST_COLUMNS, MOST_ENTRIES, MOST_ID, MOST_LETTERS, MOST_SITE } from './types.ts';

/**
 * What the extension keeps: progress and choices by site, never a student's data. Parsed on every read; unknown keys
 * are dropped; a record of an older version is brought up to date, one that cannot be read counts as empty.
 */

const when = z.string().check(z.maxLength(40));
const words = z.string().check(z.maxLength(MOST_LETTERS));
export const idSchema = z.string().check(z.maxLength(MOST_ID));
export const siteSchema = z.string().check(z.maxLength(MOST_SITE));
const few = <T>(value: z.ZodMiniType<T>) =>
  z.record(idSchema, value).check(z.refine((record) => Object.keys(record).length <= MOST_ENTRIES));
/** A template's labels and options; for messages too. */
export const columnsSchema = z.array(z.object({ field: words, label: words })).check(z.maxLength(MOST_COLUMNS));
export const optionsSchema = few(words);

const fileProgress = z.object({
  fields: z.boolean(),
  labels: z.boolean(),
  summary: z.boolean(),
  savedAs: z.nullable(z.string().check(z.maxLength(200))),
  savedAt: z.nullable(when),
  verifiedAt: z.nullable(when),
  drift: z.boolean(),
  setUp: z.object({ columns: columnsSchema, options: optionsSchema }),
});

const choices = z.object({
  profile: few(z.boolean()),
  templateNames: few(z.string().check(z.maxLength(200))),
  actAtOnce: z.boolean(),
  /** When the receiver's sync starts by the administrator's clock, `HH:MM`, where the administrator said so. */
  syncAt: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** As the administrator typed it for the letter to the receiver. */
  district: z.string().check(z.maxLength(200)),
});

const site = z.object({
  progress: few(fileProgress),
  choices,
  /** When the Data Export Manager of this site was last seen, ISO 8601. */
  seenAt: when,
});

const panel = z.object({
  folded: z.boolean(),
  /** Distance from a side and from the top of the window in CSS pixels; null for the place the panel finds itself. */
  position: z.nullable(z.object({ side: z.enum(['left', 'right']), x: z.number(), y: z.number() })),
});

const store = z.object({
  version: z.literal(2),
  /** By origin: `https://district.powerschool.com`. */
  sites: z.record(siteSchema, site),
  lastSite: z.nullable(siteSchema),
  panel,
  /** A file whose data set is to be chosen once the wizard has opened anew, by origin. */
  intents: z.record(siteSchema, z.object({ fileId: idSchema, at: z.number() })),
});

export type Store = z.infer<typeof store>;
export type Site = z.infer<typeof site>;
export type PanelPlace = z.infer<typeof panel>;
export type StoredChoices = z.infer<typeof choices>;
export const choicesSchema = choices;
export const panelSchema = panel;

export const STORE_VERSION = 2;

type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/** Version 2 remembers what was verified, the templates' labels and options, the sync's time and the district's name. */
function toVersion2(old: Record<string, unknown>): Record<string, unknown> {
  const each = (record: unknown, change: (value: object) => object): unknown =>
    isRecord(record)
      ? Object.fromEntries(Object.entries(record).map(([key, value]) => [key, isRecord(value) ? change(value) : value]))
      : record;
  const sites = each(old.sites, (site) => ({
    ...site,
    progress: each((site as { progress?: unknown }).progress, (file) => ({
      ...file,
      verifiedAt: null,
      drift: false,
      setUp: { columns: [], options: {} },
    })),
    choices: { ...(site as { choices?: object }).choices, syncAt: null, district: '' },
  }));
  return { ...old, version: 2, sites };
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By the version each starts from. Version 1 is the first that was ever written. */
const MIGRATIONS: Readonly<Record<number, Migration>> = { 1: toVersion2 };

/**
 * Reads a store of any version.
 * @returns the store, and `readable: false` when there was something that could not be understood, so that a caller may
 * say so instead of overwriting silently; `newer` where a newer extension has written it.
 */
export function parseStore(raw: unknown): { store: Store; readable: boolean; newer: boolean } {
  const empty = { store: emptyStore(), readable: true, newer: false };
  if (raw === undefined || raw === null) return empty;
  const parsed = store.safeParse(upgrade(raw, MIGRATIONS, STORE_VERSION));
  if (parsed.success) return { ...empty, store: parsed.data };
  return { ...empty, readable: false, newer: (versionOf(raw) ?? 0) > STORE_VERSION };
}

/** Would it be read again as it is? What would not must not be written. */
export function isReadable(written: Store): boolean {
  return store.safeParse(written).success;
}

/** Applies migrations one after another until the record has the wanted version or none fits. */
export function upgrade(raw: unknown, migrations: Readonly<Record<number, Migration>>, to: number): unknown {
  let record = raw;
  for (let step = 0; step < to; step += 1) {
    const version = versionOf(record);
    const migrate = version === null || version >= to ? undefined : migrations[version];
    if (!migrate) return record;
    record = migrate(record as Record<string, unknown>);
  }
  return record;
}

function versionOf(record: unknown): number | null {
  const version = (record as { version?: unknown } | null)?.version;
  return typeof version === 'number' && Number.isInteger(version) ? version : null;
}
