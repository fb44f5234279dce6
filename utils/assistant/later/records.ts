import type { RecordsView, ShownCells } from '../../../components/later/records.ts';
import type { SetUp } from '../../checklist/types.ts';
import { bringIntoView, markCells } from '../../powerschool/mark.ts';
import { locateCells, readRecords } from '../../powerschool/records.ts';
import type { RecordsPage } from '../../powerschool/types.ts';
import type { Checks } from '../../profile/checks.ts';
import type { Profile } from '../../profile/schema.ts';
import type { Parameters } from '../../roster/engine/file.ts';
import { checkPreview, type PreviewFinding } from '../../roster/preview.ts';
import { choosePreview, filtersOf, type Preview } from '../../template/preview.ts';
import type { Situation } from '../view.ts';

/** More cells than this are counted, not listed with their values. */
const LISTED = 20;

/** So many records are to be seen at once, for somebody who is asked to look at them. */
const SEEN = 5;

const DELIMITERS: Record<Profile['output']['fieldDelimiter'], string> = { Comma: ',', Tab: '\t' };

/** What the records are checked for: as the template will export them, for a district that sends all in one set. */
function parametersOf({ output }: Profile, complete: boolean): Parameters {
  return {
    level: null,
    guardians: 'users',
    schoolIds: null,
    complete,
    quotes: output.surroundInQuotes,
    fieldDelimiter: DELIMITERS[output.fieldDelimiter],
  };
}

interface Chosen {
  finding: number;
  /** The cells that are marked on the page, while they are. */
  marked: HTMLElement[];
  stop: AbortController;
}

/** Step 2: reads the preview, checks its rows, and shows cells on the page. Keeps values in memory alone. */
export class RecordsCheck {
  readonly #document: Document;
  readonly #checks: Checks;
  #page: RecordsPage | null = null;
  #preview: Preview | 'missing' | 'ambiguous' = 'missing';
  #findings: PreviewFinding[] = [];
  /** What was checked last, so that the same rows are not checked again. */
  #checked = '';
  #chosen: Chosen | null = null;

  constructor(document: Document, checks: Checks) {
    this.#document = document;
    this.#checks = checks;
  }

  /**
   * Called after every reading of the page.
   * @param shown the labels as step 1 showed them last in this page, where it did
   */
  look(now: Situation, shown: SetUp['columns'] | undefined): void {
    const { page, file, profile, site } = now;
    if (page.place !== 'records' || page.loading || !file) {
      this.#forget();
      return;
    }
    this.#page = readRecords(this.#document);
    const labels = shown ?? site.progress[file.id]?.setUp.columns ?? [];
    const text = JSON.stringify([file.id, this.#page.tables, labels, site.choices.profile]);
    if (text === this.#checked) return;
    this.#checked = text;
    this.show(null);
    this.#preview = choosePreview(this.#page.tables, profile, file, site.choices, labels);
    this.#findings = typeof this.#preview === 'string' ? [] : this.#check(this.#preview, file.id, profile);
  }

  #check({ table: { header, rows, total }, columns }: Preview, fileId: string, profile: Profile): PreviewFinding[] {
    const parameters = parametersOf(profile, total === rows.length);
    return checkPreview(this.#checks, { fileId, header, columns, rows, parameters });
  }

  /** On another step the rows are gone, and with them every value. */
  #forget(): void {
    this.show(null);
    this.#page = null;
    this.#preview = 'missing';
    this.#findings = [];
    this.#checked = '';
  }

  /** How many errors there are, null where nothing could be checked. */
  get errors(): number | null {
    if (typeof this.#preview === 'string' || this.#preview.table.rows.length === 0) return null;
    return this.#findings.filter(({ severity }) => severity === 'error').length;
  }

  /** Marks the cells of a finding on the page, or of none any more. */
  show(finding: number | null): void {
    this.#chosen?.stop.abort();
    this.#chosen = null;
    const found = finding === null ? undefined : this.#findings[finding];
    if (finding === null || !found || typeof this.#preview === 'string') return;
    const stop = new AbortController();
    const marked = locateCells(this.#document, this.#preview.table, found.cells);
    this.#chosen = { finding, marked, stop };
    markCells(marked, stop.signal);
  }

  /** Brings the first records into view where they are not; false while there are none on the page. */
  reveal(): boolean {
    if (typeof this.#preview === 'string' || this.#preview.table.rows.length === 0) return false;
    const { table } = this.#preview;
    const last = Math.min(SEEN, table.rows.length) - 1;
    const cells = locateCells(
      this.#document,
      table,
      [0, last].map((row) => ({ row, column: 0 })),
    );
    bringIntoView(cells);
    return cells.length > 0;
  }

  view(): RecordsView {
    const preview = typeof this.#preview === 'string' ? null : this.#preview;
    const { builtIn, byColumn } = this.#page ? filtersOf(this.#page, preview) : { builtIn: [], byColumn: [] };
    const { header = [], rows = [], total = null } = preview?.table ?? {};
    return {
      kind: 'records',
      state: typeof this.#preview === 'string' ? this.#preview : rows.length === 0 ? 'empty' : 'checked',
      rows: this.#page?.rows ?? null,
      filters: [...builtIn, ...byColumn],
      checked: rows.length,
      total,
      unknown: header.filter((heading, at) => heading !== '' && preview?.columns[at] === null),
      findings: this.#findings.map(({ code, severity, message, advice, cells }) => {
        return { code, severity, message, advice, points: cells.length > 0 };
      }),
      shown: this.#shown(preview),
    };
  }

  #shown(preview: Preview | null): ShownCells | null {
    const chosen = this.#chosen;
    const finding = chosen && this.#findings[chosen.finding];
    if (!chosen || !finding || !preview) return null;
    const { rows, first } = preview.table;
    return {
      finding: chosen.finding,
      cells: finding.cells.slice(0, LISTED).map(({ row, column }) => {
        return { row: row + (first ?? 1), value: rows[row]?.[column] ?? '' };
      }),
      count: finding.count,
      marked: chosen.marked.length > 0 && chosen.marked.every((cell) => cell.isConnected),
    };
  }
}
