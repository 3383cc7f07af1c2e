/** Validates entry files against data/entry.schema.json. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import type { EntryFile } from './files';

const SCHEMA = join(import.meta.dirname, '../../data/entry.schema.json');

/** A rule that says which fields break the schema. */
export function schemaRule(): (file: EntryFile) => string[] {
  const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
  return ({ entry }) =>
    validate(entry)
      ? []
      : (validate.errors ?? []).map(
          (error) => `${error.instancePath || 'entry'} ${error.message} ${JSON.stringify(error.params)}`,
        );
}
