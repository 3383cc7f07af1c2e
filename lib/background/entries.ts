/** Hands out entries; the glossary is parsed once, when the first page asks. */
import entries from 'virtual:glossary/entries';
import { type BareEntry, type CardEntry, withRefs } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import { ownCardEntry } from '@/lib/glossary/own-entry';
import { terms } from '@/lib/storage/stored';

const byId = new Map<EntryId, BareEntry>(entries.map((entry) => [entry.id, entry]));

/** The entries with these ids, the reader's own words first; unknown ids are left out. */
export async function entriesFor(ids: EntryId[]): Promise<Record<EntryId, CardEntry>> {
  const own = new Map((await terms.get()).own.map((term) => [term.id, term]));
  return Object.fromEntries(
    ids.flatMap((id) => {
      const bare = byId.get(id);
      const bundled = bare && withRefs(bare, (other) => byId.get(other));
      const term = own.get(id);
      const entry = term ? ownCardEntry(term, bundled) : bundled;
      return entry ? [[id, entry]] : [];
    }),
  );
}
