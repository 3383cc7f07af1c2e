/** Other ways of marking a page, each on a fresh copy of it in a browser without the extension. */
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Opened } from '../../tests/e2e/harness/browser';

const MARK_JS = createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js');

/** ms for one page: finding and wrapping, and the layout that the new elements cause. */
export type RivalCost = { script: number; layout: number };

/** mark.js with a list of words, which it searches one by one and wraps in elements. */
export async function markJs(opened: Opened, url: string, words: string[]): Promise<RivalCost> {
  const page = await opened.open(url);
  await page.addScriptTag({ path: MARK_JS });
  // The compiler that runs this file wraps named functions in a call of its own.
  await page.evaluate('globalThis.__name = (named) => named');
  const cost = await page.evaluate(async (list) => {
    const { Mark } = globalThis as unknown as {
      Mark: new (root: Element) => { mark(words: string[], options: object): void };
    };
    const start = performance.now();
    await new Promise<void>((done) =>
      new Mark(document.body).mark(list, { separateWordSearch: false, done: () => done() }),
    );
    const script = performance.now() - start;
    void document.body.offsetHeight;
    return { script, layout: performance.now() - start - script };
  }, words);
  await page.close();
  return cost;
}

/** One regular expression of all words per text node, matches wrapped in spans. */
export async function regExpSpans(opened: Opened, url: string, words: string[]): Promise<RivalCost> {
  const page = await opened.open(url);
  const cost = await wrap(page, words);
  await page.close();
  return cost;
}

/** Wraps every occurrence of these words in a span, in the page as it is. */
export function wrap(page: Page, words: string[]): Promise<RivalCost> {
  return page.evaluate((list) => {
    const start = performance.now();
    const sources = [...list]
      .sort((a, b) => b.length - a.length)
      .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
    const pattern = new RegExp(sources.join('|'), 'gi');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode()) nodes.push(walker.currentNode as Text);
    for (const node of nodes)
      for (const found of [...node.data.matchAll(pattern)].reverse()) {
        const rest = node.splitText(found.index);
        rest.splitText(found[0].length);
        const span = document.createElement('span');
        span.style.textDecoration = 'underline dotted 1.5px rgb(180 84 31)';
        rest.replaceWith(span);
        span.append(rest);
      }
    const script = performance.now() - start;
    void document.body.offsetHeight;
    return { script, layout: performance.now() - start - script };
  }, words);
}
