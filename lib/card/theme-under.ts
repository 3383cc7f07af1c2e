/** Whether the ground under a term is light or dark, so that a card does not glare on a dark page. */
import { parentOf } from './surface';

export type Theme = 'light' | 'dark';

type Colour = { red: number; green: number; blue: number; alpha: number };

/** Looks at the first ground that is painted behind the node; where a picture hides it, the text's own colour decides. */
export function themeUnder(node: Node): Theme {
  let text: Colour | undefined;
  let tint: Colour | undefined;
  for (let at: Node | null = node; at; at = parentOf(at)) {
    if (!(at instanceof Element)) continue;
    const style = getComputedStyle(at);
    text ??= parse(style.color);
    if (style.backgroundImage !== 'none') break;
    const ground = parse(style.backgroundColor);
    if (!ground || ground.alpha === 0) continue;
    if (ground.alpha > 0.5) return luminance(ground) < 0.35 ? 'dark' : 'light';
    tint ??= ground;
  }
  // Light text was meant for a dark ground, whatever paints it.
  return text && luminance(text) > 0.5 ? 'dark' : 'light';
}

/** Reads what getComputedStyle gives: rgb(), rgba() and, for wide colours, color(srgb …). */
function parse(colour: string): Colour | undefined {
  const numbers = colour
    .match(/-?[\d.]+(?:e-?\d+)?%?/g)
    ?.map((part) => (part.endsWith('%') ? Number(part.slice(0, -1)) / 100 : Number(part)));
  if (!numbers) return undefined;
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  if (colour.startsWith('rgb')) return { red: a / 255, green: b / 255, blue: c / 255, alpha };
  if (colour.startsWith('color(')) return { red: a, green: b, blue: c, alpha };
  // lab, lch, oklab and oklch begin with lightness: that is all that matters here.
  const light = colour.startsWith('ok') ? a : a / 100;
  return { red: light, green: light, blue: light, alpha: colour.includes('/') ? alpha : 1 };
}

/** Relative luminance, 0 to 1, with the gamma rounded to 2.2. */
function luminance({ red, green, blue }: Colour): number {
  return 0.2126 * red ** 2.2 + 0.7152 * green ** 2.2 + 0.0722 * blue ** 2.2;
}
