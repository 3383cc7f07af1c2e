/** Where on the screen a mark is now, and how the text around it runs. */
import type { Box, Placing } from './place';
import { parentOf } from './surface';
import { contains } from './triangle';

/** Half a pixel of slack: client rectangles are fractions, pointer positions may not be. */
const SLACK = 0.5;

export type Anchor = {
  /** The rectangle of the line that was pointed at; undefined when the mark is gone from the page. */
  box(): Box | undefined;
  /** Whether that line can be seen: inside the viewport and every scrolled box around it. */
  visible(box: Box): boolean;
  readonly writing: Placing['writing'];
  readonly rtl: boolean;
  /** A node of the mark, for what depends on its surroundings. */
  readonly node: Node;
};

/** Fixes on the line of a place in the text that is under the point; on its first line when none is. */
export function createAnchor(place: () => Range | undefined, point?: { x: number; y: number }): Anchor | undefined {
  const range = place();
  const node = range?.startContainer;
  const element = node && elementOf(node);
  if (!range || !element) return undefined;
  const rects = [...range.getClientRects()];
  const line = Math.max(0, point ? rects.findIndex((rect) => contains(rect, point, SLACK)) : 0);
  const style = getComputedStyle(element);
  const clips = clippingAncestors(element);
  return {
    node,
    writing:
      style.writingMode.startsWith('vertical') || style.writingMode.startsWith('sideways')
        ? vertical(style)
        : 'horizontal',
    rtl: style.direction === 'rtl',
    box() {
      const now = place()?.getClientRects();
      return now?.[Math.min(line, now.length - 1)];
    },
    visible: (box) => {
      const viewport = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
      return [viewport, ...clips.map((clip) => clip.getBoundingClientRect())].every((clip) => overlap(box, clip));
    },
  };
}

function vertical({ writingMode }: CSSStyleDeclaration): Placing['writing'] {
  return writingMode.endsWith('rl') ? 'vertical-rl' : 'vertical-lr';
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}

/** Boxes around an element that can scroll it out of sight. */
function clippingAncestors(element: Element): Element[] {
  const found: Element[] = [];
  for (let node: Node | null = parentOf(element); node; node = parentOf(node)) {
    if (!(node instanceof Element) || node === document.documentElement || node === document.body) continue;
    const { overflowX, overflowY } = getComputedStyle(node);
    if (overflowX !== 'visible' || overflowY !== 'visible') found.push(node);
  }
  return found;
}

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}
