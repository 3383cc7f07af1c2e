/**
 * What the cards on a page do, as one pure function: the state before and an event give the state after. No clock and
 * no DOM: events carry the time, and `wakeAt` says when the next `tick` is due.
 *
 *          point at a mark                 tick, due
 *   idle ───────────────────▶ waiting ───────────────────▶ open ──── pin ────▶ pinned (at most three)
 *    ▲     point elsewhere,      │         point at card,  │  ▲                  │
 *    │     press, scroll         │         mark, corridor  │  │ unpin            │
 *    ├───────────────────────────┘                         ▼  │                  │
 *    ├────────────── tick, grace is over ─────────────── leaving                 │
 *    └────────────── dismiss, close, press outside ◀── open, leaving, pinned ◀───┘
 */
import type { EntryId } from '@/lib/glossary/entry';
import type { AnyMark, CardState, Hover, HoverEvent, HoverOptions } from './hover-state';

/** Faster than this (px/ms) the pointer is on its way elsewhere. */
export const CROSSING_SPEED = 0.5;
/** Slower than this (px/ms) a hand on a mouse counts as at rest. */
const REST_SPEED = 0.03;
/** Delay when a card has just been open, ms, and for how long that counts. */
const WARM_DELAY = 100;
const WARM_FOR = 600;
/** For people whose hand never rests: ms inside the term after which the card opens all the same. */
const RESTLESS_DELAY = 700;
/** After a scroll, content slides under the pointer for this long, ms. */
const SCROLL_QUIET = 100;
/** A card whose mark left the viewport waits this long for its return, ms. */
const AWAY_FOR = 2000;
export const MAX_PINS = 3;
const MAX_TRAIL = 20;

/** Nothing open, nothing remembered. */
export function noHover<M>(): Hover<M> {
  return { held: false, pins: [], closedAt: -Infinity, quietUntil: -Infinity, nextKey: 1 };
}

/** When the next `tick` is due, ms; undefined when nothing waits. */
export function wakeAt<M>(state: Hover<M>): number | undefined {
  const times = [
    state.waiting?.due,
    state.held ? undefined : state.closeAt,
    state.awaySince === undefined ? undefined : state.awaySince + AWAY_FOR,
  ].filter((time) => time !== undefined);
  return times.length ? Math.min(...times) : undefined;
}

/** The state after an event. Returns the same object when nothing changes. */
export function hover<M extends AnyMark>(state: Hover<M>, event: HoverEvent<M>, options: HoverOptions): Hover<M> {
  switch (event.type) {
    case 'point':
      return point(state, event, options);
    case 'leave':
      return leaving({ ...state, waiting: undefined, under: undefined, dismissed: undefined }, event.now, options);
    case 'scroll':
      return { ...state, waiting: undefined, quietUntil: event.now + SCROLL_QUIET };
    case 'press':
      return event.mark !== undefined && event.mark === state.open?.mark
        ? { ...state, waiting: undefined }
        : closeOpen({ ...state, waiting: undefined }, event.now);
    case 'open':
      return openCard(state, { mark: event.mark, via: event.via, trail: [event.entryId] });
    case 'pin-mark':
      return pinMark(state, event.mark, event.now);
    case 'toggle-pin':
      return togglePin(state, event.key, event.now);
    case 'go':
      return event.aside ? openAside(state, event.key, event.entryId, event.now) : go(state, event.key, event.entryId);
    case 'back':
      return withTrail(state, event.key, (trail) => trail.slice(0, Math.max(1, trail.length - event.steps)));
    case 'hold':
      return state.held === event.on ? state : { ...state, held: event.on };
    case 'visible':
      if (event.on) return state.awaySince === undefined ? state : { ...state, awaySince: undefined };
      return state.awaySince === undefined && state.open ? { ...state, awaySince: event.now } : state;
    case 'gone':
      return gone(state, event.mark, event.now);
    case 'dismiss':
      return dismiss(state, event.now);
    case 'close':
      return event.key === state.open?.key
        ? closeOpen(state, event.now, stillUnder(state))
        : { ...state, pins: state.pins.filter((card) => card.key !== event.key) };
    case 'tick':
      return tick(state, event.now);
  }
}

type PointEvent<M> = Extract<HoverEvent<M>, { type: 'point' }>;

function point<M extends AnyMark>(state: Hover<M>, event: PointEvent<M>, options: HoverOptions): Hover<M> {
  const { mark, place, now } = event;
  const { open } = state;
  const dismissed = place === 'page' && mark !== state.dismissed ? undefined : state.dismissed;
  const calm: Hover<M> = { ...state, dismissed, under: mark, waiting: undefined };
  const onIt = place !== 'page' || (mark !== undefined && mark === open?.mark);
  if (open && onIt) return { ...calm, closeAt: undefined };
  const left = leaving(calm, now, options);
  const refused =
    mark === undefined ||
    mark === dismissed ||
    place !== 'page' ||
    event.pressed ||
    state.held ||
    (options.needsModifier && !event.modifier) ||
    state.pins.some((card) => card.mark === mark);
  return refused ? left : { ...left, waiting: wait(state, event, options, mark) };
}

