/** The state as windows with cards in them. */
import { Card } from '@/components/Card';
import type { CardWords } from '@/components/card-words';
import { title } from '@/components/names';
import type { CardEntry, EntryRef } from '@/lib/glossary/card-entry';
import type { Mark } from '@/lib/page/mark';
import type { Language, Settings } from '@/lib/settings';
import type { Actions } from './actions';
import { CardWindow, Status } from './card-layer';
import type { EntryShelf } from './entry-shelf';
import type { CardState, Hover, HoverEvent } from './hover-state';
import type { Notices } from './notices';
import type { Windows } from './windows';

/** Naming more than this many witnesses convinces nobody further. */
const WITNESSES = 4;

export function drawCards(context: {
  state: Hover<Mark>;
  words: CardWords;
  settings: Settings;
  shelf: EntryShelf;
  windows: Windows;
  actions: Actions;
  notices: Notices;
  send(event: HoverEvent<Mark>): void;
}) {
  const { state, words, settings, shelf, windows, actions, notices, send } = context;
  const cards = state.open ? [...state.pins, state.open] : state.pins;
  const now = () => performance.now();
  return (
    <>
      {cards.map((card) => {
        const { key, trail, via } = card;
        const entry = shelf.get(trail.at(-1)!)!;
        const language = actions.language(key);
        const pinned = card !== state.open;
        return (
          <CardWindow
            key={key}
            id={key}
            theme={
              settings.theme === 'page' ? windows.theme(key) : settings.theme === 'system' ? undefined : settings.theme
            }
            pinned={pinned}
            sheet={via === 'touch' && !pinned}
          >
            <Card
              key={entry.id}
              idPrefix={`card-${key}`}
              {...{ entry, language, words, pinned }}
              trail={trail.slice(0, -1).flatMap((id) => shelf.get(id) ?? [])}
              because={trail.length === 1 ? witnesses(card, entry, shelf, language) : []}
              onBack={(steps) => send({ type: 'back', key, steps })}
              onOpen={(entryId, aside) => {
                if (shelf.get(entryId)) send({ type: 'go', now: now(), key, entryId, aside });
                else
                  void shelf.load(entryId).then((found) => {
                    if (found) send({ type: 'go', now: now(), key, entryId, aside });
                    else notices.show({ text: words.reload });
                  });
              }}
              onPin={via === 'touch' && !pinned ? undefined : () => send({ type: 'toggle-pin', now: now(), key })}
              onClose={() => send({ type: 'close', now: now(), key })}
              onLanguage={() => actions.flip(key)}
              onMenu={(open) => actions.setMenu(key, open)}
              actions={actions.of(card, entry)}
            />
          </CardWindow>
        );
      })}
      {notices.present && <Status text={notices.text} toast={notices.toast} onHover={notices.hold} />}
    </>
  );
}

/** The names of what on the page decided for this sense; none when the form has no other. */
function witnesses({ mark }: CardState<Mark>, entry: CardEntry, shelf: EntryShelf, language: Language): string[] {
  if (mark?.reason.type !== 'evidence') return [];
  const { entries, cues } = mark.reason;
  const named = (id: string): EntryRef | undefined => entry.refs[id] ?? shelf.get(id);
  const names = entries.flatMap((id) => {
    const other = named(id);
    return other ? [title(other, language).text] : [];
  });
  return [...new Set([...names, ...cues])].slice(0, WITNESSES);
}
