import type { Report } from '../../../utils/roster/report.ts';
import { toldReport } from '../../../utils/roster/told.ts';
import { catalogOf, messagesOf } from '../../../utils/words/catalogs.ts';
import { useTexts } from '../../../utils/words/say.ts';
import { keyOf } from '../../../utils/words/sentences.ts';

const english = catalogOf('en');
const spanish = messagesOf('es');

/** Facts that are the same in every language: numbers, and names of line ends and encodings. */
const NAMES = /^([\d,.]+|CR|LF|CRLF|UTF-8|ASCII|ISO 8859-1|Mac Roman|Windows ANSI \(1252\))$/;

/** What of a report cannot be said in Spanish: texts of which is not known how they are made, and keys without a text. */
export function untold(report: Report): string[] {
  const { verdict, findings, pictures, files, phrases } = report;
  const facts = files.flatMap((file) => file.facts.flatMap(({ found, wanted }) => [found, wanted ?? '0']));
  const texts = [
    verdict.text,
    ...findings.map(({ message }) => message),
    ...pictures.map(({ summary }) => summary),
    ...facts.filter((fact) => !NAMES.test(fact)),
  ];
  const missing = new Set(texts.filter((text) => !phrases?.has(text)));
  useTexts((key) => {
    if (!spanish[key]) missing.add(key);
    return spanish[key] ?? '';
  });
  toldReport(report);
  useTexts((key) => english[key] ?? '');
  // The browser's own, and templates without a word in them.
  const ALLOWED = [
    '@@ui_locale',
    ...['{count} {name}', '{first}, {second}', '{share} %', '{message} {hints}'].map(keyOf),
  ];
  return [...missing].filter((text) => !ALLOWED.includes(text));
}
