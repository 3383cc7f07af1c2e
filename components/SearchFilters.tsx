/** Three ways to narrow a search: topic, kind, level. */
import type { Kind } from '@/lib/glossary/entry';
import type { Filter } from '@/lib/glossary/search';
import { TOPICS, type Topic } from '@/lib/glossary/topics';
import type { Language } from '@/lib/settings';
import type { Strings } from '@/lib/strings/strings';
import { CARD_WORDS } from './card-words';

export function SearchFilters(props: {
  filter: Filter;
  language: Language;
  strings: Strings;
  onFilter(filter: Filter): void;
}) {
  const { filter, language, strings, onFilter } = props;
  const words = strings.search;
  const { kinds } = CARD_WORDS[strings.lang as keyof typeof CARD_WORDS];
  const select = <Field extends keyof Filter>(
    field: Field,
    label: string,
    options: readonly (readonly [NonNullable<Filter[Field]>, string])[],
  ) => (
    <select
      aria-label={label}
      value={filter[field] ?? ''}
      data-on={filter[field] !== undefined}
      onChange={({ currentTarget }) => {
        const { [field]: _old, ...rest } = filter;
        const chosen = options[currentTarget.selectedIndex - 1]?.[0];
        onFilter(chosen === undefined ? rest : { ...rest, [field]: chosen });
      }}
    >
      <option value="">
        {label}: {words.all}
      </option>
      {options.map(([value, text]) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>
  );
  return (
    <div class="search-filters" role="group" aria-label={words.filters}>
      {select(
        'topic',
        words.topic,
        (Object.keys(TOPICS) as Topic[]).map((topic) => [topic, TOPICS[topic][language]] as const),
      )}
      {select('kind', words.kind, Object.entries(kinds) as [Kind, string][])}
      {select(
        'level',
        words.level,
        ([1, 2, 3] as const).map((level) => [level, strings.level[level]] as const),
      )}
    </div>
  );
}
