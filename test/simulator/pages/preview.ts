import { recordsOf } from '../exporting.ts';
import { html, type Markup } from '../markup.ts';
import type { Session } from '../sessions.ts';
import type { Variants } from '../variants.ts';
import type { WizardState } from '../wizard-state.ts';
import { fill } from '../words.ts';

/** What every shape of the preview draws. */
interface Drawn {
  headings: string[];
  /** Column names, for the filters. */
  names: string[];
  filters: Record<string, string>;
  /** What the cells hold, text or text boxes. */
  rows: (string | Markup)[][];
  /** The first row's number, counted from 0 over all pages. */
  from: number;
  session: Session;
}

/** The preview as step 2 opens: its first page, or what stands there until Apply. */
export function firstPreview(session: Session, state: WizardState): Markup {
  const { previewStart, previewShape } = session.variants;
  if (previewStart === 'at-once') return previewPage(session, state, 0);
  // The filters have to be there before there are rows.
  return previewShape === 'filter-row' ? filterRowTable(drawn(session, state, [], 0)) : html``;
}

/** One page of the preview, counted from 0, with its paging. */
export function previewPage(session: Session, state: WizardState, pageNumber: number): Markup {
  const { previewPaging, previewShape } = session.variants;
  const { count, rows } = recordsOf(session, state, 'filtered');
  const size = previewPaging === 'all' ? Math.max(count, 1) : Number(previewPaging);
  const from = Math.min(pageNumber * size, count);
  const shown = rows(from, Math.min(from + size, count));
  const until = from + shown.length;
  return html`${SHAPES[previewShape](drawn(session, state, shown, from))}
<div class="paging">${pageLink('‹', pageNumber - 1, pageNumber > 0)} ${countText(session, {
    ...{ from, until, count },
    ...{ page: pageNumber + 1, pages: Math.max(1, Math.ceil(count / size)) },
  })}${pageLink('›', pageNumber + 1, until < count)}</div>`;
}

const SHAPES: Record<Variants['previewShape'], (preview: Drawn) => Markup> = {
  table: ({ headings, rows }) =>
    html`<div class="preview-scroll"><table class="grid preview-grid"><thead><tr>${headings.map(heading)}</tr></thead>
<tbody>${rows.map(bodyRow)}</tbody></table></div>`,

  'fixed-heading': ({ headings, rows }) =>
    html`<div class="preview-fixed"><table class="grid preview-heading"><thead><tr>${headings.map(heading)}</tr></thead></table>
<div class="preview-scroll"><table class="grid preview-grid"><tbody>${rows.map(bodyRow)}</tbody></table></div></div>`,

  'aria-grid': ({ headings, rows, session }) =>
    html`<div class="preview-scroll"><div class="preview-grid" role="grid" aria-label="${session.words.preview}">
<div role="row">${headings.map((text) => html`<div role="columnheader">${text}</div>`)}</div>
${rows.map(
  (row) => html`<div role="row">${row.map((content) => html`<div role="gridcell">${content}</div>`)}</div>
`,
)}</div></div>`,

  'extra-columns': ({ headings, rows, from }) =>
    html`<div class="preview-scroll"><table class="grid preview-grid"><thead><tr><th></th><th></th>${headings.map(heading)}</tr></thead>
<tbody>${rows.map(
      (row, index) =>
        html`<tr><td class="row-number">${from + index + 1}</td><td><input type="checkbox" name="record"></td>${row.map(cell)}</tr>
`,
    )}</tbody></table></div>`,

  'filter-row': filterRowTable,
};

/** No `th` and no `thead`: nothing but the text tells the headings from a record. */
function filterRowTable({ headings, names, filters, rows, session }: Drawn): Markup {
  return html`<div class="preview-scroll"><table class="grid preview-grid"><tbody><tr class="heading">${headings.map(cell)}</tr>
<tr class="filter-row">${names.map(
    (name) =>
      html`<td><input type="text" name="filter" data-name="${name}" value="${filters[name] ?? ''}" aria-label="${session.words.columnFilters}: ${name}"></td>`,
  )}</tr>
${rows.map(bodyRow)}</tbody></table></div>`;
}

function drawn(session: Session, { columns, filters }: WizardState, shown: string[][], from: number): Drawn {
  const { previewHeader, previewInputs } = session.variants;
  const content = (text: string) => (previewInputs === 'text' ? text : html`<input type="text" value="${text}">`);
  return {
    headings: columns.map(({ name, label }) => (previewHeader === 'labels' ? label : name)),
    names: columns.map(({ name }) => name),
    filters,
    rows: shown.map((row) => row.map(content)),
    from,
    session,
  };
}

function heading(text: string): Markup {
  return html`<th>${text}</th>`;
}

function cell(content: string | Markup): Markup {
  return html`<td>${content}</td>`;
}

function bodyRow(row: (string | Markup)[]): Markup {
  return html`<tr>${row.map(cell)}</tr>
`;
}

interface Place {
  from: number;
  until: number;
  count: number;
  page: number;
  pages: number;
}

/** What the preview says about its size. A bare number of records is written as the page's language writes it. */
function countText({ variants, words }: Session, { from, until, count, page, pages }: Place): Markup {
  const said = (text: string) => html`<span>${text}</span> `;
  switch (variants.previewCount) {
    case 'range-of-total':
      return said(fill(words.previewCount, count === 0 ? 0 : from + 1, until, count));
    case 'total-only': {
      const language = variants.language === 'pseudo' ? 'en' : variants.language;
      return said(fill(words.previewTotal, count.toLocaleString(language)));
    }
    case 'pages':
      return said(fill(words.previewPages, page, pages));
    case 'none':
      return html``;
  }
}

function pageLink(text: string, target: number, enabled: boolean): Markup {
  return html`<button type="button" class="page" data-page="${target}"${enabled ? '' : html` disabled`}>${text}</button>`;
}
