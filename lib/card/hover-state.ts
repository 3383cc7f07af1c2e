/** What is remembered of the cards on a page, and all that can happen to them. */
import type { EntryId } from '@/lib/glossary/entry';

/** All the reducer needs to know of a mark; marks are compared by identity. */
export type AnyMark = { readonly entryId: EntryId };

/** What opened a card. Only a card opened by the pointer closes when the pointer leaves. */
export type Via = 'pointer' | 'keyboard' | 'touch' | 'link' | 'page';

export type CardState<M> = {
  /** Names the card while it lives. */
  readonly key: number;
  /** The mark it explains; undefined for a card opened from another card or without a mark. */
  readonly mark: M | undefined;
  readonly via: Via;
  /** Entries walked through, oldest first; the last is shown. */
  readonly trail: readonly EntryId[];
  /** The card next to which this one was opened. */
  readonly beside?: number;
};

export type Hover<M> = {
  /** A card will open here at `due` (ms) unless the pointer leaves; movement can put it off until `latest`. */
  readonly waiting?: { readonly mark: M; readonly due: number; readonly latest: number | undefined } | undefined;
  readonly open?: CardState<M> | undefined;
  /** When the open card closes, the pointer having left it, ms. */
  readonly closeAt?: number | undefined;
  /** Since when the open card's mark is out of sight, ms. */
  readonly awaySince?: number | undefined;
  /** A selection, a menu or the focus inside the open card keeps it. */
  readonly held: boolean;
  /** Oldest first. */
  readonly pins: readonly CardState<M>[];
  /** The mark the pointer was last seen on. */
  readonly under?: M | undefined;
  /** The mark whose card was dismissed; it stays closed until the pointer has left the mark. */
  readonly dismissed?: M | undefined;
  readonly closedAt: number;
  /** Until then (ms) nothing is armed: content is sliding under the pointer. */
  readonly quietUntil: number;
  readonly nextKey: number;
};

export type HoverEvent<M> =
  /** The pointer really moved. Speed in CSS px per ms. */
  | {
      type: 'point';
      now: number;
      mark: M | undefined;
      place: 'page' | 'card' | 'corridor';
      speed: number;
      pressed: boolean;
      modifier: boolean;
    }
  /** The pointer left the window. */
  | { type: 'leave'; now: number }
  | { type: 'scroll'; now: number }
  /** A button or finger went down outside the cards. */
  | { type: 'press'; now: number; mark: M | undefined }
  | { type: 'open'; now: number; mark: M | undefined; entryId: EntryId; via: Via }
  /** A click on a mark: its card opens if need be, and stays. */
  | { type: 'pin-mark'; now: number; mark: M }
  /** Pins the open card or unpins a pinned one. */
  | { type: 'toggle-pin'; now: number; key: number }
  /** A link inside a card; aside: in a card of its own, to compare. */
  | { type: 'go'; now: number; key: number; entryId: EntryId; aside: boolean }
  | { type: 'back'; key: number; steps: number }
  | { type: 'hold'; on: boolean }
  | { type: 'visible'; now: number; on: boolean }
  /** The text under a mark changed, or there is nothing to show for it. */
  | { type: 'gone'; now: number; mark: M }
  | { type: 'dismiss'; now: number }
  | { type: 'close'; now: number; key: number }
  | { type: 'tick'; now: number };

export type HoverOptions = {
  /** ms at rest before a card opens. */
  showDelay: number;
  /** ms before a card closes once left. */
  hideDelay: number;
  /** Hovering opens only while a key is held. */
  needsModifier: boolean;
};
