/** The seam between the page layer, which finds and paints marks, and the card, which explains them. */
import type { EntryId } from '@/lib/glossary/entry';
import type { Match } from '@/lib/matcher/match';

/** A term the reader can point at: one painted match. Valid until the text under it changes. */
export type Mark = {
  readonly entryId: EntryId;
  readonly reason: Match['reason'];
  /** The text as it stands on the page. */
  readonly text: string;
  /** Its place in the page now, or undefined when the text there has changed; the page layer then reads the block again. */
  range(): Range | undefined;
};

/** What the card may ask the page layer. */
export type Marks = {
  /** The mark under a point in CSS px of the viewport, confirmed by its client rectangles (± 0.5 px). */
  at(x: number, y: number): Mark | undefined;
  /** The next mark in document order after `from` (or after the top of the viewport), or the one before; wraps around. */
  step(from: Mark | undefined, direction: 1 | -1): Mark | undefined;
  /** Which of how many marks on the page this is, counted from 1: “RLHF, 3 of 17”. */
  position(mark: Mark): { index: number; count: number };
  /** Paints the mark whose card is open; undefined clears it. */
  setActive(mark: Mark | undefined): void;
  /** Paints the keyboard reader's virtual focus ring; undefined clears it. */
  setFocus(mark: Mark | undefined): void;
};
