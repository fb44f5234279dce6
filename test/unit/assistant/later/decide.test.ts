import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deed, decide, type Facts } from '../../../../utils/assistant/later/decide.ts';
import type { Course } from '../../../../utils/assistant/later/types.ts';
import type { Situation } from '../../../../utils/assistant/view.ts';
import { emptySite } from '../../../../utils/checklist/empty.ts';
import { nothingDone } from '../../../../utils/checklist/progress.ts';
import { node, pageWith, row, USERS_FIELDS } from '../../template/pages.ts';
import { course, labelOf, listed, named, noFacts, pages, situation, summaryOf, TICKED } from './situations.ts';

/** `press next`, `open-template classtag_users`, `halt`. */
function inShort(deed: Deed): string {
  const more = 'button' in deed ? ` ${deed.button}` : 'name' in deed ? ` ${deed.name}` : '';
  return deed.kind + more;
}
const next = (now: Situation, of: Course, facts: Facts = noFacts) => inShort(decide(now, of, facts));

const savedAt = (at: string): Partial<Situation> => {
  const site = emptySite('2026-01-01T00:00:00.000Z');
  site.progress.users = { ...nothingDone, savedAs: 'classtag_users', savedAt: at };
  return { site };
};
const typed = pageWith({
  ...named,
  tree: TICKED,
  grid: USERS_FIELDS.map((field) => row(field, field === 'USERS.email' ? 'mail' : labelOf(field))),
});
const other = pageWith({ mentions: [{ where: 'export-from', text: 'NQ - com.classtag.one_roster_classes' }] });
const missing = { ...pages.summary, summary: { ...summaryOf({}), fileName: 'missing' as const } as never };

describe('the guided set-up', () => {
  it.each<[string, Situation, Course, string]>([
    ['loading', situation({ ...pages.right, loading: true }), course(), 'wait'],
    ['two steps at once', situation({ ...pages.right, unclear: true }), course(), 'wait'],
    ['signed out', situation({ ...pages.right, signedOut: true }), course(), 'halt'],
    ['the extension gone', situation(pages.right, { isAlive: false }), course(), 'halt'],
    ['no data set', situation(pages.none), course(), 'data-set'],
    ['another data set', situation(other), course(), 'data-set'],
    ['the data set, nothing ticked', situation(pages.chosen), course(), 'fields'],
    ['a folded tree', situation(pageWith(named)), course(), 'fields'],
    ['fields ticked', situation(pages.ticked), course(), 'labels'],
    ['all right', situation(pages.right), course(), 'press next'],
    ['a label typed by hand', situation(typed), course(), 'typed'],
    ['a label typed by hand that stays', situation(typed), course({ keepTyped: 'users.email mail' }), 'press next'],
    [
      'another label typed by hand than the one that stays',
      situation(typed),
      course({ keepTyped: 'users.sms x' }),
      'typed',
    ],
    ['the records', situation(pages.records), course(), 'look'],
    ['the records, looked at', situation(pages.records), course({ looked: true }), 'press next'],
    ['a wrong summary', situation(pages.wrongSummary), course({ columnsRight: true }), 'summary'],
    ['a right summary', situation(pages.summary), course({ columnsRight: true }), 'press save-template'],
    ['a right summary, labels wrong or unseen', situation(pages.summary), course(), 'halt'],
    ['a setting that is not found', situation(missing), course({ columnsRight: true }), 'by-hand'],
    ['the same, set by hand', situation(missing), course({ columnsRight: true, byHand: true }), 'press save-template'],
    ['the dialog', situation(pages.dialog), course({ columnsRight: true }), 'save'],
    ['the dialog, being filled', situation(pages.dialog, { busy: 'Filling' }), course({ columnsRight: true }), 'wait'],
    [
      'the dialog over a wrong summary',
      situation({ ...pages.dialog, summary: summaryOf({ fileName: 'x' }) }),
      course({ columnsRight: true }),
      'halt',
    ],
    ['My Templates', situation(pages.templates), course(), 'open-wizard'],
    [
      'step 3 of another file, before it has begun',
      situation({ ...other, place: 'summary' }),
      course({ begun: false }),
      'open-wizard',
    ],
    ['step 3 of another file', situation({ ...other, place: 'summary' }), course(), 'halt'],
    ['saved since it began', situation(pages.summary, savedAt('2026-01-03T00:00:00.000Z')), course(), 'saved'],
    ['saved before it began', situation(pages.chosen, savedAt('2026-01-01T12:00:00.000Z')), course(), 'fields'],
  ])('%s', (_, now, of, expected) => {
    expect(next(now, of)).toBe(expected);
  });
});

