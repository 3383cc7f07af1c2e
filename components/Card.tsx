/** One entry, as shown over a page and in the popup. Props in, JSX out; the root that mounts it brings the style sheets. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { CardEntry, EntryRef } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';
import type { CardWords } from './card-words';
import { type CardActions, CardFoot } from './CardFoot';
import { CardHead } from './CardHead';
import { CardMore } from './CardMore';
import { EraStrip } from './EraStrip';
import { Icon } from './Icon';
import { langOf } from './names';
import { Prose } from './Prose';
import { type OpenTerm, TermLink } from './TermLink';

/** More neighbours than this make a cloud, not a choice; fewer still before the reader asked for more. */
const RELATED_SHOWN = 6;
const RELATED_FIRST = 4;
/** The other language, and the sign that leads to it. */
const OTHER = { zh: { to: 'en', sign: 'EN' }, en: { to: 'zh', sign: '中' } } as const;

export type CardProps = {
  entry: CardEntry;
  /** The language of the text; its names come first. */
  language: Language;
  words: CardWords;
  /** Prefix of the ids inside, unique among the cards of one tree. */
  idPrefix?: string;
  /** Names of what on the page decided for this sense of an ambiguous form. */
  because?: string[];
  /** Show everything at once, as the popup does. */
  expanded?: boolean;
  /** Entries passed through on the way here, oldest first. */
  trail?: EntryRef[];
  onBack?: (steps: number) => void;
  onOpen?: OpenTerm;
  pinned?: boolean;
  onPin?: () => void;
  onClose?: () => void;
  onMenu?: (open: boolean) => void;
  /** Shows the card in the other language. */
  onLanguage?: () => void;
  actions?: CardActions;
  /** A small drawing between gloss and detail. */
  diagram?: ComponentChildren;
};

export function Card(props: CardProps) {
  const { entry, language, words, onOpen, trail, onBack, pinned, onPin, onClose, diagram, onLanguage } = props;
  const { idPrefix = 'card', because, actions = {}, expanded: wide = false } = props;
  const [expanded, setExpanded] = useState(wide);
  const [menuOpen, setMenuOpen] = useState(false);
  const [peeked, setPeeked] = useState<string>();
  const lang = langOf(language);
  const refs = (ids: string[]) => ids.flatMap((id) => entry.refs[id] ?? []);
  // The strip of eras leads to these two already.
  const onStrip = entry.introduced ? [entry.before, entry.after] : [];
  const related = refs(
    [...new Set([...(entry.broader ?? []), ...entry.related])].filter((id) => !onStrip.includes(id)),
  );
  const peek = peeked === undefined ? undefined : entry.refs[peeked];
  const toggleMenu = (open: boolean) => {
    setMenuOpen(open);
    props.onMenu?.(open);
  };
  const peekAt = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('[data-term]') : undefined;
    setPeeked(link?.getAttribute('data-term') ?? undefined);
  };
  return (
    <article
      class="card"
      data-kind={entry.kind}
      lang={words.lang}
      onPointerOver={peekAt}
      onPointerLeave={() => setPeeked(undefined)}
      onFocusIn={peekAt}
      onFocusOut={() => setPeeked(undefined)}
    >
      <CardHead {...{ entry, language, words, trail, onBack, pinned, onPin, onClose }} titleId={`${idPrefix}-title`} />
      <div class="body">
        <p class="meta">
          <span class="kind">{words.kinds[entry.kind]}</span>
          <span>{words.levels[entry.level]}</span>
          {entry.introduced && <time dateTime={entry.introduced}>{words.date(entry.introduced)}</time>}
          {onLanguage && (
            <button
              type="button"
              class="language"
              onClick={onLanguage}
              aria-label={`${OTHER[language].sign}: ${words.showIn[OTHER[language].to]}`}
            >
              {OTHER[language].sign}
            </button>
          )}
        </p>
        <p class="gloss" id={`${idPrefix}-gloss`} lang={lang}>
          <Prose>{entry.gloss[language]}</Prose>
        </p>
        {expanded && <CardMore {...{ entry, language, words, diagram, onOpen }} />}
        {entry.introduced && (
          <EraStrip
            introduced={entry.introduced}
            named={expanded}
            {...{ language, words }}
            {...{ onOpen, before: entry.refs[entry.before ?? ''], after: entry.refs[entry.after ?? ''] }}
          />
        )}
        {related.length > 0 && (
          <ul class="chips" aria-label={words.related}>
            {related.slice(0, expanded ? RELATED_SHOWN : RELATED_FIRST).map((term) => (
              <li key={term.id}>
                <TermLink kind="chip" {...{ term, language, onOpen }} />
              </li>
            ))}
          </ul>
        )}
        {expanded && because && because.length > 0 && <p class="because">{words.why(because)}</p>}
        {!wide && (
          <button type="button" class="expand" aria-expanded={expanded} onClick={() => setExpanded(!expanded)}>
            <span>{expanded ? words.less : words.more}</span>
            <Icon name={expanded ? 'up' : 'down'} size={14} />
          </button>
        )}
      </div>
      <CardFoot
        source={entry.sources[0]}
        {...{ words, actions, menuOpen }}
        peek={peek && { text: peek.gloss[language], lang }}
        onMenu={toggleMenu}
      />
    </article>
  );
}
