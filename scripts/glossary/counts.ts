/** What `npm run glossary` reports. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERAS, eraOf } from '../../lib/glossary/eras';
import type { TimelineEvent } from '../../lib/glossary/timeline';
import type { EntryFile } from './files';

/** Word lists that the glossary is measured against, when they lie beside the project. */
const LISTS = join(import.meta.dirname, '../../../shared/glossary');
const SEED = join(import.meta.dirname, '../../tests/data/seed.json');
const HEADWORDS_COUNTED = 800;

export type Counts = {
  entries: number;
  events: number;
  bothLanguages: number;
  withSource: number;
  topics: Record<string, number>;
  kinds: Record<string, number>;
  levels: Record<string, number>;
  eras: Record<string, number>;
  /** Share of the seed article's rows with an entry. */
  seed: number;
  /** Share of the first 800 rows of headwords.csv with an entry; absent where the list is. */
  headwords?: number;
  headwordsMissing?: string[];
};

export function counts(files: EntryFile[], events: TimelineEvent[]): Counts {
  const ids = new Set(files.map((file) => file.id));
  const share = (ok: (file: EntryFile) => boolean) => files.filter(ok).length / files.length;
  const rows = Object.values((JSON.parse(readFileSync(SEED, 'utf8')) as { terms: Record<string, string> }).terms);
  const headwords = headwordIds();
  const missing = headwords?.filter((id) => !ids.has(id));
  return {
    entries: files.length,
    events: events.length,
    bothLanguages: share(({ entry }) =>
      [entry.gloss, entry.detail, entry.headword].every((text) => text.zh !== '' && text.en !== ''),
    ),
    withSource: share(({ entry }) => entry.sources.length > 0),
    topics: tally(files.map((file) => file.topic)),
    kinds: tally(files.map((file) => file.entry.kind)),
    levels: tally(files.map((file) => String(file.entry.level))),
    eras: Object.fromEntries(ERAS.map((era) => [era.id, events.filter((event) => eraOf(event.date) === era).length])),
    seed: rows.filter((id) => ids.has(id)).length / rows.length,
    ...(headwords && missing ? { headwords: 1 - missing.length / headwords.length, headwordsMissing: missing } : {}),
  };
}

/** The counts as a table for people. */
export function countsTable(found: Counts): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const group = (name: string, some: Record<string, number>) =>
    `${name}\n${Object.entries(some)
      .map(([key, count]) => `  ${String(count).padStart(5)}  ${key}`)
      .join('\n')}`;
  return [
    `${found.entries} entries, ${found.events} events; both languages ${percent(found.bothLanguages)}, with a source ${percent(found.withSource)}`,
    `seed rows ${percent(found.seed)}${found.headwords === undefined ? '' : `, first ${HEADWORDS_COUNTED} headwords ${percent(found.headwords)}`}`,
    group('By topic', found.topics),
    group('By kind', found.kinds),
    group('By level', found.levels),
    group('Events by era', found.eras),
  ].join('\n');
}

function tally(names: string[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const name of names.toSorted()) found[name] = (found[name] ?? 0) + 1;
  return found;
}

function headwordIds(): string[] | undefined {
  const path = join(LISTS, 'headwords.csv');
  if (!existsSync(path)) return undefined;
  return readFileSync(path, 'utf8')
    .split('\n')
    .slice(1, HEADWORDS_COUNTED + 1)
    .map((line) => line.split(',')[1]!);
}
