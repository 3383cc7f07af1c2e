/** The events by era, newest first: eras as sticky bands, kinds as filters, what is on this page marked. */
import type { EntryId } from '@/lib/glossary/entry';
import { EVENT_KINDS, type EraEvents, type EventKind, shortDate, type TimelineEvent } from '@/lib/glossary/timeline';
import type { Language } from '@/lib/settings';
import { fill, type Strings } from '@/lib/strings/strings';

export function Timeline(props: {
  eras: EraEvents[];
  kinds: ReadonlySet<EventKind>;
  /** Entry → how often it occurs on this page. */
  onPage: ReadonlyMap<EntryId, number>;
  language: Language;
  strings: Strings;
  onKinds(kinds: ReadonlySet<EventKind>): void;
  onOpen(id: EntryId): void;
}) {
  const { eras, kinds, onPage, language, strings, onKinds, onOpen } = props;
  const toggle = (kind: EventKind) => {
    const next = new Set(kinds);
    if (!next.delete(kind)) next.add(kind);
    onKinds(next);
  };
  return (
    <div class="timeline">
      <div class="filters" role="group" aria-label={strings.timeline.filter}>
        {EVENT_KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            data-event={kind}
            aria-pressed={kinds.has(kind)}
            onClick={() => toggle(kind)}
          >
            <i class="dot" />
            {strings.eventKind[kind]}
          </button>
        ))}
      </div>
      {eras.length === 0 && <p class="empty">{strings.timeline.nothing}</p>}
      {eras.map(({ era, events }) => (
        <section key={era.id} class="timeline-era" aria-label={era.name[language]}>
          <h2>
            <b>{era.name[language]}</b> {era.from} – {era.id === 'growth' ? strings.timeline.present : era.to}
            <small>{fill(strings.timeline.events, { count: events.length })}</small>
          </h2>
          <ol>
            {events.map((event) => (
              <Event
                key={event.id}
                {...{ event, language, strings, onOpen }}
                count={onPage.get(event.entry ?? '') ?? 0}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function Event(props: {
  event: TimelineEvent;
  count: number;
  language: Language;
  strings: Strings;
  onOpen(id: EntryId): void;
}) {
  const { event, count, language, strings, onOpen } = props;
  const title = event.title[language];
  return (
    <li class="event" data-event={event.kind} data-year={event.date.slice(0, 4)}>
      <time dateTime={event.date}>{shortDate(event.date)}</time>
      <div>
        {event.entry ? (
          <button type="button" class="event-title" onClick={() => onOpen(event.entry!)}>
            {title}
          </button>
        ) : (
          <b class="event-title">{title}</b>
        )}
        {count > 0 && <span class="here">{fill(strings.timeline.here, { count })}</span>}
        <p>{event.text[language]}</p>
      </div>
    </li>
  );
}
