import type { Effort } from '../../e2e/walk.ts';
import type { CheckedSet } from './checked.ts';
import type { ExportedFile } from './exported.ts';

export interface Picture {
  file: string;
  /** The panel alone, or the page, in dark colors; '' where there is none. */
  dark: string;
  words: string;
}

export interface Report {
  files: ({ name: string } & ExportedFile)[];
  assistant: Effort;
  byHand: Effort;
  checks: CheckedSet[];
  pictures: Picture[];
}

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const number = (value: number) => value.toLocaleString('en-US');

const STYLE = `body { font: 14px/1.5 system-ui, sans-serif; max-width: 1100px; margin: 2rem auto; padding: 0 1rem; color: #222 }
table { border-collapse: collapse } td, th { border: 1px solid #ccc; padding: .3rem .7rem; text-align: left; vertical-align: top }
code { font: 13px ui-monospace, monospace } figure { margin: 2rem 0; display: flex; gap: 1rem; flex-wrap: wrap; align-items: start }
figcaption { flex: 100% } img { border: 1px solid #ccc; max-width: 100% } .page { max-width: 700px }`;

/** One page that tells what the demo did, with its pictures beside it. */
export function reportPage({ files, assistant, byHand, checks, pictures }: Report): string {
  const fileRows = files.map(
    ({ name, header, rows }) =>
      `<tr><td>${escaped(name)}</td><td>${number(rows)}</td><td><code>${escaped(header.join(','))}</code></td></tr>`,
  );
  const checkRows = checks.map(({ name, verdict, findings, reports }) => {
    const links = reports.map((report) => `<a href="${report}">${report}</a>`).join(', ');
    return `<tr><td>${name}</td><td>${escaped(verdict)}</td><td>${number(findings.length)}</td><td>${links}</td></tr>`;
  });
  const effortRow = (who: string, { clicks, typed }: Effort) =>
    `<tr><td>${who}</td><td>${number(clicks)}</td><td>${number(typed)}</td></tr>`;
  const figures = pictures.map(
    ({ file, dark, words }, index) =>
      `<figure><figcaption>${index + 1}. ${escaped(words)}</figcaption><img class="page" src="${file}" alt="">${
        dark === '' ? '' : `<img src="${dark}" alt="">`
      }</figure>`,
  );
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Three templates, end to end</title><style>${STYLE}</style></head><body>
<h1>Three templates, end to end</h1>
<p>All names and numbers are invented. The files are UTF-8, unquoted, with CR between rows.</p>
<table><tr><th>File</th><th>Rows</th><th>Header</th></tr>${fileRows.join('')}</table>
<h2>Effort</h2>
<table><tr><th></th><th>Clicks</th><th>Keys</th></tr>
${effortRow('With the assistant', assistant)}
${effortRow('By hand, as ClassTag’s guide tells', byHand)}</table>
<p>From the open Data Export Manager to three saved templates. By hand means: every field ticked, every label clicked,
selected and typed anew, every option set that is not right from the start.</p>
<h2>The files checked</h2>
<table><tr><th>Set</th><th>Verdict</th><th>Findings</th><th>Saved report</th></tr>${checkRows.join('')}</table>
<h2>Step by step</h2>
${figures.join('\n')}
</body></html>
`;
}
