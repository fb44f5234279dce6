/**
 * `npm run check -- users.csv classes.csv enrollments.csv`: checks exported files; `-- --help` tells the options.
 * Exits with 0 for a clean set, 1 for findings at error level, 2 when it could not be read.
 */
import { install } from './install.mjs';
import { Fault, tool } from './tell.mjs';

// What is said while something is installed must not stand in the report.
console.log = console.error;
try {
  await install({ browsers: [] });
  process.exitCode = await tool('tsx', ['test/run/check/check.ts', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error instanceof Fault ? error.message : error);
  process.exitCode = 2;
}
