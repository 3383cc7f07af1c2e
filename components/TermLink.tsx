import type { EntryRef } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import type { Language } from '@/lib/settings';
import { Icon } from './Icon';
import { title } from './names';

/** Opens another entry: in place, or beside this one when asked to compare. */
export type OpenTerm = (id: EntryId, aside: boolean) => void;

/** A link to another entry. Its one-line gloss is shown by whoever listens to `onPeek`. */
export function TermLink(props: {
  term: EntryRef;
  language: Language;
  kind: 'chip' | 'inline' | 'before' | 'after';
  /** Said before the name, for the eye on a strip and for the ear. */
  label?: string;
  onOpen?: OpenTerm;
}) {
  const { term, language, kind, label, onOpen } = props;
  const { text, lang } = title(term, language);
  return (
    <button
      type="button"
      class={`term-link ${kind}`}
      data-kind={term.kind}
      data-term={term.id}
      onClick={(event) => onOpen?.(term.id, event.ctrlKey || event.metaKey)}
    >
      {label && <span class="unseen">{label}: </span>}
      {kind === 'before' && <Icon name="back" size={12} />}
      <span lang={lang}>{text}</span>
      {term.introduced && (kind === 'before' || kind === 'after') && <small>{term.introduced.slice(0, 4)}</small>}
      {kind === 'after' && <Icon name="forward" size={12} />}
    </button>
  );
}
