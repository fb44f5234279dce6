import browser from 'webextension-polyfill';
import * as z from 'zod/mini';
import type { CheckSettings } from '../roster/report.ts';
import { defaultSettings, settingsSchema } from '../roster/settings.ts';

/** The check page's settings, in `storage.local`; and how it gives a file. */

const KEY = 'check';
/** By site; '' where none is known. */
const stored = z.object({ version: z.literal(1), sites: z.record(z.string(), z.unknown()) });

async function storedSites(): Promise<Record<string, unknown>> {
  const parsed = stored.safeParse((await browser.storage.local.get(KEY))[KEY]);
  return parsed.success ? parsed.data.sites : {};
}

const versioned = z.object({ version: z.number().check(z.gt(1)) });

async function isNewer(): Promise<boolean> {
  return versioned.safeParse((await browser.storage.local.get(KEY))[KEY]).success;
}

/**
 * The settings of a site. What cannot be read counts as not there, site by site.
 * @param site its origin, null for none.
 * @param profiles ids of those there are.
 */
export async function readSettings(site: string | null, profiles: readonly string[]): Promise<CheckSettings> {
  const parsed = settingsSchema.safeParse((await storedSites())[site ?? '']);
  if (!parsed.success) return defaultSettings;
  const { profile } = parsed.data;
  return { ...parsed.data, profile: profiles.includes(profile) ? profile : defaultSettings.profile };
}

/** Keeps the settings of a site. Rejects when the browser cannot write, or a newer extension has written them. */
export async function saveSettings(site: string | null, settings: CheckSettings): Promise<void> {
  if (await isNewer()) throw new Error('A newer version wrote the settings.');
  const sites = { ...(await storedSites()), [site ?? '']: settings };
  await browser.storage.local.set({ [KEY]: { version: 1, sites } });
}

/**
 * Gives the administrator a text as a file, as a download of the page itself: the permission for downloads is not
 * needed.
 */
export function saveText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser has taken the address by the time a later task runs.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
