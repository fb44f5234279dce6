import { describe, expect, it } from 'vitest';
import { emptySite, emptyStore } from '../../../utils/checklist/empty.ts';
import type { Store, StoredChoices } from '../../../utils/checklist/store.ts';
import {
  intentOf,
  startedOver,
  withChoices,
  withIntent,
  withObservations,
  withoutIntent,
  withPanel,
} from '../../../utils/checklist/updates.ts';

const A = 'https://a.powerschool.com';
const B = 'https://b.powerschool.com';
const NOW = '2026-01-01T00:00:00.000Z';
const LATER = '2026-01-02T00:00:00.000Z';

const withFields = (store: Store, site: string, fields = true) =>
  withObservations(store, site, [{ fileId: 'users', fields }], NOW);

describe('what was read', () => {
  it('is kept by site', () => {
    const store = withFields(withFields(emptyStore(), A), B, false);
    expect(store.sites[A]?.progress.users?.fields).toBe(true);
    expect(store.sites[B]?.progress).toEqual({});
    expect(store.lastSite).toBe(B);
  });

  it('makes a site known even when it says nothing', () => {
    const store = withObservations(emptyStore(), A, [], NOW);
    expect(store).toMatchObject({ lastSite: A, sites: { [A]: emptySite(NOW) } });
  });

  it('gives back the same store where nothing is new', () => {
    const store = withFields(emptyStore(), A);
    expect(withObservations(store, A, [{ fileId: 'users', fields: true }], LATER)).toBe(store);
    expect(withObservations(store, A, [], LATER)).toBe(store);
  });

  it('makes the site the last one again', () => {
    const store = withFields(withFields(emptyStore(), A), B);
    expect(withObservations(store, A, [], LATER)).toMatchObject({ lastSite: A, sites: { [A]: { seenAt: LATER } } });
  });

  it('takes several files at once, in order', () => {
    const seen = [
      { fileId: 'users', fields: true },
      { fileId: 'classes', saved: { name: 'c', at: NOW } },
      { fileId: 'users', fields: false },
    ];
    expect(withObservations(emptyStore(), A, seen, NOW).sites[A]?.progress).toMatchObject({
      users: { fields: false },
      classes: { savedAs: 'c' },
    });
  });

  it('leaves the store it was given', () => {
    const store = emptyStore();
    withFields(store, A);
    expect(store).toEqual(emptyStore());
  });
});

describe('choices and starting over', () => {
  const choices = {
    profile: { leaveOutDcid: true },
    templateNames: { users: 'u' },
    actAtOnce: true,
    syncAt: null,
    district: '',
  };

  it('keeps choices by site, and progress beside them', () => {
    const store = withChoices(withFields(emptyStore(), A), A, choices, LATER);
    expect(store.sites[A]).toMatchObject({ choices, progress: { users: { fields: true } } });
    expect(withChoices(store, B, choices, LATER).sites[A]).toBe(store.sites[A]);
  });

  it('asks for a new look at what was verified under other choices, and only then', () => {
    const verified = { fileId: 'users', verified: { name: 'u', at: NOW } };
    const store = withChoices(withObservations(emptyStore(), A, [verified], NOW), A, choices, NOW);
    const again = withObservations(store, A, [verified], LATER);
    const usersAfter = (changed: StoredChoices) => withChoices(again, A, changed, LATER).sites[A]?.progress.users;
    expect(store.sites[A]?.progress.users).toMatchObject({ verifiedAt: null, savedAs: 'u', labels: true });
    expect(usersAfter({ ...choices, district: 'Maplewood', syncAt: '18:00' })?.verifiedAt).toBe(NOW);
    expect(usersAfter({ ...choices, profile: { leaveOutDcid: false } })?.verifiedAt).toBe(null);
  });

  it('forgets progress and keeps choices', () => {
    const store = startedOver(withChoices(withFields(emptyStore(), A), A, choices, NOW), A, LATER);
    expect(store.sites[A]).toMatchObject({ choices, progress: {} });
  });

  it('forgets one site alone', () => {
    const both = withFields(withFields(emptyStore(), A), B);
    expect(startedOver(both, A, LATER).sites[B]).toBe(both.sites[B]);
  });

  it('keeps the place of the panel for all sites', () => {
    const panel = { folded: true, position: { side: 'left' as const, x: 1, y: 2 } };
    expect(withPanel(withFields(emptyStore(), A), panel)).toMatchObject({ panel, lastSite: A });
  });
});

describe('the file to go on with', () => {
  const store = withIntent(emptyStore(), A, 'classes', 1_000);
  it.each<[string, string, number, string | null]>([
    ['at once', A, 1_000, 'classes'],
    ['after a slow answer', A, 60_000, 'classes'],
    ['not two minutes later', A, 121_000, null],
    ['not before it was wished', A, 999, null],
    ['not on another site', B, 1_000, null],
  ])('%s', (_, site, now, fileId) => expect(intentOf(store, site, now)).toBe(fileId));

  it('is the last one wished', () => {
    expect(intentOf(withIntent(store, A, 'users', 2_000), A, 2_000)).toBe('users');
  });

  it('is taken once', () => {
    expect(intentOf(withoutIntent(store, A), A, 1_000)).toBeNull();
    expect(withoutIntent(store, B)).toBe(store);
  });
});
