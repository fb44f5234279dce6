import type { Needs, Rule, Severity, Test } from './checks.ts';
import type { FileFaultKind, FileRule } from './roster.ts';

/** What is said of a fault: message, advice, reason, source. */
export type Words = [message: string, advice: string, reason: string, source: string];

/** A rule about rows, written short. */
export function rule(
  file: string,
  column: string,
  [code, cause, severity]: [string, string, Severity],
  test: Test,
  [message, advice, reason, source]: Words,
  needs?: Needs,
): Rule {
  return { code, cause, severity, file, column, test, message, advice, reason, source, ...(needs ? { needs } : {}) };
}

/** A rule about a file or the set as a whole, written short. */
export function fileRule(
  what: FileFaultKind,
  [code, severity]: [string, Severity],
  [message, advice, reason, source]: Words,
): FileRule {
  return { what, code, severity, message, advice, reason, source };
}
