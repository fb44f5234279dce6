import type { Page } from '@playwright/test';
import type { Driven } from './driven.ts';
import { expectedColumns, expectedOutput } from './expected.ts';
import { expect } from './fixtures.ts';
import { compareForms, type Form, readForm } from './form.ts';
import {
  chooseFile,
  clickPage,
  doColumns,
  doRecords,
  doSave,
  doSummary,
  type FileId,
  pageNext,
  type Stage,
  type Walk,
} from './walk.ts';

const SUMMARY = ['fileName', 'lineDelimiter', 'fieldDelimiter', 'characterSet', 'includeHeaders', 'surroundInQuotes'];

type WatchedWalk<P extends Driven> = Walk<P> & { file: FileId };

/** A walk that compares all of the page's controls before and after each action of the panel. */
export function watchedWalk<P extends Driven>(page: P, fresh: Form): WatchedWalk<P> {
  let before = fresh;
  const walk: WatchedWalk<P> = {
    page,
    file: 'users',
    effort: { clicks: 0, typed: 0 },
    async stage(name) {
      // What stands on the page after Next is PowerSchool's own doing.
      if (name === 'records' || name === 'saved') return;
      const after = await readForm(page);
      if (name !== 'summary') expectOnly(name, walk.file, name === 'columns' ? fresh : before, after);
      before = after;
    },
  };
  return walk;
}

/** No control but those that the action is for holds another value. */
function expectOnly(stage: Stage, file: FileId, before: Form, after: Form): void {
  const { changed, came } = compareForms(before, after);
  const columns = expectedColumns(file);
  const names = (prefix: string) => Object.keys(came).filter((name) => name.startsWith(prefix));
  switch (stage) {
    case 'columns':
      expect(['category', 'exportFrom']).toEqual(expect.arrayContaining(Object.keys(changed)));
      expect(names('label of')).toEqual([]);
      return;
    case 'fields': {
      const ticked = { ...changed, ...came };
      const wanted = columns.map(({ name }) => [`label of ${name}`, name]);
      expect(Object.entries(ticked).filter(([name]) => name.startsWith('label of'))).toEqual(wanted);
      const tables = Object.keys(changed).filter((name) => !name.startsWith('column '));
      expect(tables.filter((name) => !name.startsWith('table '))).toEqual([]);
      const on = Object.entries(ticked).filter(([name, value]) => name.startsWith('column ') && value === 'true');
      expect(on.map(([name]) => name)).toEqual(columns.map(({ name }) => `column ${name}`));
      return;
    }
    case 'labels':
      expect(came).toEqual({});
      expect(changed).toEqual(Object.fromEntries(columns.map(({ name, label }) => [`label of ${name}`, label])));
      return;
    case 'filled':
      expect(came).toEqual({});
      expect(SUMMARY).toEqual(expect.arrayContaining(Object.keys(changed)));
      return;
    case 'save':
      expect(changed).toEqual({});
      expect(came).toEqual({
        templateName: `classtag_${file}`,
        templateDescription: `ClassTag roster: ${expectedOutput(file).fileName}`,
      });
      return;
    default:
      expect({ changed, came }).toEqual({ changed: {}, came: {} });
  }
}

/** What the administrator does in place of a part of the job, where the extension refuses or asks. */
export type Detours<P extends Driven = Page> = Partial<
  Record<'choose' | 'columns' | 'records' | 'summary' | 'save', (walk: Walk<P>, file: FileId) => Promise<void>>
>;

export interface Way<P extends Driven> {
  detours?: Detours<P>;
  /** After Export the page may be another, and so it may be after saving. */
  exportAfterSaving?: boolean;
}

/** One template, from the wizard's first step to the exported file and the saved template. */
export async function doWatched<P extends Driven>(walk: WatchedWalk<P>, file: FileId, way: Way<P> = {}): Promise<void> {
  const { detours = {}, exportAfterSaving = false } = way;
  walk.file = file;
  await (detours.choose ?? chooseFile)(walk, file);
  await (detours.columns ?? doColumns)(walk, file);
  await (detours.records ?? doRecords)(walk, file);
  await (detours.summary ?? doSummary)(walk, file);
  if (!exportAfterSaving) await pressExport(walk);
  await (detours.save ?? doSave)(walk, file);
  if (exportAfterSaving) await pressExport(walk);
}

async function pressExport<P extends Driven>(walk: Walk<P>): Promise<void> {
  const sent = walk.page.waitForResponse((answer) => answer.url().includes('/exportfile.action'));
  await clickPage(walk, pageNext(walk.page));
  await sent;
}
