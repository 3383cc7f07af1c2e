/** Every message that crosses a context, as a map of names to signatures. */
import type { CardEntry } from './glossary/card-entry';
import type { EntryId } from './glossary/entry';

/** Why a site is not marked. `sensitive`: one of the default exclusions, or a page that asks for a password. */
export type OffReason = 'site' | 'snoozed' | 'not-on-list' | 'sensitive';

/** What a page has on it: the popup's “this page”, the badge and the self-report. */
export type PageReport = {
  url: string;
  title: string;
  /** Why nothing is marked; undefined when marking is on. */
  off?: OffReason | 'not-html' | 'pdf';
  /** Distinct terms in page order, with how often each occurs and how many marks are painted for it. */
  terms: { id: EntryId; count: number; marks: number }[];
  /** The cost and size of the last full scan. */
  scan: {
    blocks: number;
    characters: number;
    milliseconds: number;
    matches: number;
    marks: number;
    skipped: Record<string, number>;
    /** The page is longer than is read. */
    cut: boolean;
  };
  /** Doubtful forms left unmarked for want of evidence. */
  doubtful: number;
};

/** A change to what is remembered, asked for by a page (pages cannot write storage safely; the background can). */
export type Change =
  | { type: 'known'; id: EntryId; on: boolean }
  | { type: 'hidden'; id: EntryId; on: boolean }
  | { type: 'site'; host: string; on: boolean }
  | { type: 'snooze'; host: string; minutes: number };

/** Content script → background. */
export type BackgroundMessages = {
  /** The entries of the terms on a page, by id; unknown ids are left out. */
  getEntries(ids: EntryId[]): Record<EntryId, CardEntry>;
  /** The page has been read (again). Sent by each frame. */
  reportPage(report: PageReport): void;
  /** The address of the tab's top page: a frame is marked only where its tab is. */
  topUrl(): string | undefined;
  /** Asks for a change to be remembered. */
  change(change: Change): void;
};

/** Popup or background → content script of one tab. */
export type PageMessages = {
  getReport(): PageReport;
  /** Scrolls to an occurrence of the entry, counted from 0, and flashes it. */
  jumpTo(id: EntryId, occurrence: number): void;
  /** Moves the keyboard reader's virtual cursor. */
  step(direction: 1 | -1): void;
  /** Opens the card of an entry at the page's selection. */
  explain(entry: CardEntry): void;
};
