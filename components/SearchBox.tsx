/** The search field. Arrow keys, Enter and Escape are passed on: they belong to the list below. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Strings } from '@/lib/strings/strings';

export function SearchBox(props: {
  query: string;
  strings: Strings;
  /** Id of the list the field steers, and of the option it stands on. */
  list: string;
  active?: string;
  onQuery(query: string): void;
  onKey(key: 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape'): boolean;
}) {
  const { query, strings, list, active, onQuery, onKey } = props;
  const input = useRef<HTMLInputElement>(null);
  // Before the next key can come: an Escape pressed twice first closes the entry, then clears this field.
  useLayoutEffect(() => input.current?.focus(), []);
  return (
    <div class="search">
      <svg
        width="16"
        height="16"
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        stroke-width="1.8"
        aria-hidden="true"
      >
        <circle cx="8.5" cy="8.5" r="5" />
        <path d="M12.5 12.5L17 17" stroke-linecap="round" />
      </svg>
      <input
        list={undefined}
        enterkeyhint="search"
        ref={input}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        value={query}
        placeholder={strings.search.placeholder}
        aria-label={strings.search.label}
        aria-expanded={query !== ''}
        aria-controls={list}
        aria-activedescendant={active}
        onInput={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (!['ArrowDown', 'ArrowUp', 'Enter', 'Escape'].includes(event.key)) return;
          if (onKey(event.key as 'Enter')) event.preventDefault();
        }}
      />
    </div>
  );
}
