import type { Entry, EntryId } from './entry';
import type { Topic } from './topics';

/** The little that a link to another entry needs: its names, its kind for the colour, one line to show before the click. */
export type EntryRef = Pick<Entry, 'headword' | 'short' | 'kind' | 'gloss' | 'introduced'> & { id: EntryId };

/** An entry as a card shows it: everything on its own file plus the names of what it points to. Plain data: it crosses messages. */
export type CardEntry = Omit<Entry, '$schema'> & {
  id: EntryId;
  topic: Topic | 'own';
  /** Related, both ways: the entries it names and those that name it. */
  related: EntryId[];
  /** Entries shown as predecessor and successor on the strip of eras, when the timeline or dates give them. */
  before?: EntryId;
  after?: EntryId;
  /** Names of every entry this one points to. */
  refs: Record<EntryId, EntryRef>;
};

/** An entry as it is bundled: names of neighbours are looked up when it is handed out. */
export type BareEntry = Omit<CardEntry, 'refs'>;

/** The entry with the names of what it points to. Ids that `entryOf` does not know are left out. */
export function withRefs(entry: BareEntry, entryOf: (id: EntryId) => BareEntry | undefined): CardEntry {
  const neighbours = [...entry.related, ...(entry.broader ?? []), ...(entry.contrast ?? []).map((line) => line.id)];
  const refs = neighbours.flatMap((id) => {
    const other = entryOf(id);
    return other ? [[id, entryRef(other)] as const] : [];
  });
  return { ...entry, refs: Object.fromEntries(refs) };
}

function entryRef({ id, headword, short, kind, gloss, introduced }: BareEntry): EntryRef {
  return { id, headword, kind, gloss, ...(short ? { short } : {}), ...(introduced ? { introduced } : {}) };
}
