import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Colour, TONE_COLOURS, contrast, over, parseColour, toneOf } from '@/lib/page/tone';

describe('the tone of a background', () => {
  it('is light on white and dark on black', () => {
    expect(toneOf([255, 255, 255, 1])).toBe('light');
    expect(toneOf([18, 18, 18, 1])).toBe('dark');
  });
  it('always gives an underline with a contrast of 3 to 1 or more', () => {
    const channel = fc.integer({ min: 0, max: 255 });
    fc.assert(
      fc.property(channel, channel, channel, (red, green, blue) => {
        const background: Colour = [red, green, blue, 1];
        expect(contrast(TONE_COLOURS[toneOf(background)], background)).toBeGreaterThanOrEqual(3);
      }),
    );
  });
  it('reads the colours that browsers compute', () => {
    expect(parseColour('rgb(1, 2, 3)')).toEqual([1, 2, 3, 1]);
    expect(parseColour('rgba(1, 2, 3, 0.5)')).toEqual([1, 2, 3, 0.5]);
    expect(parseColour('color(srgb 1 0 0 / 0.25)')).toEqual([255, 0, 0, 0.25]);
    expect(parseColour('oklch(0.5 0.1 20)')).toBeUndefined();
  });
  it('lays a half transparent colour over another', () => {
    expect(over([255, 255, 255, 0.5], [0, 0, 0, 1])).toEqual([127.5, 127.5, 127.5, 1]);
  });
});
