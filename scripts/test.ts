/** Runs every check and counts: types, lint, format, unit, data, both builds, end-to-end in both browsers. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowsers } from './install-browser';

type Step = { name: string; command: string[]; counts?: boolean };

const reports = mkdtempSync(join(tmpdir(), 'termlens-'));
const vitest = (...projects: string[]) => [
  'vitest',
  'run',
  ...projects.flatMap((project) => ['--project', project]),
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${join(reports, projects[0]!)}.json`,
];

const STEPS: Step[] = [
  { name: 'prepare', command: ['wxt', 'prepare'] },
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'types of the pure core, without DOM', command: ['tsc', '-p', 'tsconfig.core.json'] },
  { name: 'lint', command: ['oxlint', '--deny-warnings'] },
  { name: 'format', command: ['prettier', '--check', '--log-level=warn', '.'] },
  { name: 'unit', command: vitest('unit', 'components'), counts: true },
  { name: 'data', command: vitest('data'), counts: true },
  { name: 'build for Chrome', command: ['wxt', 'build'] },
  { name: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  {
    name: 'store rules',
    command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3', '--output=text', '--no-config-discovery'],
  },
  { name: 'what is shipped', command: vitest('build'), counts: true },
  { name: 'both browsers', command: vitest('e2e'), counts: true },
];

let passed = 0;
let failed = 0;
const broken: string[] = [];

try {
  ensureBrowsers(['chromium', 'firefox']);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}

for (const [at, step] of STEPS.entries()) {
  const started = Date.now();
  console.log(`\n[${at + 1}/${STEPS.length}] ${step.name}`);
  const { status } = spawnSync('npx', step.command, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (step.counts) count(step);
  else if (status === 0) passed++;
  else failed++;
  if (status !== 0) broken.push(step.name);
  console.log(`${status === 0 ? 'ok' : 'FAILED'} ${step.name}, ${((Date.now() - started) / 1000).toFixed(1)} s`);
}
rmSync(reports, { recursive: true, force: true });

if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || broken.length > 0 ? 1 : 0);

/** Adds up what vitest reports; a run that wrote no report counts as one failure. */
function count(step: Step): void {
  const file = step.command.at(-1)!.split('=')[1]!;
  if (!existsSync(file)) {
    failed++;
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number };
  passed += report.numPassedTests;
  failed += report.numFailedTests;
}
