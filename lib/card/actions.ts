/** What a reader can do with a card: read it aloud, copy it, know it, and keep marks away. */
import type { CardActions } from '@/components/CardFoot';
import type { CardWords } from '@/components/card-words';
import { title } from '@/components/names';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { Change } from '@/lib/messages';
import { RefusedError } from '@/lib/messaging';
import type { Mark } from '@/lib/page/mark';
import type { Language, Settings } from '@/lib/settings';
import { copy, entryAsText } from './copy';
import type { EntryShelf } from './entry-shelf';
import type { CardState, HoverEvent } from './hover-state';
import type { Notices } from './notices';
import { createSpeech } from './speech';

/** How long the tick stands in for the copy icon, ms. */
const COPIED_FOR = 1600;
const SNOOZE_MINUTES = 60;

export type Actions = {
  /** The language a card is shown in. */
  language(key: number | undefined): Language;
  flip(key: number): void;
  /** An entry's name in the reader's language. */
  name(entry: CardEntry): string;
  /** The controls of one card. */
  of(card: CardState<Mark>, entry: CardEntry): CardActions;
  copy(key: number, format: 'text' | 'markdown'): void;
  known(key: number): void;
  setMenu(key: number, open: boolean): void;
  menuOpen(key: number | undefined): boolean;
  forget(key: number): void;
};

export function createActions(
  context: {
    words: CardWords;
    site: string;
    settings(): Settings;
    shelf: EntryShelf;
    notices: Notices;
    change(change: Change): Promise<void>;
    cards(): readonly CardState<Mark>[];
    send(event: HoverEvent<Mark>): void;
    hold(on: boolean): void;
    redraw(): void;
  },
  signal: AbortSignal,
): Actions {
  const { words, site, settings, shelf, notices, cards, send, hold, redraw } = context;
  const flipped = new Set<number>();
  const menus = new Set<number>();
  let speaking: number | undefined;
  let copied: number | undefined;
  const speech = createSpeech(redraw, signal);

  const first = (): Language => {
    const { entryLanguage } = settings();
    if (entryLanguage !== 'auto') return entryLanguage;
    return words.lang === 'en' ? 'en' : 'zh';
  };
  const language = (key: number | undefined): Language => {
    const other = key !== undefined && flipped.has(key);
    return other === (first() === 'zh') ? 'en' : 'zh';
  };
  const name = (entry: CardEntry) => title(entry, first()).text;
  const entryOf = (key: number) => {
    const card = cards().find((shown) => shown.key === key);
    return card && shelf.get(card.trail.at(-1)!);
  };

  /** Makes a change and offers to take it back; says so when it is not remembered. */
  const make = (change: Change, undo: Change, done: string) => {
    const failed = (error: unknown) =>
      notices.show({ text: error instanceof RefusedError ? words.notSaved : words.reload });
    context.change(change).then(
      () =>
        notices.show({
          text: done,
          undo: {
            label: words.undo,
            run: () => {
              notices.clear();
              context.change(undo).catch(failed);
            },
          },
        }),
      failed,
    );
  };
  const closeAnd = (key: number, act: (entry: CardEntry) => void) => {
    const entry = entryOf(key);
    if (!entry) return;
    send({ type: 'close', now: performance.now(), key });
    act(entry);
  };
  const known = (key: number) =>
    closeAnd(key, (entry) =>
      make(
        { type: 'known', id: entry.id, on: true },
        { type: 'known', id: entry.id, on: false },
        words.done.known(name(entry)),
      ),
    );
  const copyEntry = (key: number, format: 'text' | 'markdown') => {
    const entry = entryOf(key);
    if (!entry) return;
    void copy(entryAsText(entry, language(key), format)).then((done) => {
      if (!done) return;
      copied = key;
      redraw();
      setTimeout(() => {
        copied = undefined;
        redraw();
      }, COPIED_FOR);
    });
  };
  const toggleSpeech = (key: number) => {
    const entry = entryOf(key);
    const again = speaking === key;
    speech.stop();
    speaking = undefined;
    if (entry && !again) {
      const tongue = language(key);
      speaking = key;
      speech.speak(`${title(entry, tongue).text}. ${entry.gloss[tongue]}`, tongue, () => {
        if (speaking === key) speaking = undefined;
        redraw();
      });
    }
    redraw();
  };

  return {
    language,
    flip(key) {
      if (!flipped.delete(key)) flipped.add(key);
      redraw();
    },
    name,
    of: ({ key }, entry) => ({
      speak: speech.can(language(key)) ? { speaking: speaking === key, toggle: () => toggleSpeech(key) } : undefined,
      copy: { copied: copied === key, run: () => copyEntry(key, 'text') },
      known: () => known(key),
      menu: [
        { icon: 'copy', label: words.copyMarkdown, run: () => copyEntry(key, 'markdown') },
        {
          icon: 'hide',
          label: words.hideTerm(name(entry)),
          run: () =>
            closeAnd(key, ({ id }) =>
              make({ type: 'hidden', id, on: true }, { type: 'hidden', id, on: false }, words.done.hidden(name(entry))),
            ),
        },
        {
          icon: 'snooze',
          label: words.snooze(site),
          run: () =>
            closeAnd(key, () =>
              make(
                { type: 'snooze', host: site, minutes: SNOOZE_MINUTES },
                { type: 'snooze', host: site, minutes: 0 },
                words.done.snooze(site),
              ),
            ),
        },
        {
          icon: 'off',
          label: words.siteOff(site),
          run: () =>
            closeAnd(key, () =>
              make(
                { type: 'site', host: site, on: false },
                { type: 'site', host: site, on: true },
                words.done.site(site),
              ),
            ),
        },
      ],
    }),
    copy: copyEntry,
    known,
    setMenu(key, open) {
      if (open) menus.add(key);
      else menus.delete(key);
      hold(open);
    },
    menuOpen: (key) => key !== undefined && menus.has(key),
    forget(key) {
      flipped.delete(key);
      menus.delete(key);
      if (speaking === key) speech.stop();
    },
  };
}
