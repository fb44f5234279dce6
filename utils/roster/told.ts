/** What the engine says, in the reader's language. Not for workers, which have no catalogs. */
import { apart, isOne, number } from '../words/say.ts';
import { sentence } from '../words/sentences.ts';
import type { Report } from './report.ts';
import { inWords, type Part } from './words.ts';

/** A phrase in the reader's language. */
export const told = (part: Part): string => inWords(part, { sentence, number, isOne, apart });

/** The report in the reader's language: all that is said in it; values, names of files and of columns stay. */
export function toldReport(report: Report): Report {
  const { profile, verdict, files, findings, pictures, comparison, phrases } = report;
  /** What the engine put together; anything else is a value. */
  const composed = (english: string, where = '') => {
    const phrase = phrases?.get(where + english);
    return phrase ? told(phrase) : english;
  };
  return {
    ...report,
    profile: { ...profile, name: sentence(profile.name) },
    verdict: { ...verdict, text: composed(verdict.text) },
    files: files.map((file) => ({
      ...file,
      facts: file.facts.map(({ found, wanted, ...fact }) => ({
        ...fact,
        found: composed(found),
        wanted: wanted && composed(wanted),
      })),
    })),
    findings: findings.map((finding) => ({
      ...finding,
      message: composed(finding.message),
      advice: sentence(finding.advice),
      reason: sentence(finding.reason),
      source: sentence(finding.source),
    })),
    pictures: pictures.map(({ id, title, summary, of, counts, bars }) => ({
      id,
      title: sentence(title),
      summary: composed(summary),
      of: sentence(of),
      counts: sentence(counts),
      bars: bars.map(({ name, count }) => ({ name: composed(name, id), count })),
    })),
    comparison: comparison && {
      ...comparison,
      files: comparison.files.map((file) => ({ ...file, group: file.group && sentence(file.group) })),
    },
  };
}
