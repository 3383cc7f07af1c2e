/** Finds the shadow roots of a page, open and, where the browser gives extensions a way, closed. */

/** What browsers give to content scripts beyond the platform. */
type ExtensionDom = { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } };
type FirefoxElement = Element & { openOrClosedShadowRoot?: ShadowRoot | null };

export type ShadowRoots = {
  /** Looks at an element that may host a root; a root not met before goes to `onRoot`. */
  meet(host: Element): void;
  /** Looks again at elements that had none; pages attach roots late. */
  lookAgain(): void;
  /** The roots met so far that are still on the page. */
  known(): ShadowRoot[];
};

/** So many custom elements without a root are remembered. */
const MOST_CANDIDATES = 2000;

export function createShadowRoots(onRoot: (root: ShadowRoot) => void): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const candidates = new Set<Element>();
  const meet = (host: Element) => {
    const root = rootOf(host);
    if (!root) {
      if (host.localName.includes('-') && candidates.size < MOST_CANDIDATES) candidates.add(host);
      return;
    }
    candidates.delete(host);
    if (known.has(root)) return;
    known.add(root);
    onRoot(root);
  };
  return {
    meet,
    lookAgain() {
      for (const host of candidates)
        if (host.isConnected) meet(host);
        else candidates.delete(host);
    },
    known() {
      for (const root of known) if (!root.isConnected) known.delete(root);
      return [...known];
    },
  };
}

function rootOf(host: Element): ShadowRoot | null {
  if (host.shadowRoot) return host.shadowRoot;
  // Closed roots are asked for only where they occur in practice: the call leaves JavaScript's fast path.
  if (!host.localName.includes('-')) return null;
  const extension = (globalThis as { chrome?: ExtensionDom }).chrome?.dom;
  if (extension) return extension.openOrClosedShadowRoot(host);
  return (host as FirefoxElement).openOrClosedShadowRoot ?? null;
}
