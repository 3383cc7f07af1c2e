/** The chart of model sizes above the events by era. */
import { useMemo, useState } from 'preact/hooks';
import names from 'virtual:glossary/names';
import { ParameterChart } from '@/components/ParameterChart';
import { Timeline } from '@/components/Timeline';
import { YearJump } from '@/components/YearJump';
import type { EntryId } from '@/lib/glossary/entry';
import { type EventKind, timelineByEra, type TimelineEvent } from '@/lib/glossary/timeline';
import type { Language } from '@/lib/settings';
import type { Strings } from '@/lib/strings/strings';

const models = names.filter((entry) => entry.parameters !== undefined);

export function TimelineView(props: {
  events: TimelineEvent[];
  query: string;
  counts: ReadonlyMap<EntryId, number>;
  language: Language;
  strings: Strings;
  open(id: EntryId): void;
  onLarge(): void;
}) {
  const { events, query, counts, language, strings, open, onLarge } = props;
  const [kinds, setKinds] = useState<ReadonlySet<EventKind>>(new Set());
  const eras = useMemo(() => timelineByEra(events, kinds, query), [events, kinds, query]);
  return (
    <>
      <ParameterChart {...{ models, strings }} onPage={counts} onOpen={open} />
      <p class="large">
        <YearJump {...{ eras, strings }} />
        <button type="button" class="text-button" onClick={onLarge}>
          {strings.timeline.large}
        </button>
      </p>
      <Timeline {...{ eras, kinds, language, strings }} onPage={counts} onKinds={setKinds} onOpen={open} />
    </>
  );
}
