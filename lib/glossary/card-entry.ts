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
