/** Where a card goes, given three rectangles. Pure; CSS px of the viewport. */

export type Box = { left: number; top: number; right: number; bottom: number };
export type Size = { width: number; height: number };
export type Side = 'below' | 'above' | 'left' | 'right';

export type Placing = {
  /** The client rectangle of the term under the pointer: one line of it, never the union of several. */
  anchor: Box;
  /** The card as it would like to be. */
  card: Size;
  viewport: Size;
  /** How the text around the term runs. */
  writing: 'horizontal' | 'vertical-rl' | 'vertical-lr';
  rtl?: boolean;
  /** The side it is on already; kept as long as it fits. */
  keep?: Side | undefined;
};

export type Placed = { x: number; y: number; side: Side; maxHeight: number };

/** Between term and card, and between card and edge of the viewport. */
export const GAP = 8;
export const MARGIN = 8;
/** A card lower than this says too little: better beside the term than squeezed above or below it. */
const LOWEST = 140;

/** Tallest card in a viewport of this height. */
export function tallest(viewport: Size): number {
  return Math.max(LOWEST, Math.min(420, viewport.height * 0.6));
}

/** The place of a card: whole, in view, beside the line of its term and never on it. */
export function placeCard(placing: Placing): Placed {
  return (
    (placing.writing === 'horizontal' ? aboveOrBelow(placing) : undefined) ??
    leftOrRight(placing) ??
    aboveOrBelow({ ...placing }, 0)!
  );
}

function aboveOrBelow(placing: Placing, lowest = LOWEST): Placed | undefined {
  const { anchor, card, viewport, keep, rtl } = placing;
  const room = {
    below: viewport.height - MARGIN - anchor.bottom - GAP,
    above: anchor.top - GAP - MARGIN,
  };
  const side = choose(['below', 'above'] as const, room, Math.min(card.height, tallest(viewport)), keep);
  if (room[side] < Math.min(lowest, card.height)) return undefined;
  const maxHeight = Math.max(Math.min(tallest(viewport), room[side]), Math.min(LOWEST, viewport.height - 2 * MARGIN));
  const height = Math.min(card.height, maxHeight);
  const x = clamp(rtl ? anchor.right - card.width : anchor.left, viewport.width - card.width);
  const y = side === 'below' ? anchor.bottom + GAP : anchor.top - GAP - height;
  return { x, y: clamp(y, viewport.height - height), side, maxHeight };
}

function leftOrRight(placing: Placing): Placed | undefined {
  const { anchor, card, viewport, writing, keep } = placing;
  const room = {
    left: anchor.left - GAP - MARGIN,
    right: viewport.width - MARGIN - anchor.right - GAP,
  };
  // Towards the lines still to come, as below is in horizontal text.
  const order = writing === 'vertical-rl' ? (['left', 'right'] as const) : (['right', 'left'] as const);
  const side = choose(order, room, card.width, keep);
  if (room[side] < card.width) return undefined;
  const maxHeight = Math.min(tallest(viewport), viewport.height - 2 * MARGIN);
  const height = Math.min(card.height, maxHeight);
  const x = side === 'left' ? anchor.left - GAP - card.width : anchor.right + GAP;
  return { x, y: clamp(anchor.top, viewport.height - height), side, maxHeight };
}

/** The side it is on if that still fits, else the first that fits, else the roomier. */
function choose<S extends Side>(
  order: readonly [S, S],
  room: Record<S, number>,
  wanted: number,
  keep: Side | undefined,
): S {
  const [first, second] = order;
  const kept = order.find((side) => side === keep);
  if (kept && room[kept] >= wanted) return kept;
  return order.find((side) => room[side] >= wanted) ?? (room[first] >= room[second] ? first : second);
}

/** Beside another card: to its right, else to its left, else a step down from it. */
export function placeBeside(other: Box, card: Size, viewport: Size): { x: number; y: number } {
  const y = clamp(other.top, viewport.height - card.height);
  if (other.right + GAP + card.width <= viewport.width - MARGIN) return { x: other.right + GAP, y };
  if (other.left - GAP - card.width >= MARGIN) return { x: other.left - GAP - card.width, y };
  return {
    x: clamp(other.left + 3 * GAP, viewport.width - card.width),
    y: clamp(other.top + 5 * GAP, viewport.height - card.height),
  };
}

/** Keeps a position between the margins; `room` is what the viewport leaves beside the card. */
export function clamp(at: number, room: number): number {
  return Math.round(Math.max(MARGIN, Math.min(at, room - MARGIN)));
}
