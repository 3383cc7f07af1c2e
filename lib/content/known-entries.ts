import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import { send } from '@/lib/messaging';

/** The entries of the terms on this page, kept here so that a card needs nobody and works after an update. */
export type KnownEntries = {
  of(id: EntryId): CardEntry | undefined;
  /** Asks for those not known yet, then quietly for their neighbours; true when some came. */
  load(ids: readonly EntryId[]): Promise<boolean>;
  one(id: EntryId): Promise<CardEntry | undefined>;
  /** The reader's own words have changed. */
  forget(): void;
};

/** Links in a card lead here; more than this are asked for when they are clicked. */
const MOST_NEIGHBOURS = 80;

export function createKnownEntries(): KnownEntries {
  const known = new Map<EntryId, CardEntry>();
  const asked = new Set<EntryId>();
  const ask = async (ids: EntryId[]): Promise<CardEntry[]> => {
    for (const id of ids) asked.add(id);
    try {
      const found = Object.values(await send('getEntries', ids));
      for (const entry of found) known.set(entry.id, entry);
      return found;
    } catch {
      // Nobody answers: asleep for good, or updated. Another visit to the page asks again.
      for (const id of ids) asked.delete(id);
      return [];
    }
  };
  return {
    of: (id) => known.get(id),
    async load(ids) {
      const missing = ids.filter((id) => !asked.has(id));
      if (missing.length === 0) return false;
      const found = await ask(missing);
      const neighbours = new Set(found.flatMap((entry) => Object.keys(entry.refs)).filter((id) => !asked.has(id)));
      if (neighbours.size > 0) void ask([...neighbours].slice(0, MOST_NEIGHBOURS));
      return found.length > 0;
    },
    one: async (id) => known.get(id) ?? (await ask([id]))[0],
    forget() {
      known.clear();
      asked.clear();
    },
  };
}
