/**
 * What TermLens would mark in files or standard input.
 *
 *   npm run scan -- FILE... [--json] [--first] [--all] [--entries DIR]
 *
 * --json prints a JSON line for each mark, --first only the first mention of each term (--all, the default, every one),
 * --entries takes the entries from another folder.
 */
import { readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { parseArgs } from 'node:util';
import { compileForms } from '../lib/matcher/compile';
import { createScanner } from '../lib/matcher/scanner';
import { readEntryFiles } from './glossary/files';
import { colored, summary } from './scan/print';
import { firstMentions, scanText } from './scan/scan-file';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    first: { type: 'boolean', default: false },
    all: { type: 'boolean', default: false },
    entries: { type: 'string' },
  },
});

const missing = files.filter((path) => path !== '-' && !statSync(path, { throwIfNoEntry: false })?.isFile());
if (missing.length) {
  console.error(`There is no such file: ${missing.join(', ')}`);
  process.exit(1);
}
const entryFiles = readEntryFiles(options.entries);
const scanner = createScanner(compileForms(entryFiles));
const names = new Map(entryFiles.map(({ id, entry }) => [id, entry.headword]));

let out = '';
for (const path of files.length ? files : ['-']) {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8');
  const kind = extname(path).slice(1).toLowerCase();
  const every = scanText(scanner, text, kind);
  const matches = options.first && !options.all ? firstMentions(every) : every;
  const doc = path === '-' ? 'stdin' : basename(path, extname(path));
  if (options.json)
    for (const { from, to, entryId, surface, reason } of matches)
      out += `${JSON.stringify({ doc, start: from, end: to, id: entryId, surface, reason })}\n`;
  else out += `${colored(text, matches)}\n\n${summary(path, matches, names)}\n`;
}
process.stdout.write(out);
