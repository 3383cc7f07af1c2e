import { type Colour, type Tone, over, parseColour, toneOf } from './tone';

const WHITE: Colour = [255, 255, 255, 1];
const BLACK: Colour = [18, 18, 18, 1];
const GREY: Colour = [128, 128, 128, 1];

/** The tone of what is painted behind an element, by its own and its ancestors' computed backgrounds. */
export function backgroundTone(element: Element, known: Map<Element, Colour>): Tone {
  return toneOf(backgroundOf(element, known));
}

/** `known` holds the answers of one round: elements share their ancestors. */
function backgroundOf(element: Element, known: Map<Element, Colour>): Colour {
  const before = known.get(element);
  if (before) return before;
  const style = getComputedStyle(element);
  const own = parseColour(style.backgroundColor);
  let found: Colour;
  // What is in a picture cannot be read; text on it was given a colour that can be seen there.
  if (style.backgroundImage !== 'none' && !(own && own[3] === 1)) found = opposite(parseColour(style.color) ?? GREY);
  else if (own && own[3] === 1) found = own;
  else {
    const parent = parentAcrossShadows(element);
    const below = parent ? backgroundOf(parent, known) : canvas(style.colorScheme);
    found = own && own[3] > 0 ? over(own, below) : below;
  }
  known.set(element, found);
  return found;
}

/** What the browser paints behind a page that paints nothing. */
function canvas(colorScheme: string): Colour {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const dark = colorScheme.includes('dark') && (prefersDark || !colorScheme.includes('light'));
  return dark ? BLACK : WHITE;
}

function opposite([red, green, blue]: Colour): Colour {
  return red + green + blue > 384 ? BLACK : WHITE;
}

function parentAcrossShadows(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : null;
}
