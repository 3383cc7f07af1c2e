/** What the matcher says about a text. Offsets are UTF-16 units into the text as given; `to` is exclusive. */
import type { EntryId } from '@/lib/glossary/entry';

/** One term found in one text block. */
export type Match = {
  from: number;
  to: number;
  entryId: EntryId;
  reason: Reason;
};

/** Why a match is marked, in a form the card can put into words. */
export type Reason =
  /** The form has no other meaning. */
  | { type: 'sure' }
  /** The form has other meanings; these entries and cue words nearby or on the page decided for this one. */
  | { type: 'evidence'; entries: EntryId[]; cues: string[] }
  /** The reader's own term. */
  | { type: 'own' };
