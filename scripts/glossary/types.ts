/** Derives the entry's types from its schema, so that there is one place for both. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSONSchema, Options } from 'json-schema-to-typescript';

const SCHEMA = join(import.meta.dirname, '../../data/entry.schema.json');

type Compile = (schema: JSONSchema, name: string, options: Partial<Options>) => Promise<string>;

/** The text of lib/glossary/entry.ts. */
export function entryTypes(compile: Compile): Promise<string> {
  return compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as JSONSchema, 'Entry', {
    additionalProperties: false,
    ignoreMinAndMaxItems: true,
    bannerComment:
      '/** Types of the glossary, generated from `data/entry.schema.json` by `npm run glossary -- types`. Do not edit. */',
  });
}
