/** Search results; without a query, what was looked up lately and the topics as ways in. */
import { useState } from 'preact/hooks';
import names from 'virtual:glossary/names';
import { CARD_WORDS } from '@/components/card-words';
import { EntryList, EntryOptions, type Row } from '@/components/EntryList';
import { SearchFilters } from '@/components/SearchFilters';
import type { EntryId } from '@/lib/glossary/entry';
import type { Filter } from '@/lib/glossary/search';
import { TOPICS, type Topic } from '@/lib/glossary/topics';
import type { Language } from '@/lib/settings';
import { fill, type Strings } from '@/lib/strings/strings';

const byId = new Map(names.map((entry) => [entry.id, entry]));

export function GlossaryView(props: {
  id: string;
  query: string;
  rows: Row[];
  /** Nothing is called so: the rows are what comes nearest. */
  nothing: boolean;
  filter: Filter;
  active: EntryId | undefined;
  recent: EntryId[];
  language: Language;
  strings: Strings;
  open(id: EntryId): void;
  onQuery(query: string): void;
  onFilter(filter: Filter): void;
  /** The reader wants to add the query as a term of their own. */
  onOwn(): void;
}) {
  const { id, query, rows, nothing, filter, active, recent, language, strings, open, onFilter, onOwn } = props;
  const [topic, setTopic] = useState<Topic>();
  const withKind = (row: Row): Row => ({
    ...row,
    end: CARD_WORDS[strings.lang as keyof typeof CARD_WORDS].kinds[row.entry.kind],
  });
  if (query !== '') {
    return (
      <>
        <SearchFilters {...{ filter, language, strings, onFilter }} />
        {nothing && (
          <p class="empty">
            {fill(strings.search.nothing, { query })}{' '}
            <button type="button" class="text-button" onClick={onOwn}>
              {strings.search.addOwn}
            </button>
          </p>
        )}
        {nothing && rows.length > 0 && <h2 class="heading">{strings.search.nearest}</h2>}
        <EntryOptions
          id={id}
          label={strings.tabs.glossary}
          rows={rows.map(withKind)}
          {...{ language, active }}
          onOpen={open}
        />
      </>
    );
  }
  if (topic) {
    const entries = names
      .filter((entry) => entry.topic === topic)
      .toSorted((a, b) => a.level - b.level || (a.headword.en < b.headword.en ? -1 : 1));
    return (
      <>
        <button type="button" class="heading step" onClick={() => setTopic(undefined)}>
          ← {TOPICS[topic][language]} <small>{entries.length}</small>
        </button>
        <EntryList
          id={id}
          label={TOPICS[topic][language]}
          rows={entries.map((entry) => withKind({ entry }))}
          language={language}
          onOpen={open}
        />
      </>
    );
  }
  const lately = recent.flatMap((entry) => byId.get(entry) ?? []).slice(0, 5);
  return (
    <>
      {lately.length > 0 && (
        <>
          <h2 class="heading">{strings.search.recent}</h2>
          <EntryList
            id={id}
            label={strings.search.recent}
            rows={lately.map((entry) => withKind({ entry }))}
            language={language}
            onOpen={open}
          />
        </>
      )}
      <h2 class="heading">{strings.search.topics}</h2>
      <ul class="topics">
        {(Object.keys(TOPICS) as Topic[]).map((name) => (
          <li key={name}>
            <button type="button" onClick={() => setTopic(name)}>
              {TOPICS[name][language]} <small>{names.filter((entry) => entry.topic === name).length}</small>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
