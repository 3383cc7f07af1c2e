/** Where the reader is on the page, so that it is read first. A guess: a wrong one costs nothing but order. */
import { isSkipped } from './element-kinds';
import { homeOf } from './line-breaks';

/** Where the screen is looked at, as shares of its width and height: down the middle, then down the left. */
const COLUMNS = [0.5, 0.25];
const ROWS = [0.05, 0.2, 0.35, 0.5, 0.65, 0.8];
/** So far back a heading is sought, in elements. */
const BACK = 200;
const FLOWING = /^(?:static|relative)$/;

/**
 * The block on the screen at which reading begins: the heading of its section when that is not far above, so that the
 * first occurrence in the section is known. Undefined when nothing on the screen tells.
 * To be called when the page is idle: it asks for a layout that should be there already.
 */
export function startOfScreen(includeCode: boolean): Element | undefined {
  for (const column of COLUMNS)
    for (const row of ROWS) {
      const hit = document.elementFromPoint(innerWidth * column, innerHeight * row);
      const home = hit && homeOf(hit);
      if (!home || home.nodeType !== Node.ELEMENT_NODE) continue;
      const element = home as Element;
      // The page's own frame tells nothing of the place; what floats over the page is not the page.
      if (element.contains(document.body) || element.clientHeight > 2 * innerHeight || !flows(element)) continue;
      if (!isSkipped(element, includeCode)) return sectionStart(element);
    }
  return undefined;
}

function flows(element: Element): boolean {
  for (let up: Element | null = element; up; up = up.parentElement)
    if (!FLOWING.test(getComputedStyle(up).position)) return false;
  return true;
}

function sectionStart(element: Element): Element {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
  walker.currentNode = element;
  for (let left = BACK; left > 0 && walker.previousNode(); left--) {
    const before = walker.currentNode as Element;
    if (/^h[1-6]$/.test(before.localName)) return before;
  }
  return element;
}
