/** Entries as rows: names in both languages, the matched part marked, and what stands at the end of the row. */
import type { ComponentChildren } from 'preact';
import type { EntryId } from '@/lib/glossary/entry';
import type { EntryNames } from '@/lib/glossary/names';
import type { Language } from '@/lib/settings';

export type Row = {
  entry: EntryNames;
  marked?: { in: 'zh' | 'en' | 'short'; from: number; to: number };
  /** The quiet text at the end: a kind, a count. */
  end?: ComponentChildren;
};

export const rowId = (list: string, id: EntryId) => `${list}-${id}`;

type ListProps = {
  id: string;
  label: string;
  rows: Row[];
  language: Language;
  onOpen(id: EntryId): void;
};

/** Rows that are buttons, each with what else can be done with its term. */
export function EntryList({ id, label, rows, language, onOpen }: ListProps) {
  return (
    <ul class="rows" id={id} aria-label={label}>
      {rows.map((row) => (
        <li key={row.entry.id} data-kind={row.entry.kind}>
          <button type="button" class="row" onClick={() => onOpen(row.entry.id)}>
            <i class="dot" />
            <EntryNamesLine row={row} language={language} />
          </button>
          {row.end !== undefined && <span class="end">{row.end}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Rows steered from the search field, which keeps the focus. */
export function EntryOptions({
  id,
  label,
  rows,
  language,
  active,
  onOpen,
}: ListProps & { active: EntryId | undefined }) {
  return (
    <div class="rows" id={id} role="listbox" aria-label={label} tabIndex={-1}>
      {rows.map((row) => (
        <div
          key={row.entry.id}
          class="row"
          id={rowId(id, row.entry.id)}
          role="option"
          tabIndex={-1}
          aria-selected={row.entry.id === active}
          data-kind={row.entry.kind}
          onClick={() => onOpen(row.entry.id)}
          onKeyDown={(event) => event.key === 'Enter' && onOpen(row.entry.id)}
        >
          <i class="dot" />
          <EntryNamesLine row={row} language={language} />
          {row.end !== undefined && <span class="end">{row.end}</span>}
        </div>
      ))}
    </div>
  );
}

/** The name people say on the first line, the others and the pinyin on the second. */
function EntryNamesLine({ row: { entry, marked }, language }: { row: Row; language: Language }) {
  const other = language === 'zh' ? 'en' : 'zh';
  const first = entry.short ? 'short' : language;
  const rest = (first === 'short' ? [language, other] : [other]) as ('zh' | 'en')[];
  const shown = entry.short ?? entry.headword[language];
  return (
    <span class="row-names">
      <b>
        <Marked text={shown} part={marked?.in === first ? marked : undefined} />
      </b>
      <small>
        {rest
          .filter(
            (name, at) =>
              entry.headword[name] !== shown &&
              rest.findIndex((same) => entry.headword[same] === entry.headword[name]) === at,
          )
          .map((name, at) => (
            <span key={name} lang={name === 'zh' ? 'zh-Hans' : 'en'}>
              {at > 0 && ' · '}
              <Marked text={entry.headword[name]} part={marked?.in === name ? marked : undefined} />
            </span>
          ))}
      </small>
    </span>
  );
}

function Marked({ text, part }: { text: string; part: { from: number; to: number } | undefined }) {
  if (!part) return <>{text}</>;
  return (
    <>
      {text.slice(0, part.from)}
      <mark>{text.slice(part.from, part.to)}</mark>
      {text.slice(part.to)}
    </>
  );
}
