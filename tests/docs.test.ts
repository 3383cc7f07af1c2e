/** The documents keep their word: links lead somewhere, commands exist, every promise has its test. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const markdownIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((path) => path.endsWith('.md')),
  ...markdownIn('docs'),
  'data/README.md',
];
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

describe.each(DOCUMENTS)('%s', (path) => {
  const text = read(path);

  test('links only to what is there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!);
    const local = links.filter((target) => !/^(https?:|mailto:|#)/.test(target)).map((target) => target.split('#')[0]!);
    expect(local.filter((target) => !existsSync(join(ROOT, dirname(path), target)))).toEqual([]);
  });

  test('names only commands that exist', () => {
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !scripts.includes(name))).toEqual([]);
  });
});

test('every promise of SECURITY.md names a test that is there, with its title', () => {
  const rows = read('SECURITY.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (Promise|---)/.test(line));
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows) {
    const files = [...row.matchAll(/`((?:tests|scripts)\/[^`]+)`/g)].map(([, file]) => file!);
    expect(files.length, row).toBeGreaterThan(0);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).toBe(true);
    const title = row.split('|')[3]!.trim();
    expect(read(files[0]!), `${files[0]} has no “${title}”`).toContain(title);
  }
});

describe.each(readdirSync(join(ROOT, '.github/workflows')))('workflow %s', (file) => {
  const text = read(`.github/workflows/${file}`);

  test('has steps that either run or use something', () => {
    const steps = text.split(/^ {6}- /m).slice(1);
    expect(steps.length).toBeGreaterThan(2);
    for (const step of steps) expect(/^ *run:/m.test(step) !== /^ *uses:/m.test(step), step).toBe(true);
    expect(text).not.toContain('\t');
  });

  test('runs only commands that exist', () => {
    const named = [...text.matchAll(/\bnpm (?:run )?([\w:-]+)/g)].map(([, name]) => name!);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => ![...scripts, 'audit'].includes(name))).toEqual([]);
  });
});
