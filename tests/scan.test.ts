/** `npm run scan` and `npm run accuracy` as an author uses them. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const TEXT = '🤖 大语言模型很大。\n\nA large language model (LLM) is large.\n';
let folder = '';

// Each check starts Node, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'termlens-scan-'));
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
  write('plain.txt', TEXT);
  write('notes.md', 'Use [PyTorch](https://pytorch.org/TensorFlow).\n\n```\nTensorFlow\n```\n');
  write('page.html', '<title>RLHF</title><p>Neural <b>net</b>work</p><pre>RLHF</pre><p>PyTorch&nbsp;runs.</p>');
  mkdirSync(join(folder, 'pages'));
  write('pages/one.txt', TEXT);
  write('score.mjs', "import { readFileSync } from 'node:fs'; console.log(readFileSync(process.argv[2], 'utf8'));");
});
afterAll(() => rmSync(folder, { recursive: true }));

const run = (script: string, args: string[], { input = '', color = '' } = {}) =>
  spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: color },
  });
const file = (name: string) => join(folder, name);
const lines = (out: string) =>
  out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { doc: string; start: number; end: number; id: string; surface: string });

it('prints a JSON line for each mark of text, Markdown and HTML, code left out', () => {
  const found = lines(run('scan.ts', ['--json', file('plain.txt'), file('notes.md'), file('page.html')]).stdout);
  expect(found.map(({ doc, id }) => `${doc} ${id}`)).toEqual([
    'plain large-language-model',
    'plain large-language-model',
    'notes pytorch',
    'page neural-network',
    'page pytorch',
  ]);
  for (const { start, end, surface } of found.slice(0, 2)) expect(TEXT.slice(start, end)).toBe(surface);
  expect(found[1]!.surface).toBe('large language model (LLM)');
});

it('reads standard input, and keeps the first mention of each term on request', () => {
  const found = lines(run('scan.ts', ['--json', '--first'], { input: TEXT }).stdout);
  expect(found.map(({ doc, surface }) => [doc, surface])).toEqual([['stdin', '大语言模型']]);
});

it('draws the marks in color and sums them up', () => {
  const { stdout } = run('scan.ts', [file('plain.txt')], { color: '1' });
  expect(stdout).toContain('🤖 \u001b[1;4;36m大语言模型\u001b[0m很大');
  expect(stdout).toContain('2 marks, 1 terms');
});

it('says which file is not there', () => {
  const { status, stderr, stdout } = run('scan.ts', [file('plain.txt'), file('gone.txt')]);
  expect([status, stdout]).toEqual([1, '']);
  expect(stderr).toContain(`There is no such file: ${file('gone.txt')}`);
});

it('hands the marks of a folder to its scorer, and says when it has none', () => {
  const { status, stdout } = run('accuracy.ts', [folder]);
  expect([status, lines(stdout).map(({ doc }) => doc)]).toEqual([0, ['one', 'one']]);
  const none = run('accuracy.ts', [file('pages')]);
  expect(none.status).toBe(1);
  expect(none.stderr).toContain('has no score.mjs');
});
