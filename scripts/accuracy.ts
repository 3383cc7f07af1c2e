/**
 * How right the matcher is on annotated pages.
 *
 *   npm run accuracy -- [FOLDER] [--entries DIR] [any option of the folder's score.mjs]
 *
 * The folder (default ../shared/accuracy) holds `pages/*.txt`, their annotations and `score.mjs`, which prints the table.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileForms } from '../lib/matcher/compile';
import { createScanner } from '../lib/matcher/scanner';
import { readEntryFiles } from './glossary/files';
import { scanText } from './scan/scan-file';

const args = process.argv.slice(2);
const entriesAt = args.indexOf('--entries');
const entries = entriesAt < 0 ? undefined : args.splice(entriesAt, 2)[1];
const given = args[0]?.startsWith('-') === false ? args.shift() : undefined;
const folder = resolve(given ?? join(import.meta.dirname, '../../shared/accuracy'));

if (existsSync(join(folder, 'score.mjs'))) score();
else {
  console.error(`${folder} has no score.mjs. Name a folder with pages/*.txt, positives.jsonl, negatives.jsonl and score.mjs:
  npm run accuracy -- FOLDER`);
  process.exitCode = 1;
}

function score() {
  const scanner = createScanner(compileForms(readEntryFiles(entries)));
  const pages = readdirSync(join(folder, 'pages')).filter((name) => name.endsWith('.txt'));
  const lines = pages.flatMap((name) =>
    scanText(scanner, readFileSync(join(folder, 'pages', name), 'utf8'), 'txt').map(({ from, to, entryId, surface }) =>
      JSON.stringify({ doc: name.slice(0, -4), start: from, end: to, id: entryId, surface }),
    ),
  );
  const temporary = mkdtempSync(join(tmpdir(), 'termlens-'));
  try {
    writeFileSync(join(temporary, 'matches.jsonl'), lines.join('\n'));
    const scorer = [join(folder, 'score.mjs'), join(temporary, 'matches.jsonl'), ...args];
    process.exitCode = spawnSync(process.execPath, scorer, { stdio: 'inherit' }).status ?? 1;
  } finally {
    rmSync(temporary, { recursive: true });
  }
}
