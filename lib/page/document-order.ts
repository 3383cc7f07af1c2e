/** Document order across shadow trees: what is in a host's shadow stands where the host stands. */

/** Whether `one` stands before `other`. Nodes that are gone compare as they come. */
export function precedes(one: Node, other: Node): boolean {
  if (one === other) return false;
  const [a, b] = inSameTree(one, other);
  // One hosts the other: what is in the shadow comes after the host itself.
  if (a === b) return a === one;
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The two nodes lifted out of their shadow trees as far as is needed for them to share a tree. */
function inSameTree(one: Node, other: Node): [Node, Node] {
  const roots = new Map<Node, Node>();
  for (let up: Node | undefined = one; up; up = hostOf(up)) roots.set(up.getRootNode(), up);
  for (let up: Node | undefined = other; up; up = hostOf(up)) {
    const mate = roots.get(up.getRootNode());
    if (mate) return [mate, up];
  }
  return [one, other];
}

function hostOf(node: Node): Element | undefined {
  const root = node.getRootNode();
  return root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (root as ShadowRoot).host : undefined;
}
