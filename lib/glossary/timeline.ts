/** The events of the timeline, newest first, grouped by era as the popup shows them. */
import type { Bilingual, EntryId } from './entry';
import { ERAS, type Era, eraOf } from './eras';

export const EVENT_KINDS = [
  'idea',
  'architecture',
  'model',
  'product',
  'data',
  'hardware',
  'open-source',
  'policy',
  'organisation',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export type TimelineEvent = {
  id: string;
  /** Year, month or day, as far as the source says. */
  date: string;
  kind: EventKind;
  title: Bilingual;
  text: Bilingual;
  /** The entry a click opens. */
  entry?: EntryId;
  source: { title: string; url: string };
};

export type EraEvents = { era: Era; events: TimelineEvent[] };

/** Events that fit the kinds (none given: all) and contain the query, by era, newest first; eras without any are left out. */
export function timelineByEra(
  events: readonly TimelineEvent[],
  kinds: ReadonlySet<EventKind> = new Set(),
  query = '',
): EraEvents[] {
  const wanted = query.trim().toLowerCase();
  const kept = events
    .filter((event) => kinds.size === 0 || kinds.has(event.kind))
    .filter((event) => wanted === '' || textOf(event).includes(wanted))
    .toSorted((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  return ERAS.toReversed()
    .map((era) => ({ era, events: kept.filter((event) => eraOf(event.date) === era) }))
    .filter(({ events: some }) => some.length > 0);
}

const textOf = ({ title, text, date }: TimelineEvent) =>
  [title.zh, title.en, text.zh, text.en, date].join('\n').toLowerCase();

/** A date as the timeline writes it: `2017`, `2017.6`, `2017.6.12`. */
export function shortDate(date: string): string {
  return date.split('-').map(Number).join('.');
}
