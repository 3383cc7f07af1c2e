import { type SkipReason, kindOf, reasonOf, skippedBelow } from './element-kinds';
import { type TextRun, createTextRun } from './text-run';
import type { Home, TextBlock } from './text-block';

/** What to read, and whom to tell about what is met on the way. */
export type ReadingRules = {
  includeCode: boolean;
  /** An element that has, or may get, a shadow root. */
  meetHost(host: Element): void;
  /** An element whose text is left out. */
  meetSkipped(reason: SkipReason): void;
};

/** After so many nodes without a block the reader of the blocks gets a turn to look at the clock. */
const NODES_A_TURN = 128;
const HEADING = /^h[1-6]$/;
const NO_BLOCKS: readonly TextBlock[] = [];

/**
 * The text below a root in document order, a few blocks at a time (an empty turn is a chance to stop). `own`: only the
 * root's own line, not the blocks inside it. `from`: only what begins at or after this block below the root. The page may
 * change between turns; what is missed then, the observer sees.
 */
export function* textBlocks(
  root: Home,
  rules: ReadingRules,
  { own = false, from }: { own?: boolean; from?: Element } = {},
): Generator<readonly TextBlock[]> {
  // Who reads only a little asks each element met rather than the whole tree.
  const known = from ? undefined : skippedBelow(root, rules.includeCode);
  let out: TextBlock[] = [];
  const open: { node: Node; run: TextRun | undefined }[] = [];
  const rootIsInline = root.nodeType === Node.ELEMENT_NODE && kindOf((root as Element).localName) === 'inline';
  // Text right inside an inline root belongs to a line that began before it; that line is read as its home's own.
  let run: TextRun | undefined = rootIsInline || from ? undefined : newRun(root, out);
  open.push({ node: root, run });
  let node: Node | null = root.firstChild;
  if (from) {
    // Lines that began before the place are not read.
    for (let up = from.parentNode; up && up !== root; up = up.parentNode) open.splice(1, 0, { node: up, run });
    node = from;
  }
  let untilTurn = NODES_A_TURN;

  while (open.length > 0) {
    if (out.length > 0 || --untilTurn < 0) {
      const ready = out.length > 0 ? out : NO_BLOCKS;
      // Runs still open keep writing into the same list, so it is emptied, not replaced.
      const turn = ready.slice();
      out.length = 0;
      untilTurn = NODES_A_TURN;
      yield turn;
    }
    if (!node) {
      const left = open.pop()!;
      const outer = open[open.length - 1]?.run;
      if (left.run !== outer) left.run?.end();
      run = outer;
      node = open.length > 0 ? left.node.nextSibling : null;
      continue;
    }
    if (node.nodeType === Node.TEXT_NODE) run?.add(node as Text);
    else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = node as Element;
      const name = element.localName;
      const reason = known ? known.get(element) : reasonOf(element, rules.includeCode);
      const kind = reason ?? kindOf(name);
      if (kind === 'inline' || kind === 'block' || (kind === 'code' && rules.includeCode)) {
        if (mayHost(name)) rules.meetHost(element);
        const block = kind === 'block' || name === 'pre';
        if (block) run?.end();
        if (!(block && own)) {
          if (block) run = newRun(element, out);
          open.push({ node: element, run });
          node = element.firstChild;
          continue;
        }
      } else if (kind === 'break') run?.addSign('\n');
      else if (kind !== 'nothing') {
        if (kind !== 'ruby') run?.addSign('\uFFFC');
        rules.meetSkipped(kind);
      }
    }
    node = node.nextSibling;
  }
  if (out.length > 0) yield out;
}

function newRun(home: Home, out: TextBlock[]): TextRun {
  const heading = home.nodeType === Node.ELEMENT_NODE && isHeading(home as Element);
  return createTextRun(home, heading, out);
}

function isHeading(element: Element): boolean {
  return HEADING.test(element.localName) || element.getAttribute('role') === 'heading';
}

/** The names the platform allows a shadow root on, less those that pages hardly use for it. */
const HOSTS = new Set(['div', 'section', 'article', 'main', 'aside', 'header', 'footer', 'nav']);

function mayHost(localName: string): boolean {
  return HOSTS.has(localName) || localName.includes('-');
}
