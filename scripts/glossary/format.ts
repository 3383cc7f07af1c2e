/** How an entry file is written: fields in the order of the schema, as JSON.stringify indents them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../lib/glossary/entry';

const SCHEMA = join(import.meta.dirname, '../../data/entry.schema.json');
const FIELDS = Object.keys((JSON.parse(readFileSync(SCHEMA, 'utf8')) as { properties: object }).properties);

/** The text of an entry's file. */
export function formatted(entry: Entry): string {
  const given = entry as unknown as Record<string, unknown>;
  const ordered = Object.fromEntries(
    FIELDS.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
  );
  return `${JSON.stringify(ordered, undefined, 2)}\n`;
}
