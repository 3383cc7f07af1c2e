import type { CardEntry, EntryRef } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';
import type { CardWords } from './card-words';
import { Icon } from './Icon';
import { IconButton } from './IconButton';
import { otherNames, title } from './names';

/** Names, the way back, and the two controls of the window: pin and close. */
export function CardHead(props: {
  entry: CardEntry;
  language: Language;
  words: CardWords;
  titleId: string;
  trail?: EntryRef[];
  onBack?: (steps: number) => void;
  pinned?: boolean;
  onPin?: () => void;
  onClose?: () => void;
}) {
  const { entry, language, words, titleId, trail = [], onBack, pinned, onPin, onClose } = props;
  const { text, lang } = title(entry, language);
  const others = otherNames(entry, language);
  return (
    <header class="head" data-drag={pinned || undefined}>
      {trail.length > 0 && onBack && (
        <nav class="trail" aria-label={words.trail}>
          <button type="button" class="back" onClick={() => onBack(1)} aria-label={words.back}>
            <Icon name="back" size={14} />
          </button>
          {trail.slice(-3).map((passed, at, shown) => {
            const name = title(passed, language);
            return (
              <button type="button" key={`${at}${passed.id}`} class="crumb" onClick={() => onBack(shown.length - at)}>
                <span lang={name.lang}>{name.text}</span>
              </button>
            );
          })}
        </nav>
      )}
      <div class="head-row">
        <div class="grow">
          <h2 id={titleId} lang={lang}>
            {text}
          </h2>
          {others.length > 0 && (
            <p class="names">
              {others.map((other) => (
                <span key={other.text} lang={other.lang}>
                  {other.text}
                </span>
              ))}
            </p>
          )}
        </div>
        {onPin && (
          <IconButton icon="pin" label={pinned ? words.unpin : words.pin} pressed={pinned ?? false} onPress={onPin} />
        )}
        {onClose && <IconButton icon="close" label={words.close} onPress={onClose} className="close" />}
      </div>
    </header>
  );
}
