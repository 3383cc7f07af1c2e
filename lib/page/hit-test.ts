/** What is painted under a point, by caret position and our own lookup: CSS.highlights.highlightsFromPoint takes milliseconds. */

/** Pixels by which a point may miss a client rectangle. */
const SLACK = 0.5;

/** The text node and offset at a point in CSS px of the viewport, also inside the given shadow roots. */
export function textAt(x: number, y: number, shadowRoots: ShadowRoot[]): { node: Text; offset: number } | undefined {
  const position = document.caretPositionFromPoint(x, y, { shadowRoots });
  const node = position?.offsetNode;
  return node?.nodeType === Node.TEXT_NODE ? { node: node as Text, offset: position!.offset } : undefined;
}

/** The elements under a point from the top down when the uppermost has no text there, as a link laid over a whole box. */
export function beneathOverlay(x: number, y: number): Element[] {
  const [top, ...below] = document.elementsFromPoint(x, y);
  return top && !top.firstElementChild && top.textContent === '' ? below : [];
}

/** Whether the point is on one of the range's lines. */
export function isOn(range: Range, x: number, y: number): boolean {
  const boxes = range.getClientRects();
  for (let at = 0; at < boxes.length; at++) {
    const box = boxes[at]!;
    if (x >= box.left - SLACK && x <= box.right + SLACK && y >= box.top - SLACK && y <= box.bottom + SLACK) return true;
  }
  return false;
}
