/**
 * Tries what must hold for any input, long: `npm run fuzz -- --runs 100000 [--seed 1]`. Says the seed and the smallest
 * input where something does not hold. The properties here first, then those that stand among the tests because they
 * need a document or a slow rival to compare with.
 */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { properties } from './fuzz/properties';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } } });
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 0x7fffffff : Number(values.seed);
console.log(`${runs} runs, seed ${seed}`);
for (const { name, property, cost } of properties()) {
  const started = performance.now();
  const numRuns = Math.ceil(runs / cost);
  const result = await fc.check(property, { numRuns, seed });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed ? 'FAILED' : 'ok'}  ${name}: ${result.numRuns} runs, ${seconds} s`);
  if (!result.failed) continue;
  console.log(fc.defaultReportMessage(result));
  process.exitCode = 1;
}

const { status } = spawnSync('npx', ['vitest', 'run', 'properties', 'text-blocks', '--testTimeout', '3600000'], {
  env: { ...process.env, TERMLENS_RUNS: String(runs), TERMLENS_SEED: String(seed) },
  stdio: 'inherit',
});
console.log(`${status === 0 ? 'ok' : 'FAILED'}  the properties among the tests`);
if (status !== 0) process.exitCode = 1;
