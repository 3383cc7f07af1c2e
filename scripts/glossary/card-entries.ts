/** Turns entry files into what a card shows: relations made symmetric, names of neighbours filled in. */
import type { CardEntry, EntryRef } from '../../lib/glossary/card-entry';
import type { EntryId } from '../../lib/glossary/entry';
import type { Topic } from '../../lib/glossary/topics';
import type { EntryFile } from './files';

export function cardEntries(files: EntryFile[]): CardEntry[] {
  const refs = new Map(files.map((file) => [file.id, entryRef(file)]));
  const related = symmetric(files, refs);
  return files.map(({ id, topic, entry: { $schema: _schema, ...entry } }) => {
    const mine = related.get(id) ?? [];
    const broader = entry.broader?.filter((other) => refs.has(other));
    const contrast = entry.contrast?.filter((line) => refs.has(line.id));
    const neighbours = [...mine, ...(broader ?? []), ...(contrast ?? []).map((line) => line.id)];
    return {
      ...entry,
      id,
      topic: topic as Topic,
      related: mine,
      ...(broader?.length ? { broader } : {}),
      ...(contrast?.length ? { contrast } : {}),
      refs: Object.fromEntries(neighbours.map((other) => [other, refs.get(other)!])),
    };
  });
}

function entryRef({ id, entry: { headword, short, kind, gloss, introduced } }: EntryFile): EntryRef {
  return { id, headword, kind, gloss, ...(short ? { short } : {}), ...(introduced ? { introduced } : {}) };
}

/** Entry → related entries, its own first, then those that name it. Unknown ids are left out (the data test reports them). */
function symmetric(files: EntryFile[], known: Map<EntryId, unknown>): Map<EntryId, EntryId[]> {
  const related = new Map(
    files.map(({ id, entry }) => [id, new Set((entry.related ?? []).filter((other) => known.has(other)))]),
  );
  for (const { id, entry } of files) for (const other of entry.related ?? []) related.get(other)?.add(id);
  return new Map([...related].map(([id, others]) => [id, [...others]]));
}
