/** `npm run glossary`: the editor's desk. Without a command it counts; `check [FILES]`, `new <topic>/<id>`, `format`, `types`. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { compile } from 'json-schema-to-typescript';
import { TOPICS } from '../lib/glossary/topics';
import { counts, countsTable } from './glossary/counts';
import { readEntryFiles } from './glossary/files';
import { formatted } from './glossary/format';
import { RULES } from './glossary/rules';
import { schemaRule } from './glossary/schema';
import { readTimeline, timelineProblems } from './glossary/timeline';
import { entryTypes } from './glossary/types';
import { wholeProblems } from './glossary/whole';

const ROOT = join(import.meta.dirname, '..');
const [command = '', ...args] = process.argv.slice(2);

if (command === 'check') check(args);
else if (command === 'new') create(args[0] ?? '');
else if (command === 'format') for (const { path, entry } of readEntryFiles()) writeFileSync(path, formatted(entry));
else if (command === 'types') writeFileSync(join(ROOT, 'lib/glossary/entry.ts'), await entryTypes(compile));
else if (command === '' || command === '--json') report(command === '--json');
else
  fail(
    `There is no command “${command}”. Try: npm run glossary, npm run glossary -- check, … -- new <topic>/<id>, … -- format, … -- types`,
  );

/** Prints each broken rule as `path: rule: what is wrong`; with files named, only theirs. */
function check(paths: string[]): void {
  const only = new Set(paths.map((path) => resolve(path)));
  const all = readEntryFiles();
  const obeysSchema = schemaRule();
  const problems = all
    .filter((file) => only.size === 0 || only.has(file.path))
    .flatMap((file) => {
      const broken = obeysSchema(file).map((what) => `${file.path}: schema: ${what}`);
      if (broken.length > 0) return broken;
      return Object.entries(RULES).flatMap(([name, rule]) =>
        rule(file).map((what) => `${file.path}: ${name}: ${what}`),
      );
    });
  const whole =
    only.size === 0
      ? [...wholeProblems(all), ...timelineProblems(readTimeline(), new Set(all.map((file) => file.id)))]
      : [];
  for (const problem of [...problems, ...whole]) console.log(problem);
  process.exitCode = problems.length + whole.length > 0 ? 1 : 0;
}

/** Writes a skeleton to fill in; it does not pass the check until it has been. */
function create(name: string): void {
  const [topic = '', id = ''] = name.split('/');
  if (!Object.hasOwn(TOPICS, topic)) fail(`“${topic}” is no topic. Topics: ${Object.keys(TOPICS).join(', ')}`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) fail('Give <topic>/<id>, the id in kebab-case: training/weight-decay');
  const path = join(ROOT, 'data/entries', topic, `${id}.json`);
  if (existsSync(path)) fail(`${path} is there already.`);
  const skeleton = {
    $schema: '../../entry.schema.json',
    headword: { zh: '', en: id.replaceAll('-', ' ') },
    kind: 'concept',
    level: 2,
    forms: [id.replaceAll('-', ' ')],
    gloss: { zh: '', en: '' },
    detail: { zh: '', en: '' },
    related: [],
    sources: [{ title: '', url: 'https://', year: new Date().getFullYear() }],
  };
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${JSON.stringify(skeleton, undefined, 2)}\n`);
  console.log(`${path}\nFill it in (data/README.md says how), then: npm run glossary -- check ${path}`);
}

function report(json: boolean): void {
  const found = counts(readEntryFiles(), readTimeline());
  console.log(json ? JSON.stringify(found, undefined, 2) : countsTable(found));
}

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}
