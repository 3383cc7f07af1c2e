/** Looks at the card and finds its parts for the pointer, inside its closed shadow root: no test hook in the product. */
import type { Page } from 'puppeteer-core';

export const HOST = 'termlens-card';

export type SeenWindow = {
  /** All text in it, spaces collapsed. */
  text: string;
  title: string;
  theme: string | undefined;
  pinned: boolean;
  sheet: boolean;
  away: boolean;
  left: number;
  top: number;
  right: number;
  bottom: number;
  focused: boolean;
};

/** The windows that are open, oldest pin first. */
export async function windows(page: Page): Promise<SeenWindow[]> {
  const seen = await inRoot(
    page,
    `(root) => [...root.querySelectorAll('.window')].map((w) => {
      const b = w.getBoundingClientRect();
      return {
        text: w.textContent.replace(/\\s+/g, ' ').trim(),
        title: w.querySelector('h2').textContent,
        theme: w.dataset.theme,
        pinned: w.hasAttribute('data-pinned'),
        sheet: w.hasAttribute('data-sheet'),
        away: w.hasAttribute('data-away'),
        left: b.left, top: b.top, right: b.right, bottom: b.bottom,
        focused: w.contains(root.activeElement),
      };
    })`,
  );
  return seen ? (seen as SeenWindow[]) : [];
}

/** Waits until the open windows satisfy the test, and gives them. */
export async function waitForWindows(
  page: Page,
  ok: (windows: SeenWindow[]) => boolean,
  timeout = 4000,
): Promise<SeenWindow[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await windows(page);
    if (ok(seen)) return seen;
    if (Date.now() > end) throw new Error(`Windows instead: ${JSON.stringify(seen)}`);
    await rest(30);
  }
}

/** What the status line says, and whether it is shown to the eye. */
export async function status(page: Page): Promise<{ text: string; toast: boolean } | undefined> {
  return (await inRoot(
    page,
    `(root) => { const s = root.querySelector('.status'); return s && { text: s.textContent, toast: s.hasAttribute('data-toast') }; }`,
  )) as never;
}

/** The centre of the first element inside the card layer that matches; optionally the one with this text or label. */
export async function partOf(page: Page, selector: string, words = ''): Promise<{ x: number; y: number }> {
  const found = await inRoot(
    page,
    `(root) => {
      const part = [...root.querySelectorAll(${JSON.stringify(selector)})].find((e) =>
        (e.textContent + ' ' + (e.getAttribute('aria-label') ?? '')).includes(${JSON.stringify(words)}));
      if (!part) return undefined;
      part.scrollIntoView({ block: 'nearest' });
      const b = part.getBoundingClientRect();
      return { x: b.x + b.width / 2, y: b.y + b.height / 2 };
    }`,
  );
  if (!found) throw new Error(`No ${selector} “${words}” in the card`);
  return found as { x: number; y: number };
}

export async function clickPart(page: Page, selector: string, words = ''): Promise<void> {
  const { x, y } = await partOf(page, selector, words);
  await page.mouse.click(x, y);
}

/** Runs a function of the closed root, given as source text; undefined when there is no card. */
export async function inRoot(page: Page, source: string): Promise<unknown> {
  return page.browser().process()?.spawnfile.includes('firefox') ? viaBidi(page, source) : viaCdp(page, source);
}

/** Waits until a function of the closed root, given as source text, gives something true. */
export async function untilRoot(page: Page, source: string, timeout = 4000): Promise<void> {
  const end = Date.now() + timeout;
  while (!(await inRoot(page, `(root) => Boolean((${source})(root))`))) {
    if (Date.now() > end) throw new Error(`Never true in the card: ${source}`);
    await rest(30);
  }
}

export const rest = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

type CdpNode = {
  nodeName: string;
  backendNodeId: number;
  children?: CdpNode[];
  shadowRoots?: CdpNode[];
  contentDocument?: CdpNode;
};

async function viaCdp(page: Page, source: string): Promise<unknown> {
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: CdpNode };
    const shadow = findHost(root)?.shadowRoots?.[0];
    if (!shadow) return undefined;
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      objectId: object.objectId!,
      functionDeclaration: `function () { return (${source})(this); }`,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  } finally {
    await session.detach();
  }
}

function findHost(node: CdpNode): CdpNode | undefined {
  if (node.nodeName.toLowerCase() === HOST) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? []), node.contentDocument ?? []].flat()) {
    const found = findHost(child);
    if (found) return found;
  }
  return undefined;
}

type BidiValue = {
  type: string;
  sharedId?: string;
  value?: { shadowRoot?: BidiValue | null } & Record<string, unknown>;
};

async function viaBidi(page: Page, source: string): Promise<unknown> {
  // WebDriver BiDi serialises closed shadow roots on request; puppeteer has no call for it, its connection does.
  const { connection } = page.browser() as unknown as {
    connection: {
      send(
        method: string,
        params: object,
      ): Promise<{ result: { result: BidiValue; exceptionDetails?: { text: string } } }>;
    };
  };
  for (const frame of page.frames()) {
    const target = { context: (frame as unknown as { _id: string })._id };
    const { result } = await connection.send('script.evaluate', {
      expression: `(() => { const find = (r) => r.querySelector('${HOST}') ?? [...r.querySelectorAll('*')].map((e) => e.shadowRoot && find(e.shadowRoot)).find(Boolean); return find(document); })()`,
      target,
      awaitPromise: false,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const shadow = result.result?.value?.shadowRoot;
    if (!shadow?.sharedId) continue;
    const answer = await connection.send('script.callFunction', {
      functionDeclaration: `(root) => JSON.stringify((${source})(root)) ?? ''`,
      arguments: [{ sharedId: shadow.sharedId }],
      target,
      awaitPromise: false,
    });
    if (answer.result.exceptionDetails) throw new Error(answer.result.exceptionDetails.text);
    const text = answer.result.result.value as unknown as string;
    return text === '' ? undefined : JSON.parse(text);
  }
  return undefined;
}
