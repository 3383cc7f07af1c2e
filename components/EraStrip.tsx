import { ERAS, type Era, eraOf, yearOf } from '@/lib/glossary/eras';
import type { EntryRef } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';
import type { CardWords } from './card-words';
import { langOf } from './names';
import { TermLink, type OpenTerm } from './TermLink';

/** Share of the strip given to each era: not to scale, or seventy years would leave no room for the last seven. */
const SHARE: Record<Era['id'], number> = { beginnings: 26, exploration: 35, growth: 39 };

/** Three eras side by side with a dot where the term appeared, and the terms before and after it. */
export function EraStrip(props: {
  introduced: string;
  /** Whether the eras' names stand under the strip. */
  named: boolean;
  language: Language;
  words: CardWords;
  before?: EntryRef;
  after?: EntryRef;
  onOpen?: OpenTerm;
}) {
  const { introduced, named, language, words, before, after, onOpen } = props;
  const mine = eraOf(introduced);
  const label = `${words.eras}: ${words.date(introduced)}, ${mine.name[language]}`;
  return (
    <div class="eras">
      <div class="eras-strip" role="img" aria-label={label}>
        {ERAS.map((era) => (
          <div key={era.id} class="era" data-on={era === mine || undefined} style={{ flexGrow: SHARE[era.id] }}>
            <i />
            {era === mine && <b style={{ insetInlineStart: `${within(era, introduced)}%` }} />}
            {named && <span lang={langOf(language)}>{era.name[language]}</span>}
          </div>
        ))}
      </div>
      {(before || after) && (
        <div class="eras-links">
          {before && <TermLink kind="before" label={words.before} term={before} {...{ language, onOpen }} />}
          {after && <TermLink kind="after" label={words.after} term={after} {...{ language, onOpen }} />}
        </div>
      )}
    </div>
  );
}

/** Where in its era a date lies, in percent, kept off the rounded ends. */
function within(era: Era, date: string): number {
  const share = (yearOf(date) - era.from) / (era.to + 1 - era.from);
  return Math.min(97, Math.max(3, share * 100));
}
