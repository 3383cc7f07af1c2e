/** Which colour of underline can be seen on a background. Pure. */

/** Red, green, blue 0 to 255, alpha 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** light and dark: on usual backgrounds, in the product's colour. pale and deep: on strong colours, almost black or white. */
export type Tone = 'light' | 'dark' | 'pale' | 'deep';

/** The underline's colour for a background of each tone. */
export const TONE_COLOURS: Record<Tone, Colour> = {
  light: [180, 84, 31, 1],
  dark: [240, 149, 92, 1],
  pale: [31, 29, 26, 1],
  deep: [255, 253, 249, 1],
};

/** WCAG asks 3 to 1 of graphics. */
const ENOUGH = 3;

/** The tone of a background: the product's colour where it can be seen, else black or white, whichever is clearer. */
export function toneOf(background: Colour): Tone {
  const against = (tone: Tone) => contrast(TONE_COLOURS[tone], background);
  const own = against('light') >= against('dark') ? 'light' : 'dark';
  if (against(own) >= ENOUGH) return own;
  return against('pale') >= against('deep') ? 'pale' : 'deep';
}

/** WCAG contrast ratio of two opaque colours, 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** One colour laid over another. */
export function over(top: Colour, bottom: Colour): Colour {
  const mix = (at: 0 | 1 | 2) => top[at] * top[3] + bottom[at] * (1 - top[3]);
  return [mix(0), mix(1), mix(2), 1];
}

/** A computed colour as browsers serialise it: rgb(), rgba() or color(srgb …); undefined for other spaces. */
export function parseColour(css: string): Colour | undefined {
  const srgb = css.startsWith('color(srgb ');
  if (!srgb && !css.startsWith('rgb')) return undefined;
  const numbers = css.match(/-?[\d.]+(?:e-?\d+)?/g)?.map(Number) ?? [];
  const [red, green, blue, alpha = 1] = numbers;
  if (red === undefined || green === undefined || blue === undefined) return undefined;
  return srgb ? [red * 255, green * 255, blue * 255, alpha] : [red, green, blue, alpha];
}

function luminance([red, green, blue]: Colour): number {
  const linear = (value: number) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
