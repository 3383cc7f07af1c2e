/** Puts each card's window in its place and keeps it there while the page scrolls and the card grows. */
import type { Mark } from '@/lib/page/mark';
import { type Anchor, createAnchor } from './anchor';
import type { CardState, Hover } from './hover-state';
import { type Box, MARGIN, type Side, clamp, placeBeside, placeCard, tallest } from './place';
import { type Theme, themeUnder } from './theme-under';

type Point = { x: number; y: number };

/** What is known of one card's window beyond the state. */
type View = {
  anchor: Anchor | undefined;
  /** Where it stands; for a pinned card, until it is dragged elsewhere. Undefined until it is first placed. */
  position: Point | undefined;
  side: Side | undefined;
  theme: Theme | undefined;
};

export type Windows = {
  /** Remembers where a card belongs, before it is drawn first. */
  add(card: CardState<Mark>, place: (() => Range | undefined) | undefined, point: Point | undefined): void;
  /** Forgets the cards that are gone. */
  keep(cards: readonly CardState<Mark>[]): void;
  /** Places all windows. Says what became of the open card's mark. */
  layout(state: Hover<Mark>): 'placed' | 'away' | 'gone';
  move(key: number, to: Point): void;
  box(key: number): Box | undefined;
  node(key: number): Node | undefined;
  theme(key: number): Theme | undefined;
  element(key: number): HTMLElement | undefined;
};

export function createWindows(root: ShadowRoot): Windows {
  const views = new Map<number, View>();
  const elements = new Map<number, HTMLElement>();
  const element = (key: number) => {
    const known = elements.get(key);
    if (known?.isConnected) return known;
    const found = root.querySelector<HTMLElement>(`[data-key="${key}"]`) ?? undefined;
    if (found) elements.set(key, found);
    return found;
  };
  const viewport = () => ({ width: document.documentElement.clientWidth || innerWidth, height: innerHeight });

  const put = (window: HTMLElement, { x, y }: Point, maxHeight: number) => {
    window.style.left = `${x}px`;
    window.style.top = `${y}px`;
    window.style.maxHeight = `${maxHeight}px`;
  };
  const placeOpen = (window: HTMLElement, view: View, anchor: Anchor) => {
    const anchorBox = anchor.box();
    if (!anchorBox) return 'gone';
    const visible = anchor.visible(anchorBox);
    window.toggleAttribute('data-away', !visible);
    if (!visible) return 'away';
    const { writing, rtl } = anchor;
    const card = naturalSize(window);
    const placed = placeCard({ anchor: anchorBox, card, viewport: viewport(), writing, rtl, keep: view.side });
    view.side = placed.side;
    view.position = placed;
    put(window, placed, placed.maxHeight);
    return 'placed';
  };
  const placePinned = (window: HTMLElement, view: View) => {
    const { width, height } = naturalSize(window);
    const room = viewport();
    const maxHeight = tallest(room);
    const at = view.position ?? { x: 3 * MARGIN, y: 3 * MARGIN };
    window.removeAttribute('data-away');
    put(
      window,
      {
        x: clamp(at.x, room.width - width),
        y: clamp(at.y, room.height - Math.min(height, maxHeight)),
      },
      maxHeight,
    );
  };

  return {
    add(card, place, point) {
      const anchor = place && createAnchor(place, point);
      const beside = card.beside === undefined ? undefined : element(card.beside)?.getBoundingClientRect();
      const size = beside ? { width: beside.width, height: beside.height } : undefined;
      views.set(card.key, {
        anchor,
        position: beside && size && placeBeside(beside, size, viewport()),
        side: undefined,
        theme: anchor ? themeUnder(anchor.node) : card.beside === undefined ? undefined : views.get(card.beside)?.theme,
      });
    },
    keep(cards) {
      for (const key of views.keys())
        if (!cards.some((card) => card.key === key)) {
          views.delete(key);
          elements.delete(key);
        }
    },
    layout(state) {
      for (const card of state.pins) {
        const window = element(card.key);
        const view = views.get(card.key);
        if (!window || !view) continue;
        if (view.position || !view.anchor) placePinned(window, view);
        else placeOpen(window, view, view.anchor);
      }
      const { open } = state;
      const window = open && element(open.key);
      const view = open && views.get(open.key);
      if (!open || !window || !view || open.via === 'touch') return 'placed';
      if (view.anchor) return placeOpen(window, view, view.anchor);
      placePinned(window, view);
      return 'placed';
    },
    move(key, to) {
      const view = views.get(key);
      if (view) view.position = to;
    },
    box: (key) => element(key)?.getBoundingClientRect(),
    node: (key) => views.get(key)?.anchor?.node,
    theme: (key) => views.get(key)?.theme,
    element,
  };
}

/** The size a window would have if nothing limited its height. */
function naturalSize(window: HTMLElement): { width: number; height: number } {
  const body = window.querySelector('.body');
  const hidden = body ? body.scrollHeight - body.clientHeight : 0;
  return { width: window.offsetWidth, height: window.offsetHeight + hidden };
}
