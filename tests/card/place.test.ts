import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, GAP, MARGIN, type Placing, placeBeside, placeCard } from '@/lib/card/place';

const VIEWPORT = { width: 1000, height: 760 };
const CARD = { width: 360, height: 320 };
const box = (left: number, top: number, width = 50, height = 20): Box => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});
const place = (anchor: Box, more: Partial<Placing> = {}) =>
  placeCard({ anchor, card: CARD, viewport: VIEWPORT, writing: 'horizontal', ...more });

describe('horizontal text', () => {
  it('puts the card below, its left edge at the term', () => {
    expect(place(box(100, 100))).toMatchObject({ x: 100, y: 120 + GAP, side: 'below' });
  });

  it('flips above where there is no room below', () => {
    expect(place(box(100, 600))).toMatchObject({ y: 600 - GAP - CARD.height, side: 'above' });
  });

  it('stays above while that fits, so that it does not jump while scrolling', () => {
    expect(place(box(100, 360), { keep: 'above' }).side).toBe('above');
    expect(place(box(100, 200), { keep: 'above' }).side).toBe('below');
  });

  it('moves left at the right edge', () => {
    expect(place(box(940, 100)).x).toBe(VIEWPORT.width - CARD.width - MARGIN);
  });

  it('ends at the term in text that runs from right to left', () => {
    expect(place(box(600, 100), { rtl: true }).x).toBe(650 - CARD.width);
  });

  it('gives the card less height rather than covering the line', () => {
    const placed = place(box(100, 200), { viewport: { width: 1000, height: 460 } });
    expect(placed).toMatchObject({ side: 'below', y: 228 });
    expect(placed.y + Math.min(CARD.height, placed.maxHeight)).toBeLessThanOrEqual(460 - MARGIN);
  });

  it('goes beside the term where neither above nor below has room', () => {
    expect(place(box(100, 80), { viewport: { width: 1000, height: 200 } })).toMatchObject({ side: 'right', x: 158 });
  });
});

describe('vertical text', () => {
  it('puts the card on the side of the lines to come', () => {
    expect(place(box(700, 100, 20, 80), { writing: 'vertical-rl' })).toMatchObject({ side: 'left', x: 332, y: 100 });
    expect(place(box(300, 100, 20, 80), { writing: 'vertical-lr' })).toMatchObject({ side: 'right', x: 328 });
  });

  it('flips at the edge', () => {
    expect(place(box(100, 100, 20, 80), { writing: 'vertical-rl' }).side).toBe('right');
  });
});

it('is whole and in view, and never on the line of its term wherever there is room', () => {
  fc.assert(
    fc.property(
      fc.record({
        x: fc.integer({ min: 0, max: 950 }),
        y: fc.integer({ min: 0, max: 740 }),
        height: fc.integer({ min: 60, max: 900 }),
        writing: fc.constantFrom('horizontal' as const, 'vertical-rl' as const, 'vertical-lr' as const),
      }),
      ({ x, y, height, writing }) => {
        const anchor = box(x, y);
        const placed = place(anchor, { writing, card: { width: 360, height } });
        const shown = Math.min(height, placed.maxHeight);
        expect(placed.x).toBeGreaterThanOrEqual(MARGIN);
        expect(placed.y).toBeGreaterThanOrEqual(MARGIN);
        expect(placed.x + 360).toBeLessThanOrEqual(VIEWPORT.width - MARGIN);
        expect(placed.y + shown).toBeLessThanOrEqual(VIEWPORT.height - MARGIN);
        const below = placed.y >= anchor.bottom;
        const above = placed.y + shown <= anchor.top;
        const beside = placed.x >= anchor.right || placed.x + 360 <= anchor.left;
        expect(below || above || beside).toBe(true);
      },
    ),
  );
});

describe('a second card', () => {
  it('stands beside the first, on either side, or a step down from it', () => {
    expect(placeBeside(box(100, 100, 360, 300), CARD, VIEWPORT)).toEqual({ x: 468, y: 100 });
    expect(placeBeside(box(600, 100, 360, 300), CARD, VIEWPORT)).toEqual({ x: 232, y: 100 });
    expect(placeBeside(box(8, 100, 360, 300), CARD, { width: 420, height: 760 })).toEqual({ x: 32, y: 140 });
  });
});