/** When the card of this mark is due, given how the pointer moves over it. */
function wait<M>(state: Hover<M>, event: PointEvent<M>, options: HoverOptions, mark: M): Hover<M>['waiting'] {
  const { speed } = event;
  // Moved right after a scroll: that counts, from when the content has settled.
  const now = Math.max(event.now, state.quietUntil);
  const before = state.waiting?.mark === mark ? state.waiting : undefined;
  // A pointer that crosses at speed has to come to rest for the whole time, however warm things are.
  if (speed > CROSSING_SPEED) return { mark, due: now + Math.max(options.showDelay, WARM_DELAY), latest: undefined };
  const warm = options.needsModifier || state.open !== undefined || now - state.closedAt < WARM_FOR;
  const delay = warm ? Math.min(WARM_DELAY, options.showDelay) : options.showDelay;
  const latest = before?.latest ?? now + Math.max(RESTLESS_DELAY, delay);
  const due = before && speed <= REST_SPEED ? before.due : Math.min(now + delay, latest);
  return { mark, due, latest };
}

/** The pointer is not on the open card or its mark: it closes after the grace. */
function leaving<M>(state: Hover<M>, now: number, options: HoverOptions): Hover<M> {
  if (!state.open || state.open.via !== 'pointer' || state.held || state.closeAt !== undefined) return state;
  return { ...state, closeAt: now + options.hideDelay };
}

function tick<M extends AnyMark>(state: Hover<M>, now: number): Hover<M> {
  const { waiting } = state;
  if (waiting && now >= waiting.due)
    return openCard(state, { mark: waiting.mark, via: 'pointer', trail: [waiting.mark.entryId] });
  if (state.closeAt !== undefined && now >= state.closeAt && !state.held) return closeOpen(state, now);
  if (state.awaySince !== undefined && now >= state.awaySince + AWAY_FOR) return closeOpen(state, now);
  return state;
}

function openCard<M>(state: Hover<M>, card: Omit<CardState<M>, 'key'>): Hover<M> {
  return {
    ...state,
    open: { ...card, key: state.nextKey },
    nextKey: state.nextKey + 1,
    waiting: undefined,
    closeAt: undefined,
    awaySince: undefined,
    held: false,
  };
}

function closeOpen<M>(state: Hover<M>, now: number, dismissed = state.dismissed): Hover<M> {
  if (!state.open) return state;
  const shut = { open: undefined, closeAt: undefined, awaySince: undefined, held: false };
  return { ...state, ...shut, closedAt: now, dismissed };
}

/** The open card's mark if the pointer is on it: only then has it to leave before the card may open again. */
function stillUnder<M>({ open, under }: Hover<M>): M | undefined {
  return open?.mark === under ? under : undefined;
}

function dismiss<M>(state: Hover<M>, now: number): Hover<M> {
  if (state.open) return closeOpen({ ...state, waiting: undefined }, now, stillUnder(state));
  if (state.waiting) return { ...state, waiting: undefined, dismissed: state.waiting.mark };
  return state.pins.length ? { ...state, pins: state.pins.slice(0, -1) } : state;
}

function gone<M>(state: Hover<M>, mark: M, now: number): Hover<M> {
  const pins = state.pins.some((card) => card.mark === mark)
    ? state.pins.map((card) => (card.mark === mark ? { ...card, mark: undefined } : card))
    : state.pins;
  const waiting = state.waiting?.mark === mark ? undefined : state.waiting;
  const left = { ...state, pins, waiting };
  return state.open?.mark === mark ? closeOpen(left, now) : left;
}

function addPin<M>(state: Hover<M>, card: CardState<M>): Hover<M> {
  return { ...state, pins: [...state.pins, card].slice(-MAX_PINS) };
}

function pinMark<M extends AnyMark>(state: Hover<M>, mark: M, now: number): Hover<M> {
  if (state.pins.some((card) => card.mark === mark)) return state;
  if (state.open?.mark === mark) return togglePin(state, state.open.key, now);
  const opened = openCard(state, { mark, via: 'pointer', trail: [mark.entryId] });
  return togglePin(opened, state.nextKey, now);
}

function togglePin<M>(state: Hover<M>, key: number, now: number): Hover<M> {
  const { open } = state;
  if (open?.key === key) return addPin(closeOpen({ ...state, waiting: undefined }, now), open);
  const card = state.pins.find((pinned) => pinned.key === key);
  if (!card) return state;
  const pins = state.pins.filter((pinned) => pinned !== card);
  return { ...state, pins, open: card, waiting: undefined, closeAt: undefined, awaySince: undefined, held: false };
}

/** A second card beside the first, both pinned: comparing two needs both to stay. */
function openAside<M>(state: Hover<M>, key: number, entryId: EntryId, now: number): Hover<M> {
  const kept = state.open?.key === key ? togglePin(state, key, now) : state;
  const card: CardState<M> = { key: kept.nextKey, mark: undefined, via: 'link', trail: [entryId], beside: key };
  return addPin({ ...kept, nextKey: kept.nextKey + 1 }, card);
}

function go<M>(state: Hover<M>, key: number, entryId: EntryId): Hover<M> {
  return withTrail(state, key, (trail) => (trail.at(-1) === entryId ? trail : [...trail, entryId].slice(-MAX_TRAIL)));
}

function withTrail<M>(
  state: Hover<M>,
  key: number,
  change: (trail: readonly EntryId[]) => readonly EntryId[],
): Hover<M> {
  const changed = (card: CardState<M>) => (card.key === key ? { ...card, trail: change(card.trail) } : card);
  return { ...state, open: state.open && changed(state.open), pins: state.pins.map(changed) };
}
