/** Reads what the extension painted, as the page itself sees it. */
import type { Page } from 'puppeteer-core';

export type Painted = { name: string; text: string };

/** The ranges painted now, in registry order. Only those near the viewport are ever painted. */
export function painted(page: Page): Promise<Painted[]> {
  return page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, highlight]) =>
      [...highlight].map((range) => {
        const whole = new Range();
        whole.setStart(range.startContainer, range.startOffset);
        whole.setEnd(range.endContainer, range.endOffset);
        return { name, text: whole.toString() };
      }),
    ),
  );
}

/** Waits until the painted texts satisfy the test; fails with what was painted instead. */
export async function waitForPainted(
  page: Page,
  ok: (texts: string[]) => boolean,
  timeout = 10_000,
): Promise<string[]> {
  const end = Date.now() + timeout;
  for (;;) {
    const texts = (await painted(page)).map((mark) => mark.text);
    if (ok(texts)) return texts;
    if (Date.now() > end) throw new Error(`Painted instead: ${JSON.stringify(texts.slice(0, 60))}`);
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** The centre of the first client rectangle of the n-th occurrence of a text in the page, in CSS px. */
export function locate(page: Page, text: string, occurrence = 0): Promise<{ x: number; y: number }> {
  return page.evaluate(
    (wanted, nth) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      let left = nth;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const data = (node as Text).data;
        for (let at = data.indexOf(wanted); at >= 0; at = data.indexOf(wanted, at + 1)) {
          if (left-- > 0) continue;
          const range = new Range();
          range.setStart(node, at);
          range.setEnd(node, at + wanted.length);
          range.startContainer.parentElement!.scrollIntoView({ block: 'nearest' });
          const box = range.getClientRects()[0]!;
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
      }
      throw new Error(`The page has no “${wanted}” number ${nth}`);
    },
    text,
    occurrence,
  );
}
