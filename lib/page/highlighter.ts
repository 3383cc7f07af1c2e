/** Paints marks through CSS.highlights and says what is painted at a text node. The only file that paints. */
import type { Settings } from '@/lib/settings';
import { ACTIVE, FOCUS, type Look, type Scope, highlightCss, isOurRule, lookName } from './highlight-style';
import { type Span, type TextBlock, spanOf } from './text-block';

/** Anything that can be painted: a stretch of a block's text. */
export type Paintable = { readonly block: TextBlock; readonly from: number; readonly to: number };

export type Highlighter<Item extends Paintable> = {
  paint(item: Item, look: Look): void;
  unpaint(item: Item): void;
  isPainted(item: Item): boolean;
  /** What is painted on a text node. */
  on(node: Text): readonly Item[];
  painted(): Iterable<Item>;
  /** Paints one item on top as active or focused; undefined clears it. */
  accent(which: 'active' | 'focus', item: Item | undefined): void;
  restyle(style: Pick<Settings, 'underline' | 'strength'>): void;
};

/** Chromium lets elements inherit the styles of highlights, into shadow trees too; Firefox does not yet. */
const SCOPE: Scope = import.meta.env.FIREFOX ? 'every' : 'root';

type Painted = { name: string; range: StaticRange; highlight: Highlight; nodes: Text[] };

type Callbacks = {
  /** A newer instance of the extension paints this page now. */
  onReplaced(): void;
  /** The page has got other rules and will compute the styles of all its elements. */
  onRules(): void;
};

export function createHighlighter<Item extends Paintable>(
  style: Pick<Settings, 'underline' | 'strength'>,
  { onReplaced, onRules }: Callbacks,
  signal: AbortSignal,
): Highlighter<Item> {
  // Objects of ours, never read back from the registry: in Firefox its iterators do not cross into content scripts.
  const highlights = new Map<string, Highlight>();
  const painted = new Map<Item, Painted>();
  const byNode = new WeakMap<Text, Item[]>();
  const accents = new Map<string, Highlight>();
  const roots = new Set<Document | ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;
  let css = highlightCss(style, SCOPE);

  const registered = (name: string, known: Map<string, Highlight>, priority: number): Highlight => {
    let highlight = known.get(name);
    const now = CSS.highlights.get(name);
    if (highlight && now === highlight) return highlight;
    if (highlight && now) onReplaced();
    else {
      if (!highlight) {
        highlight = new Highlight();
        highlight.priority = priority;
        known.set(name, highlight);
      }
      CSS.highlights.set(name, highlight);
    }
    return highlight!;
  };
  const adopt = (node: Node) => {
    const root = SCOPE === 'root' ? document : (node.getRootNode() as Document | ShadowRoot);
    if (roots.has(root) && root.adoptedStyleSheets.includes(sheet!)) return;
    if (!sheet) {
      sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
    }
    roots.add(root);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    onRules();
  };
  const unpaint = (item: Item) => {
    const was = painted.get(item);
    if (!was) return;
    painted.delete(item);
    was.highlight.delete(was.range);
    for (const node of was.nodes) {
      const items = byNode.get(node)?.filter((other) => other !== item) ?? [];
      if (items.length > 0) byNode.set(node, items);
      else byNode.delete(node);
    }
  };

  signal.addEventListener('abort', () => {
    for (const [name, highlight] of [...highlights, ...accents]) {
      highlight.clear();
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
    painted.clear();
    for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    roots.clear();
  });

  return {
    paint(item, look) {
      const span = spanOf(item.block, item.from, item.to);
      const range = staticRange(span);
      if (!range) return;
      const name = lookName(look);
      if (painted.get(item)?.name === name) return;
      unpaint(item);
      adopt(span.startNode);
      const highlight = registered(name, highlights, 0);
      highlight.add(range);
      const nodes = nodesOf(item.block, span);
      painted.set(item, { name, range, highlight, nodes });
      for (const node of nodes) byNode.set(node, [...(byNode.get(node) ?? []), item]);
    },
    unpaint,
    isPainted: (item) => painted.has(item),
    on: (node) => byNode.get(node) ?? [],
    painted: () => painted.keys(),
    accent(which, item) {
      const name = which === 'active' ? ACTIVE : FOCUS;
      if (!item) {
        accents.get(name)?.clear();
        return;
      }
      const span = spanOf(item.block, item.from, item.to);
      const range = staticRange(span);
      const highlight = registered(name, accents, which === 'active' ? 1 : 2);
      highlight.clear();
      if (!range) return;
      adopt(span.startNode);
      highlight.add(range);
    },
    restyle(next) {
      css = highlightCss(next, SCOPE);
      if (!sheet) return;
      sheet.replaceSync(css);
      onRules();
    },
  };
}

/** Clears what an instance of the extension that is gone has left painted; it can no longer do so itself. */
export function clearOldPaint(names: Iterable<string>): void {
  for (const name of names) CSS.highlights.delete(name);
  const kept = [...document.adoptedStyleSheets].filter((sheet) => !isOurs(sheet));
  if (kept.length < document.adoptedStyleSheets.length) document.adoptedStyleSheets = kept;
}

function isOurs(sheet: CSSStyleSheet): boolean {
  return isOurRule((sheet.cssRules[0] as CSSStyleRule | undefined)?.selectorText ?? '');
}

function staticRange({ startNode, startOffset, endNode, endOffset }: Span): StaticRange | undefined {
  if (startOffset > startNode.length || endOffset > endNode.length) return undefined;
  return new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset });
}

/** The distinct text nodes from a span's first to its last. */
function nodesOf({ nodes }: TextBlock, { startNode, endNode }: Span): Text[] {
  if (startNode === endNode) return [startNode];
  return [...new Set(nodes.slice(nodes.indexOf(startNode), nodes.lastIndexOf(endNode) + 1))];
}