describe('the check of a saved template', () => {
  const check = (more: Partial<Course> = {}) => course({ mode: 'check', opened: true, mayPress: true, ...more });
  const closed = check({ opened: false });
  const drifted = pageWith({
    ...named,
    tree: [...TICKED.slice(1), node('USERS.agentSourcedIds')],
    grid: typed.grid.slice(1),
  });
  const folded = pageWith({ ...named, grid: USERS_FIELDS.map((field) => row(field, labelOf(field))) });

  it.each<[string, Situation, Course, Facts, string]>([
    ['anywhere', situation(pages.right), closed, noFacts, 'open-list'],
    ['in the list', situation(pages.templates), closed, listed(), 'open-template classtag_users'],
    ['not in the list', situation(pages.templates), closed, listed({ listed: 0, opens: false }), 'halt'],
    ['listed twice', situation(pages.templates), closed, listed({ listed: 2 }), 'halt'],
    ['without a link', situation(pages.templates), closed, listed({ opens: false }), 'halt'],
    [
      'in the list of schedules without it',
      situation(pages.templates),
      closed,
      { ...listed({ listed: 0 }), scheduled: true },
      'open-list',
    ],
    ['columns that come by and by', situation(pageWith({})), check(), noFacts, 'wait'],
    [
      'a template that cannot be opened',
      situation(pageWith({})),
      check(),
      { ...noFacts, error: 'It is gone.' },
      'halt',
    ],
    [
      'a template of another data set',
      situation({ ...other, grid: [row('SECTIONS.title')] }),
      check(),
      noFacts,
      'halt',
    ],
    ['a list whose rows come later', situation(pages.templates), closed, { ...listed({ listed: 0 }), rows: 0 }, 'wait'],
    ['put right by hand', situation(pages.summary), check({ columnsRight: true, differed: true }), noFacts, 'drift'],
    ['a folded tree', situation(folded), check(), noFacts, 'unfold'],
    ['a tree that stays folded', situation(folded), check(), { ...noFacts, unfolded: true }, 'press next'],
    ['all right', situation(pages.right), check(), noFacts, 'press next'],
    ['all right, opened by hand', situation(pages.right), check({ mayPress: false }), noFacts, 'may-press'],
    ['drift', situation(drifted), check(), noFacts, 'drift'],
    ['drift, to be put right', situation(drifted), check({ changed: true }), noFacts, 'fields'],
    ['a label that differs, to be put right', situation(typed), check({ changed: true }), noFacts, 'labels'],
    ['the records', situation(pages.records), check(), noFacts, 'press next'],
    ['the records, opened by hand', situation(pages.records), check({ mayPress: false }), noFacts, 'may-press'],
    ['a right summary', situation(pages.summary), check({ columnsRight: true }), noFacts, 'verified'],
    ['a right summary, labels unseen', situation(pages.summary), check(), noFacts, 'halt'],
    ['a wrong summary', situation(pages.wrongSummary), check({ columnsRight: true }), noFacts, 'drift'],
    [
      'a wrong summary, to be put right',
      situation(pages.wrongSummary),
      check({ columnsRight: true, changed: true }),
      noFacts,
      'summary',
    ],
    [
      'put right',
      situation(pages.summary),
      check({ columnsRight: true, changed: true }),
      noFacts,
      'press save-template',
    ],
    [
      'saved over',
      situation(pages.summary, savedAt('2026-01-03T00:00:00.000Z')),
      check({ changed: true }),
      noFacts,
      'saved',
    ],
  ])('%s', (_, now, of, facts, expected) => {
    expect(next(now, of, facts)).toBe(expected);
  });
});

describe('whatever the page shows', () => {
  const flag = fc.boolean();
  const flags = fc.record({
    begun: flag,
    looked: flag,
    keepTyped: fc.constantFrom('', 'users.email mail'),
    differed: flag,
    byHand: flag,
    changed: flag,
    columnsRight: flag,
    opened: flag,
    mayPress: flag,
    all: flag,
    mode: fc.constantFrom('set-up' as const, 'check' as const),
  });
  const page = fc.constantFrom(...Object.values(pages), typed, other, missing);

  it('no template is offered to be saved, or verified, while something of it is known to be wrong', () => {
    fc.assert(
      fc.property(page, flags, flag, (shown, of, isSaved) => {
        const now = situation(shown, isSaved ? savedAt('2026-01-01T12:00:00.000Z') : {});
        const deed = decide(now, course(of), noFacts);
        if (deed.kind !== 'save' && deed.kind !== 'verified' && inShort(deed) !== 'press save-template') return;
        expect(of.columnsRight).toBe(true);
        const { fileName: _, ...rest } = now.page.summary as NonNullable<typeof now.page.summary>;
        const { fileName: __, ...wanted } = summaryOf({}) as NonNullable<typeof now.page.summary>;
        expect(rest).toEqual(wanted);
      }),
      { numRuns: 2_000 },
    );
  });

  it('a template that was opened by hand has no button pressed before the administrator says so', () => {
    fc.assert(
      fc.property(page, flags, (shown, of) => {
        const by = course({ ...of, mode: 'check', opened: true, mayPress: false, changed: false });
        expect(decide(situation(shown), by, noFacts).kind).not.toBe('press');
      }),
      { numRuns: 1_000 },
    );
  });
});
