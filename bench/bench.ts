/**
 * The benchmarks.
 *
 *   npm run bench -- [matcher|pages|card|startup|search|popup|own] [--json] [--check] [--quick] [--entries DIR]
 *
 * --check fails when a limit is not kept. Each benchmark is a module of this folder named after it, exporting
 * `<name>Bench(options): Promise<Report>`; without a name all run.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Options, Report } from './report';

const NAMES = ['matcher', 'pages', 'card', 'startup', 'search', 'popup', 'own'];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    entries: { type: 'string' },
  },
});

const folder = positionals.find((word) => !NAMES.includes(word) && existsSync(word));
const named = positionals.filter((word) => word !== folder);
const wanted = named.length ? named : NAMES;
const reports: Report[] = [];
for (const name of wanted) {
  const path = join(import.meta.dirname, `${name}.ts`);
  if (!NAMES.includes(name) || !existsSync(path)) {
    if (named.length) throw new Error(`There is no benchmark ${name}. There are: ${NAMES.join(', ')}.`);
    continue;
  }
  const module = (await import(path)) as Record<string, (options: Options) => Promise<Report>>;
  const report = await module[`${name}Bench`]!({
    quick: values.quick,
    entries: values.entries,
    folder,
    progress: (what) => console.error(`  ${name}: ${what} …`),
  });
  reports.push(report);
  if (!values.json) print(report);
}
if (values.json) console.log(JSON.stringify(reports, null, 2));
const failures = reports.flatMap((report) => report.failures);
if (values.check && failures.length) process.exitCode = 1;

function print({ title, lines, failures: broken }: Report): void {
  console.log(`\n${title}`);
  for (const { name, ...measured } of lines)
    console.log(
      `  ${name.padEnd(42)} ${Object.entries(measured)
        .map(([key, value]) => `${key} ${value}`.padEnd(24))
        .join(' ')}`,
    );
  console.log(
    broken.length ? `  limits not kept:\n${broken.map((line) => `    ${line}`).join('\n')}` : '  all limits kept',
  );
}
