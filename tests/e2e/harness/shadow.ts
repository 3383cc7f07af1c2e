/** Looks into closed shadow roots through the debugging protocol: no test hook in the product. */
import type { Page } from 'puppeteer-core';

/** A node as the protocol describes it, reduced to what tests ask for. */
export type ShadowNode = { tag: string; text: string; attributes: Record<string, string>; children: ShadowNode[] };

/** The tree inside the closed shadow root of the first element with this tag, or undefined. */
export async function closedShadow(page: Page, hostTag: string): Promise<ShadowNode | undefined> {
  return page.browser().process()?.spawnfile.includes('firefox') ? viaBidi(page, hostTag) : viaCdp(page, hostTag);
}

/** All text under a node, blocks joined by a space. */
export function textOf(node: ShadowNode | undefined): string {
  if (!node) return '';
  return [node.text, ...node.children.map(textOf)].filter(Boolean).join(' ').replace(/\s+/g, ' ').trim();
}

/** Every node below (and including) this one that the test accepts. */
export function findAll(node: ShadowNode | undefined, ok: (node: ShadowNode) => boolean): ShadowNode[] {
  if (!node) return [];
  return [...(ok(node) ? [node] : []), ...node.children.flatMap((child) => findAll(child, ok))];
}

type CdpNode = {
  nodeName: string;
  nodeType: number;
  nodeValue: string;
  attributes?: string[];
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
};

async function viaCdp(page: Page, hostTag: string): Promise<ShadowNode | undefined> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: CdpNode };
    const host = findCdp(root, hostTag.toUpperCase());
    return host?.shadowRoots?.[0] && fromCdp(host.shadowRoots[0]);
  } finally {
    await session.detach();
  }
}

function findCdp(node: CdpNode, name: string): CdpNode | undefined {
  if (node.nodeName.toUpperCase() === name) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = findCdp(child, name);
    if (found) return found;
  }
  return undefined;
}

function fromCdp(node: CdpNode): ShadowNode {
  const attributes: Record<string, string> = {};
  for (let at = 0; at + 1 < (node.attributes?.length ?? 0); at += 2)
    attributes[node.attributes![at]!] = node.attributes![at + 1]!;
  return {
    tag: node.nodeType === 1 ? node.nodeName.toLowerCase() : '',
    text: node.nodeType === 3 ? node.nodeValue : '',
    attributes,
    children: (node.children ?? []).filter((child) => child.nodeType === 1 || child.nodeType === 3).map(fromCdp),
  };
}

type BidiNode = {
  value?: {
    nodeType: number;
    localName?: string;
    nodeValue?: string;
    attributes?: Record<string, string>;
    children?: BidiNode[];
    shadowRoot?: BidiNode | null;
  };
};

async function viaBidi(page: Page, hostTag: string): Promise<ShadowNode | undefined> {
  // WebDriver BiDi serialises closed shadow roots on request; puppeteer has no call for it, its connection does.
  const { connection } = page.browser() as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: { result: BidiNode } }> };
  };
  const context = (page.mainFrame() as unknown as { _id: string })._id;
  const { result } = await connection.send('script.evaluate', {
    expression: `document.querySelector(${JSON.stringify(hostTag)})`,
    target: { context },
    awaitPromise: false,
    serializationOptions: { includeShadowTree: 'all', maxDomDepth: 60 },
  });
  const root = result.result.value?.shadowRoot;
  return root ? fromBidi(root) : undefined;
}

function fromBidi(node: BidiNode): ShadowNode {
  const value = node.value;
  return {
    tag: value?.nodeType === 1 ? (value.localName ?? '') : '',
    text: value?.nodeType === 3 ? (value.nodeValue ?? '') : '',
    attributes: value?.attributes ?? {},
    children: (value?.children ?? [])
      .filter((child) => child.value?.nodeType === 1 || child.value?.nodeType === 3)
      .map(fromBidi),
  };
}
