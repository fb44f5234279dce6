/**
 * Measures one candidate in a process of its own: `node child.js CANDIDATE SET WARM-UP FORM`, the sets' paths and the
 * form as JSON. A small set goes first, so that no one is measured while its code is compiled.
 */
import { duckdb } from './duckdb.ts';
import { floor, parsers, streamers } from './parsers.ts';
import type { Candidate, EngineModule, Measured, SetForm, SetPaths } from './types.ts';

/** The small set is gone through this often, or for so many milliseconds: what has much code takes long to compile all. */
const WARM_UPS = 15;
const WARMS_UP = 3_000;

async function candidateOf(name: string): Promise<Candidate> {
  if (name === 'byte loop') return floor;
  if (name === 'DuckDB, two threads') return duckdb;
  const parser = parsers[name] ?? streamers[name];
  if (parser !== undefined) return parser;
  // The path of our engine's bundle.
  const engine: EngineModule = await import(name);
  return engine.checkFiles;
}

async function measure([name, set, warmUp, form]: string[]): Promise<Measured> {
  const candidate = await candidateOf(name ?? '');
  const setForm: SetForm = JSON.parse(form ?? '');
  const small: SetPaths = JSON.parse(warmUp ?? '');
  const until = performance.now() + WARMS_UP;
  for (let times = 0; times < WARM_UPS && performance.now() < until; times += 1) await candidate(small, setForm);
  const start = performance.now();
  const outcome = await candidate(JSON.parse(set ?? ''), setForm);
  const took = performance.now() - start;
  return { ...outcome, took, peak: process.resourceUsage().maxRSS * 1024 };
}

const measured = JSON.stringify(await measure(process.argv.slice(2)));
// A candidate's workers may be waiting for more.
process.stdout.write(measured, () => process.exit(0));
