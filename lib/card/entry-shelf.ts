/** Entries at hand for cards: asked for ahead of need, so that a card never waits. */
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';

export type EntryShelf = {
  get(id: EntryId): CardEntry | undefined;
  put(entry: CardEntry): void;
  /** Asks for an entry once; undefined when there is none or nobody answers. */
  load(id: EntryId): Promise<CardEntry | undefined>;
  /** Asks for everything an entry points to, while the reader reads it. */
  fetchNeighbours(entry: CardEntry): void;
};

export function createEntryShelf(
  entryOf: (id: EntryId) => CardEntry | undefined,
  requestEntry: (id: EntryId) => Promise<CardEntry | undefined>,
): EntryShelf {
  const shelf = new Map<EntryId, CardEntry>();
  const asked = new Map<EntryId, Promise<CardEntry | undefined>>();
  const get = (id: EntryId) => entryOf(id) ?? shelf.get(id);
  const load = (id: EntryId) => {
    const known = get(id);
    if (known) return Promise.resolve(known);
    const before = asked.get(id);
    if (before) return before;
    const answer = requestEntry(id)
      .then((entry) => {
        if (entry) shelf.set(id, entry);
        return entry;
      })
      // Nobody answers once the extension was updated under the page: what is at hand has to do.
      .catch(() => undefined)
      .finally(() => asked.delete(id));
    asked.set(id, answer);
    return answer;
  };
  return {
    get,
    put: (entry) => void shelf.set(entry.id, entry),
    load,
    fetchNeighbours(entry) {
      for (const id of Object.keys(entry.refs)) void load(id);
    },
  };
}
