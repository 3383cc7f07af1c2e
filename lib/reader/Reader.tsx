/** The entry the reader opened, on the same card as over a page, with the way back. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Card } from '@/components/Card';
import { CARD_WORDS } from '@/components/card-words';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import type { Language } from '@/lib/settings';
import type { Strings } from '@/lib/strings/strings';

export function Reader(props: {
  trail: EntryId[];
  language: Language;
  strings: Strings;
  onTrail(trail: EntryId[]): void;
}) {
  const { trail, language, strings, onTrail } = props;
  const id = trail.at(-1)!;
  const [entry, setEntry] = useState<CardEntry>();
  useEffect(() => {
    let wanted = true;
    // Definitions are a chunk of their own: the popup is ready to type in before they have been parsed.
    void import('@/lib/background/entries').then(async ({ entriesFor }) => {
      const found = (await entriesFor([id]))[id];
      if (wanted) setEntry(found);
    });
    return () => void (wanted = false);
  }, [id]);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' && !(event.key === 'Backspace' && event.target === document.body)) return;
      event.preventDefault();
      onTrail(trail.slice(0, -1));
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [trail, onTrail]);
  const panel = useRef<HTMLDivElement>(null);
  // Keys scroll the entry, and Tab goes on from its top.
  useLayoutEffect(() => panel.current?.focus(), [id]);
  return (
    <div class="reader" ref={panel} tabIndex={-1}>
      <button type="button" class="heading step" onClick={() => onTrail(trail.slice(0, -1))}>
        ← {strings.back}
      </button>
      {entry && entry.id === id && (
        <Card
          key={id}
          entry={entry}
          language={language}
          words={CARD_WORDS[strings.lang as keyof typeof CARD_WORDS]}
          expanded
          onOpen={(next) => onTrail([...trail, next])}
        />
      )}
    </div>
  );
}
