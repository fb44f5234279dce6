import { sessionCookie } from './cookies.ts';
import { FAULTS } from './district.ts';
import { DriftError } from './drift/error.ts';
import { addColumn, changeTemplate } from './drift.ts';
import type { Session } from './sessions.ts';
import type { DistrictOptions } from './types.ts';
import { UnknownVariantError, VARIANTS } from './variants.ts';
import { json, plain, type Reply, redirect, type Visit } from './visit.ts';

/** The simulator's own endpoints, for tests: new session, state, expiry, drift. They are no part of PowerSchool. */
export function control({ method, path, query, session, sessions }: Visit): Reply | undefined {
  if (path === '/~simulator/session') {
    try {
      const { go = '/admin/home.html', students, seed, faults, ...variants } = Object.fromEntries(query);
      if (!/^\/(?!\/)/.test(go)) return plain(`go needs a path of this site, not "${go}".`, 400);
      const created = sessions.create(variants, readDistrict({ students, seed, faults }));
      return redirect(go, { 'set-cookie': sessionCookie(created) });
    } catch (error) {
      if (error instanceof UnknownVariantError || error instanceof DistrictError) return plain(error.message, 400);
      throw error;
    }
  }
  if (path === '/~simulator/variants') return json(VARIANTS);
  const change = CHANGES[path];
  if (path !== '/~simulator/state' && !change) return undefined;
  if (!session) return plain('No session. Start one at /~simulator/session.', 404);
  if (!change) return json(stateOf(session));
  if (method !== 'POST') return plain('Use POST.', 405);
  try {
    return json(change(session, query));
  } catch (error) {
    if (error instanceof DriftError) return plain(error.message, error.status);
    throw error;
  }
}

/** What a POST changes in the session; each returns what it answers. */
const CHANGES: Record<string, (session: Session, query: URLSearchParams) => unknown> = {
  '/~simulator/expire': (session) => {
    session.loggedIn = false;
    return { expired: true };
  },
  '/~simulator/template': changeTemplate,
  '/~simulator/plugin': addColumn,
};

function stateOf({ variants, templates, schedules, saves, exports }: Session) {
  return {
    ...{ variants, templates, schedules: Object.fromEntries(schedules), saves },
    exports: exports.map(({ fileName, dataSetId, bytes }) => ({
      fileName,
      dataSetId,
      base64: Buffer.from(bytes).toString('base64'),
    })),
  };
}

/** Thrown for district options that make no sense. */
export class DistrictError extends Error {
  override name = 'DistrictError';
}

/**
 * Reads a district's options as typed by a user (`students=500`, `seed=7`, `faults=a+b`).
 * @throws DistrictError naming what is wrong and what is right
 */
export function readDistrict(options: Record<string, string | undefined>): Partial<DistrictOptions> {
  const { students, seed, faults, ...unknown } = options;
  const names = Object.keys(unknown);
  if (names.length > 0)
    throw new DistrictError(`Unknown district option "${names[0]}". Options: students, seed, faults.`);
  return {
    ...(students === undefined ? {} : { students: wholeNumber('students', students) }),
    ...(seed === undefined ? {} : { seed: wholeNumber('seed', seed) }),
    ...(faults === undefined ? {} : { faults: readFaults(faults) }),
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,7}$/.test(text)) throw new DistrictError(`District option ${name} needs a whole number, not "${text}".`);
  return Number(text);
}

function readFaults(text: string): string[] {
  const known = Object.keys(FAULTS);
  const chosen = text.split(/[+ ]/).filter((name) => name !== '');
  const unknown = chosen.find((name) => !known.includes(name));
  if (unknown) throw new DistrictError(`Unknown fault "${unknown}". Faults: ${known.join(', ')}.`);
  return chosen;
}
