/** The data tests are the editor: a failure names the file and the rule. */
import { readFileSync } from 'node:fs';
import { compile } from 'json-schema-to-typescript';
import { describe, expect, test } from 'vitest';
import { ERAS, eraOf } from '@/lib/glossary/eras';
import { readEntryFiles } from '@/scripts/glossary/files';
import { RULES } from '@/scripts/glossary/rules';
import { schemaRule } from '@/scripts/glossary/schema';
import { readTimeline, timelineProblems } from '@/scripts/glossary/timeline';
import { entryTypes } from '@/scripts/glossary/types';
import { wholeProblems } from '@/scripts/glossary/whole';
import seed from './seed.json';

const files = readEntryFiles();
const ids = new Set(files.map((file) => file.id));
const events = readTimeline();

describe('every entry', () => {
  test('obeys the schema', () => {
    const rule = schemaRule();
    expect(files.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`))).toEqual([]);
  });

  test.each(Object.entries(RULES))('%s', (_name, rule) => {
    expect(files.flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`))).toEqual([]);
  });
});

describe('the glossary as a whole', () => {
  test('has no form claimed twice, no reference that leads nowhere, no isolated entry', () => {
    expect(wholeProblems(files)).toEqual([]);
  });

  test('has an entry for every row of the seed article', () => {
    expect(Object.entries(seed.terms).filter(([, entry]) => !ids.has(entry))).toEqual([]);
  });

  test('has types made from the schema', async () => {
    expect(readFileSync('lib/glossary/entry.ts', 'utf8')).toBe(await entryTypes(compile));
  });
});

describe('the timeline', () => {
  test('obeys its rules', () => expect(timelineProblems(events, ids)).toEqual([]));

  test('has an event for every row of the seed article', () => {
    const known = new Set(events.map((event) => event.id));
    expect(
      Object.entries(seed.timeline as Record<string, string[]>).filter(
        ([, some]) => !some.every((id) => known.has(id)),
      ),
    ).toEqual([]);
  });

  test('puts events into all three eras', () => {
    expect(new Set(events.map((event) => eraOf(event.date).id))).toEqual(new Set(ERAS.map((era) => era.id)));
  });
});
