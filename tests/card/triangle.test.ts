import { describe, expect, it } from 'vitest';
import { onTheWay } from '@/lib/card/triangle';

/** A card below and to the right, 60 px away. */
const CARD = { left: 100, top: 160, right: 460, bottom: 480 };
const START = { x: 120, y: 100 };

describe('the way to the card', () => {
  it('is open straight ahead and on the diagonal to the far corner', () => {
    expect(onTheWay(START, { x: 120, y: 130 }, CARD)).toBe(true);
    for (let step = 0.1; step <= 1; step += 0.1)
      expect(onTheWay(START, { x: 120 + 340 * step, y: 100 + 60 * step }, CARD)).toBe(true);
  });

  it('is 120° wide', () => {
    expect(onTheWay(START, { x: 120 - 34, y: 120 }, CARD)).toBe(true);
    expect(onTheWay(START, { x: 120 - 36, y: 120 }, CARD)).toBe(false);
  });

  it('does not lead backwards, sideways or past the edge', () => {
    expect(onTheWay(START, { x: 120, y: 90 }, CARD)).toBe(false);
    expect(onTheWay(START, { x: 60, y: 101 }, CARD)).toBe(false);
    expect(onTheWay(START, { x: 90, y: 161 }, CARD)).toBe(false);
  });

  it('leads up, left and right as well', () => {
    expect(onTheWay({ x: 200, y: 540 }, { x: 220, y: 510 }, CARD)).toBe(true);
    expect(onTheWay({ x: 60, y: 300 }, { x: 80, y: 310 }, CARD)).toBe(true);
    expect(onTheWay({ x: 500, y: 300 }, { x: 480, y: 310 }, CARD)).toBe(true);
    expect(onTheWay({ x: 500, y: 300 }, { x: 520, y: 310 }, CARD)).toBe(false);
  });
});
