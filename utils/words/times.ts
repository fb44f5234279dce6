/** Dates and times as the reader's language writes them. */
import { locale } from './say.ts';

/** `18:10` as `6:10 PM`; some browsers put a narrow space before PM, others a plain one: always the plain one. */
export function time(at: string): string {
  const clock = new Intl.DateTimeFormat(locale(), { timeStyle: 'short', timeZone: 'UTC' });
  return clock.format(new Date(`2000-01-01T${at}:00Z`)).replaceAll('\u202f', ' ');
}

/** The day of a moment (ISO 8601) by the clock here, `Nov 23, 2026`; '' for none. */
export function dayOf(at: string | null, language = locale()): string {
  return at === null ? '' : new Date(at).toLocaleDateString(language, { dateStyle: 'medium' });
}

/** `2027-03-14` as `Mar 14, 2027`. */
export function calendarDay(on: string): string {
  const calendar = new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' });
  return calendar.format(new Date(`${on}T00:00:00Z`));
}
