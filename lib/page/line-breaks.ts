import { kindOf } from './element-kinds';

/**
 * Whether two text nodes that follow each other are set apart although only inline names stand between them: a span
 * may be styled as a block, and the children of a flex or grid box are blocks. Asks style, never layout.
 */
export function breaksLine(before: Text, after: Text): boolean {
  const outer = commonParent(before, after);
  return [before, after].some((node) => {
    for (let up = node.parentElement; up && up !== outer; up = up.parentElement) if (isBlockStyled(up)) return true;
    return false;
  });
}

/** Whether an element's style puts it on a line of its own. */
function isBlockStyled(element: Element): boolean {
  const { display } = getComputedStyle(element);
  return !(display.startsWith('inline') || display.startsWith('ruby') || display === 'contents' || display === 'none');
}

function commonParent(one: Text, other: Text): Element | null {
  let up = one.parentElement;
  while (up && !up.contains(other)) up = up.parentElement;
  return up;
}

/** The element or shadow root whose own line a node belongs to. */
export function homeOf(node: Node): Element | ShadowRoot | undefined {
  for (let up: Node | null = node; up; up = up.parentNode) {
    if (up.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return up as ShadowRoot;
    if (up.nodeType === Node.ELEMENT_NODE && !isInline((up as Element).localName)) return up as Element;
  }
  return undefined;
}

/** Inline code continues the line; a `pre` is a text of its own. */
function isInline(localName: string): boolean {
  const kind = kindOf(localName);
  return kind === 'inline' || (kind === 'code' && localName !== 'pre');
}
