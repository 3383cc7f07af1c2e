/** Turns entry files into what a card shows: relations made symmetric, names of neighbours filled in. */
import type { CardEntry, EntryRef } from '../../lib/glossary/card-entry';
import type { Entry, EntryId, Kind } from '../../lib/glossary/entry';
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
    const { before, after } = neighboursInTime(
      entry,
      [...mine, ...(broader ?? [])].map((other) => refs.get(other)!),
    );
    return {
      ...entry,
      id,
      topic: topic as Topic,
      related: mine,
      ...(broader?.length ? { broader } : {}),
      ...(contrast?.length ? { contrast } : {}),
      ...(before ? { before } : {}),
      ...(after ? { after } : {}),
      refs: Object.fromEntries(neighbours.map((other) => [other, refs.get(other)!])),
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
  { kind, introduced }: Pick<Entry, 'kind' | 'introduced'>,
  neighbours: EntryRef[],
): { before?: EntryId; after?: EntryId } {
  if (!introduced || !IN_TURN.has(kind)) return {};
  const dated = neighbours
    .filter((other) => other.kind === kind && other.introduced !== undefined)
    .toSorted((a, b) => (a.introduced! < b.introduced! ? -1 : 1));
  const before = dated.findLast((other) => other.introduced! < introduced && !introduced.startsWith(other.introduced!));
  const after = dated.find((other) => other.introduced! > introduced && !other.introduced!.startsWith(introduced));
  return { ...(before ? { before: before.id } : {}), ...(after ? { after: after.id } : {}) };
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
