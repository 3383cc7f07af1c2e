/** `npm run glossary`: the editor's desk. check [FILES], new <topic>/<id>, types, and counts when no command is given. */
import { resolve } from 'node:path';
import { readEntryFiles } from './glossary/files';
import { RULES } from './glossary/rules';
import { schemaRule } from './glossary/schema';

const [command, ...args] = process.argv.slice(2);

if (command === 'check') check(args);

/** Prints each broken rule as `path: rule: what is wrong` and exits 1 if there is one. */
function check(paths: string[]): void {
  const only = new Set(paths.map((path) => resolve(path)));
  const obeysSchema = schemaRule();
  const problems = readEntryFiles()
    .filter((file) => only.size === 0 || only.has(file.path))
    .flatMap((file) => {
      const broken = obeysSchema(file).map((what) => `${file.path}: schema: ${what}`);
      if (broken.length > 0) return broken;
      return Object.entries(RULES).flatMap(([name, rule]) =>
        rule(file).map((what) => `${file.path}: ${name}: ${what}`),
      );
    });
  for (const problem of problems) console.log(problem);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
