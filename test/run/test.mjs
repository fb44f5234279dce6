/**
 * `npm test`: everything that is checked, from a fresh clone on. Goes on after a failing step, so that one run shows
 * every fault. `npm test -- --only unit,e2e` runs some steps, and what they need.
 */
import { rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { install } from './install.mjs';
import { playwrightCounts, reports, single, vitestCounts } from './results.mjs';
import { build, targets } from './targets.mjs';
import { duration, Fault, main, root, say, tool } from './tell.mjs';

/** Steps that use one core each are told only when they fail, and several run at once. */
const SIDE_BY_SIDE = { output: 'if-it-fails' };

/** Name, what it does in plain words, what must have worked before, and the work: it returns counts. */
const STEPS = [
  {
    name: 'types',
    says: 'Checking types (tsc)',
    sideBySide: true,
    work: async () => single(await tool('tsc', ['--noEmit'], SIDE_BY_SIDE)),
  },
  {
    name: 'lint',
    says: 'Checking style and common faults (biome)',
    sideBySide: true,
    work: async () => single(await tool('biome', ['check', '--error-on-warnings', '.'], SIDE_BY_SIDE)),
  },
  {
    name: 'unused',
    says: 'Looking for unused files, exports and packages (knip)',
    sideBySide: true,
    work: async () => single(await tool('knip', [], SIDE_BY_SIDE)),
  },
  ...targets.map((target) => ({
    name: target,
    says: `Building the extension for ${target} (wxt)`,
    sideBySide: true,
    work: async () => single(await build(target)),
  })),
  { name: 'unit', says: 'Running the unit tests (vitest)', work: () => vitest('unit') },
  {
    name: 'package',
    says: 'Checking the built packages: manifests, content, sizes (vitest)',
    needs: targets,
    work: () => vitest('package'),
  },
  {
    name: 'e2e',
    says: 'Running the tests in a real browser (playwright)',
    needs: ['chrome'],
    browsers: ['chromium'],
    work: async () => playwrightCounts('e2e.json', await tool('playwright', ['test'])),
  },
  {
    name: 'e2e-firefox',
    says: 'Running the main job in a real Firefox (playwright, puppeteer)',
    needs: ['firefox'],
    browsers: ['firefox'],
    work: async () => playwrightCounts('firefox.json', await tool('playwright', ['test', '-c', 'test/firefox'])),
  },
];

async function vitest(project) {
  const report = ['--reporter=default', '--reporter=json', `--outputFile.json=${reports}/${project}.json`];
  return vitestCounts(`${project}.json`, await tool('vitest', ['run', '--project', project, ...report]));
}

function chosenSteps(args) {
  const at = args.indexOf('--only');
  if (at < 0) return STEPS;
  const names = (args[at + 1] ?? '').split(',').flatMap((name) => (name === 'build' ? targets : [name]));
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = STEPS.map((step) => step.name).join(', ');
    throw new Fault(`--only: no step is called "${unknown.join(', ')}". There are: ${known}, build.`);
  }
  const needed = STEPS.filter((step) => names.includes(step.name)).flatMap((step) => step.needs ?? []);
  return STEPS.filter((step) => names.includes(step.name) || needed.includes(step.name));
}

/** What ran before, and what of it failed. */
const failedIn = (results) => new Set(results.filter(({ failed }) => failed > 0).map(({ step }) => step.name));

async function runStep(step, before) {
  const blocked = (step.needs ?? []).filter((name) => failedIn(before).has(name));
  say(`\n=== ${step.says} …`);
  if (blocked.length > 0) {
    say(`Not run: ${blocked.join(', ')} failed.`);
    return { step, passed: 0, failed: 1, took: 0 };
  }
  const start = performance.now();
  const counts = await step.work();
  const took = performance.now() - start;
  say(`=== ${step.name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} after ${duration(took)}`);
  return { step, ...counts, took };
}

/** Runs all steps: those that may, as many at once as there are cores; the others one by one, after them. */
async function runAll(steps) {
  const results = [];
  const waiting = steps.filter(({ sideBySide }) => sideBySide);
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await runStep(step, results));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  for (const step of steps.filter(({ sideBySide }) => !sideBySide)) results.push(await runStep(step, results));
  return results;
}

function summarize(results, took) {
  const rows = results.map(({ step, passed, failed, took }) => [
    step.name,
    failed === 0 ? 'ok' : 'FAILED',
    duration(took),
    failed === 0 ? `${passed} passed` : `${passed} passed, ${failed} failed`,
  ]);
  say('\nSummary');
  for (const [name, state, took, counts] of rows) {
    say(`  ${name.padEnd(13)}${state.padEnd(8)}${took.padStart(12)}   ${counts}`);
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  say(`\nAll in ${duration(took)}.`);
  say(`${sum('passed')} passed, ${sum('failed')} failed`);
  if (sum('failed') > 0) process.exitCode = 1;
}

await main(async () => {
  const steps = chosenSteps(process.argv.slice(2));
  await install({ browsers: steps.flatMap((step) => step.browsers ?? []) });
  rmSync(join(root, reports), { recursive: true, force: true });
  const start = performance.now();
  const results = await runAll(steps);
  summarize(results, performance.now() - start);
});
