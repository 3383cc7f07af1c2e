/** The timeline large: events by era, the chart of model sizes and the opened entry beside them. Prints as a list. */
import { browser } from '#imports';
import { useMemo, useState } from 'preact/hooks';
import names from 'virtual:glossary/names';
import timeline from '@/data/timeline.json';
import { ParameterChart } from '@/components/ParameterChart';
import { Timeline } from '@/components/Timeline';
import { YearJump } from '@/components/YearJump';
import type { EntryId } from '@/lib/glossary/entry';
import { type EventKind, timelineByEra, type TimelineEvent } from '@/lib/glossary/timeline';
import { Reader } from '@/lib/reader/Reader';
import { useStored } from '@/lib/reader/use-stored';
import { settings } from '@/lib/storage/stored';
import { entryLanguage, interfaceLanguage, STRINGS } from '@/lib/strings/strings';

const models = names.filter((entry) => entry.parameters !== undefined);
const NOWHERE: ReadonlyMap<EntryId, number> = new Map();

export function TimelinePage() {
  const chosen = useStored(settings);
  const [kinds, setKinds] = useState<ReadonlySet<EventKind>>(new Set());
  const [query, setQuery] = useState('');
  const [trail, setTrail] = useState<EntryId[]>([]);
  const eras = useMemo(() => timelineByEra(timeline.events as TimelineEvent[], kinds, query), [kinds, query]);
  if (!chosen) return null;
  const browserLanguage = browser.i18n.getUILanguage();
  const strings = STRINGS[interfaceLanguage(chosen, browserLanguage)];
  const language = entryLanguage(chosen, browserLanguage);
  const words = strings.timeline;
  document.documentElement.lang = strings.lang;
  document.documentElement.dataset['theme'] =
    chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : 'system';
  document.title = `${words.label} · ${strings.product}`;
  return (
    <main class="timeline-page">
      <header>
        <h1>{words.label}</h1>
        <input
          type="search"
          value={query}
          aria-label={words.search}
          placeholder={words.search}
          onInput={(event) => setQuery(event.currentTarget.value)}
        />
        <YearJump {...{ eras, strings }} />
      </header>
      <div class="columns">
        <Timeline
          {...{ eras, kinds, language, strings }}
          onPage={NOWHERE}
          onKinds={setKinds}
          onOpen={(id) => setTrail([id])}
        />
        <aside aria-label={words.chart}>
          <ParameterChart {...{ models, strings }} size="large" onPage={NOWHERE} onOpen={(id) => setTrail([id])} />
          {trail.length > 0 && <Reader trail={trail} onTrail={setTrail} {...{ language, strings }} />}
        </aside>
      </div>
    </main>
  );
}
