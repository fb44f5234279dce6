import type { Report } from '../report.ts';

/** The report with all values of cells left out, for handing on: docs/report.md. */
export function withoutValues(report: Report): Report {
  const findings = report.findings.map((finding) => ({
    ...finding,
    places: finding.places.map((place) => ({ ...place, value: null })),
  }));
  return { ...report, findings };
}

/** `check-2026-11-25-0941.csv`: the name a saved report gets, by the time of the check in UTC. */
export function reportName(report: Report, ending: 'csv' | 'json'): string {
  const [day = '', time = ''] = report.checkedAt.split('T');
  return `check-${day}-${time.slice(0, 5).replace(':', '')}.${ending}`;
}
