/** Turns entry files into what a card shows: relations made symmetric, earlier and later neighbours found. */
import type { BareEntry } from '../../lib/glossary/card-entry';
import type { Entry, EntryId, Kind } from '../../lib/glossary/entry';
import type { Topic } from '../../lib/glossary/topics';
import type { EntryFile } from './files';

export function cardEntries(files: EntryFile[]): BareEntry[] {
  const known = new Map(files.map((file) => [file.id, file.entry]));
  const related = symmetric(files, known);
  return files.map(({ id, topic, entry: { $schema: _schema, ...entry } }) => {
    const mine = related.get(id) ?? [];
    const broader = entry.broader?.filter((other) => known.has(other));
    const contrast = entry.contrast?.filter((line) => known.has(line.id));
    const { before, after } = neighboursInTime(entry, [...mine, ...(broader ?? [])], known);
    return {
      ...entry,
      id,
      topic: topic as Topic,
      related: mine,
      ...(broader?.length ? { broader } : {}),
      ...(contrast?.length ? { contrast } : {}),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
    };
  });
}

/** Kinds of which one follows another: a model its predecessor, a method the one it improves on. */
const IN_TURN: ReadonlySet<Kind> = new Set([
  'architecture',
  'method',
  'model',
  'product',
  'hardware',
  'dataset',
  'benchmark',
]);

/** The latest earlier and the earliest later of the neighbours of the same kind, for the strip of eras. */
function neighboursInTime(
  { kind, introduced }: Entry,
  neighbours: EntryId[],
  entries: ReadonlyMap<EntryId, Entry>,
): { before?: EntryId; after?: EntryId } {
  if (!introduced || !IN_TURN.has(kind)) return {};
  const dated = neighbours
    .map((id) => ({ id, entry: entries.get(id)! }))
    .filter(({ entry }) => entry.kind === kind && entry.introduced !== undefined)
    .map(({ id, entry }) => ({ id, at: entry.introduced! }))
    .toSorted((a, b) => (a.at < b.at ? -1 : 1));
  const before = dated.findLast(({ at }) => at < introduced && !introduced.startsWith(at));
  const after = dated.find(({ at }) => at > introduced && !at.startsWith(introduced));
  return { ...(before ? { before: before.id } : {}), ...(after ? { after: after.id } : {}) };
}

/** Entry → related entries, its own first, then those that name it. Unknown ids are left out (the data test reports them). */
function symmetric(files: EntryFile[], known: Map<EntryId, unknown>): Map<EntryId, EntryId[]> {
  const related = new Map(
    files.map(({ id, entry }) => [id, new Set((entry.related ?? []).filter((other) => known.has(other)))]),
  );
  for (const { id, entry } of files) for (const other of entry.related ?? []) related.get(other)?.add(id);
  return new Map([...related].map(([id, others]) => [id, [...others]]));
}
