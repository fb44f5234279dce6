/** Reads how many tests passed and failed from the JSON reports of Vitest and Playwright. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tell.mjs';

/** Where the reports go; cleaned before each run. */
export const reports = 'test-results';

/** One step that either works or does not. */
export function single(code) {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Anything that is not a pass is a fault: the project has no skipped tests. */
export function vitestCounts(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  // A file that could not be loaded has no tests to fail.
  const broken = report.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.length === 0,
  ).length;
  return counts(report.numPassedTests, report.numTotalTests - report.numPassedTests + broken, code);
}

export function playwrightCounts(file, code) {
  const report = read(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return counts(expected, unexpected + flaky + skipped, code);
}

/** A runner can fail without a failing test: an unhandled error, no tests found. */
function counts(passed, failed, code) {
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function read(file) {
  try {
    return JSON.parse(readFileSync(join(root, reports, file), 'utf8'));
  } catch {
    return undefined;
  }
}
