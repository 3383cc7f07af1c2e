/**
 * The long runs: `npm run test:long` after `npm run build`. A hundred tabs, eight hours of chat, a storm and frames at
 * full size, a hundred thousand tries of each property, the same zips twice and from the source. Writes docs/long-run.md, which SECURITY.md quotes.
 * `-- --only tabs,chat,load,fuzz,zips` runs some and writes nothing.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { eightHoursOfChat } from './long/chat';
import { memoryPerTab } from './long/tabs';

const ROOT = join(import.meta.dirname, '..');
const TABS = 100;
const LIMITS = {
  /** MB for one tab above a blank extension. */
  perTab: 3,
  /** MB that the heap may differ between the first and the last look at the chat. */
  growth: 1,
};

type Row = { what: string; measured: string; limit: string; ok: boolean };

const RUNS: Record<string, () => Promise<Row[]> | Row[]> = {
  async tabs() {
    const { perTab, ours, blank } = await memoryPerTab(TABS);
    const measured = `${perTab.toFixed(2)} MB a tab (${ours.toFixed(0)} MB in all, blank ${blank.toFixed(0)} MB)`;
    return [
      { what: `${TABS} tabs with articles`, measured, limit: `${LIMITS.perTab} MB`, ok: perTab <= LIMITS.perTab },
    ];
  },
  async chat() {
    const looks = await eightHoursOfChat();
    console.table(looks);
    const [first, last] = [looks[0]!, looks.at(-1)!];
    const row = (what: string, key: 'heapMegabytes' | 'nodes' | 'listeners', limit: number): Row => ({
      what: `8 hours of chat: ${what}`,
      measured: `${first[key].toFixed(1)} → ${last[key].toFixed(1)}`,
      limit: `+${limit}`,
      ok: last[key] - first[key] <= limit,
    });
    return [
      row('heap in use, MB', 'heapMegabytes', LIMITS.growth),
      row('nodes', 'nodes', first.nodes * 0.1),
      row('listeners', 'listeners', 0),
    ];
  },
  load: () => [fullSize()],
  fuzz: () => [command('100,000 tries of each property', ['run', '--silent', 'fuzz', '--', '--runs', '100000'])],
  zips: () => [command('zips made twice, and from the source zip', ['run', '--silent', 'reproducible'])],
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const rows: Row[] = [];
for (const [name, run] of Object.entries(RUNS)) {
  if (values.only && !values.only.split(',').includes(name)) continue;
  console.log(`\n${name}`);
  const found = await run();
  for (const { ok, what, measured, limit } of found)
    console.log(`${ok ? 'ok' : 'FAILED'}  ${what}: ${measured}; limit ${limit}`);
  rows.push(...found);
}
if (!values.only) writeFileSync(join(ROOT, 'docs/long-run.md'), report());
if (rows.some(({ ok }) => !ok)) process.exitCode = 1;

function command(what: string, args: string[]): Row {
  const { status, stdout } = spawnSync('npm', args, {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.stdout.write(stdout);
  const lines = stdout.split('\n').filter((line) => /^(ok|same|FAILED|DIFFERS)/.test(line));
  const good = lines.filter((line) => /^(ok|same)/.test(line)).length;
  return { what, measured: `${good} of ${lines.length} hold`, limit: 'all', ok: status === 0 && good === lines.length };
}

/** tests/e2e/hostile-load.test.ts with ten seconds of 10,000 changes and with a thousand frames, in both browsers. */
function fullSize(): Row {
  const { status } = spawnSync(
    'npx',
    ['vitest', 'run', '--testTimeout=120000', '--project', 'e2e', 'tests/e2e/hostile-load.test.ts', '-t', 'stands'],
    { cwd: ROOT, stdio: 'inherit', env: { ...process.env, TERMLENS_LONG: '1' }, shell: process.platform === 'win32' },
  );
  return {
    what: '100,000 changes in ten seconds; 1,000 frames; both browsers',
    measured: status === 0 ? 'right afterwards, responsive' : 'a test fails',
    limit: 'as in `npm test`',
    ok: status === 0,
  };
}

function report(): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return [
    '# The last long run',
    '',
    `Version ${version}, Chromium on Linux, two cores. \`npm run test:long\` writes this file.`,
    '',
    '| What | Measured | Limit | |',
    '| --- | --- | --- | --- |',
    ...rows.map(({ what, measured, limit, ok }) => `| ${what} | ${measured} | ${limit} | ${ok ? 'holds' : 'FAILS'} |`),
    '',
  ].join('\n');
}
