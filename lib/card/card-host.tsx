/** Shows cards over a page: joins the reducer, the clock, the watchers and the windows. */
import { render } from 'preact';
import cardCss from '@/components/card.css?inline';
import { CARD_WORDS } from '@/components/card-words';
import themeCss from '@/components/theme.css?inline';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import type { Change } from '@/lib/messages';
import type { Mark, Marks } from '@/lib/page/mark';
import type { InterfaceLanguage, Settings } from '@/lib/settings';
import { createActions } from './actions';
import { createAlarm } from './alarm';
import { drawCards } from './draw-cards';
import { createCursor } from './cursor';
import { createEntryShelf } from './entry-shelf';
import { createFocusKeeper } from './focus-keeper';
import { hover, noHover, wakeAt } from './hover';
import type { CardState, HoverEvent } from './hover-state';
import { createNotices } from './notices';
import { createSurface } from './surface';
import { watchReader } from './watch-reader';
import windowCss from './window.css?inline';
import { createWindows } from './windows';

export type CardHostOptions = {
  marks: Marks;
  /** An entry that is in memory. */
  entryOf(id: EntryId): CardEntry | undefined;
  /** Asks for one that is not; may reject when the extension was updated under the page. */
  requestEntry(id: EntryId): Promise<CardEntry | undefined>;
  /** Remembers a change; rejects when nobody is there to remember it. */
  change(change: Change): Promise<void>;
  settings(): Settings;
  interfaceLanguage: InterfaceLanguage;
  /** The site as changes name it; the tab's, also in a frame. */
  site: string;
};

export type CardHost = {
  /** Moves the keyboard reader's virtual cursor. */
  step(direction: 1 | -1): void;
  /** Opens the card of an entry at the page's selection. */
  explain(entry: CardEntry): void;
};

export function createCardHost(options: CardHostOptions, signal: AbortSignal): CardHost {
  const { marks, settings } = options;
  const words = CARD_WORDS[options.interfaceLanguage];
  const surface = createSurface(themeCss + cardCss + windowCss, signal);
  const { root, host } = surface;
  const layer = document.createElement('div');
  layer.className = 'layer theme';
  root.append(layer);
  const shelf = createEntryShelf(options.entryOf, options.requestEntry);
  const windows = createWindows(root);
  const cursor = createCursor(marks);
  const focus = createFocusKeeper(root);

  let state = noHover<Mark>();
  let frame = 0;
  /** Where the card about to open belongs when it has no mark. */
  let selected: Range | undefined;

  const send = (event: HoverEvent<Mark>) => {
    const { showDelay, hideDelay, modifier } = settings();
    const before = state;
    state = hover(state, event, { showDelay, hideDelay, needsModifier: modifier !== 'none' });
    if (state === before) return;
    if (state.waiting && state.waiting.mark !== before.waiting?.mark) void shelf.load(state.waiting.mark.entryId);
    if (state.open !== before.open || state.pins !== before.pins) redraw();
    alarm.set(wakeAt(state));
  };
  const alarm = createAlarm((now) => send({ type: 'tick', now }), signal);

  const redraw = () => {
    const absent = cards().find((card) => !shelf.get(card.trail.at(-1)!));
    if (absent) {
      // Never an empty card: it opens when the entry has come, if it is still wanted.
      withdraw(absent);
      return;
    }
    const fresh = cards().filter((card) => !drawn.has(card.key));
    for (const card of fresh) {
      const { mark } = card;
      const range = selected;
      const place = mark ? () => mark.range() : range && card.via === 'page' ? () => range : undefined;
      windows.add(card, place, card.via === 'pointer' ? pointer.at : undefined);
      shelf.fetchNeighbours(shelf.get(card.trail.at(-1)!)!);
    }
    const shut = [...drawn].filter((key) => !cards().some((card) => card.key === key));
    if (shut.length) focus.beforeClosing(shut);
    for (const key of shut) actions.forget(key);
    drawn = new Set(cards().map((card) => card.key));
    const focused = focus.inside();
    draw();
    // The link that was followed is gone with its entry: the focus stays in the window.
    if (focused?.isConnected && !focus.inside()) focus.enter(focused);
    windows.keep(cards());
    marks.setActive(state.open?.mark);
    for (const card of fresh) {
      const element = windows.element(card.key);
      if (element) sizes.observe(element);
      if (element && card.via === 'keyboard') focus.enter(element);
    }
    if (state.open) follow();
  };
  let drawn = new Set<number>();
  const cards = (): readonly CardState<Mark>[] => (state.open ? [...state.pins, state.open] : state.pins);

  const withdraw = (card: CardState<Mark>) => {
    const id = card.trail.at(-1)!;
    state = card.trail.length > 1 ? hover(state, { type: 'back', key: card.key, steps: 1 }, NO_DELAY) : state;
    if (card.trail.length === 1)
      state = hover(state, { type: 'close', now: performance.now(), key: card.key }, NO_DELAY);
    redraw();
    void shelf.load(id).then((entry) => {
      const { mark } = card;
      const stillThere = mark && pointer.at && pointer.markAt(pointer.at) === mark && !state.open;
      if (entry && stillThere && card.via === 'pointer')
        send({ type: 'open', now: performance.now(), mark, entryId: id, via: 'pointer' });
    });
  };

  const draw = () => {
    if (cards().length === 0 && !notices.present) {
      render(null, layer);
      surface.hide();
      return;
    }
    surface.show(state.open && windows.node(state.open.key));
    render(drawCards({ state, words, settings: settings(), shelf, windows, actions, notices, send }), layer);
    place();
  };
  /** Puts the windows in place and tells the reducer what became of the mark. */
  const place = () => {
    const { open } = state;
    const fate = windows.layout(state);
    if (fate === 'gone' && open?.mark) send({ type: 'gone', now: performance.now(), mark: open.mark });
    else if (open) send({ type: 'visible', now: performance.now(), on: fate === 'placed' });
  };
  const follow = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!state.open || signal.aborted) return;
      place();
      follow();
    });
  };
  const sizes = new ResizeObserver(() => cards().length > 0 && place());

  const notices = createNotices(draw);
  const actions = createActions(
    { ...options, words, shelf, notices, redraw: draw, send, cards, hold: (on) => send({ type: 'hold', on }) },
    signal,
  );
  const pointer = watchReader(
    { marks, host, root, windows, cursor, focus, actions, settings, state: () => state, send, place },
    signal,
  );

  addEventListener('resize', () => cards().length > 0 && place(), { signal, passive: true });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    sizes.disconnect();
    cursor.clear();
    marks.setActive(undefined);
    state = { ...noHover<Mark>(), nextKey: state.nextKey };
    // An undo that is being offered outlives the cards: it may be what brings them back.
    draw();
  });

  return {
    step(direction) {
      if (state.open) send({ type: 'close', now: performance.now(), key: state.open.key });
      const mark = cursor.step(direction);
      const entry = mark && shelf.get(mark.entryId);
      const { index, count } = mark ? marks.position(mark) : { index: 0, count: 0 };
      notices.say(mark ? words.position(entry ? actions.name(entry) : mark.text, index, count) : words.noTerms);
      if (mark) void shelf.load(mark.entryId);
    },
    explain(entry) {
      shelf.put(entry);
      const selection = document.getSelection();
      selected = selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined;
      send({ type: 'open', now: performance.now(), mark: undefined, entryId: entry.id, via: 'page' });
    },
  };
}

const NO_DELAY = { showDelay: 0, hideDelay: 0, needsModifier: false };
