/** Looks at the product as a reader would: article, card, popup, search, timeline; screenshots and counts of what it saw. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';

export type Found = {
  /** Distinct terms the popup lists for the page. */
  terms: number;
  /** Painted ranges seen while scrolling through the page, in all and by language of the section they stand in. */
  highlights: number;
  zh: number;
  en: number;
  /** The term that was hovered, and whether its card came. */
  hovered: string;
  card: boolean;
  /** First result of a search for yxnl. */
  search: string;
  eras: number;
  events: number;
  screenshots: string[];
};

const WIDE = { width: 1000, height: 760 };
const POPUP = { width: 400, height: 580 };

/** Tours the page at `url`; throws when nothing was highlighted within ten seconds. */
export async function tour(
  browser: Browser,
  origin: string,
  url: string,
  folder: string,
  viewport = WIDE,
): Promise<Found> {
  mkdirSync(folder, { recursive: true });
  const screenshots: string[] = [];
  const shoot = async (page: Page, name: string) => {
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path: path as `${string}.png` });
    screenshots.push(path);
  };

  const article = await browser.newPage();
  await article.setViewport(viewport);
  await article.goto(url, { waitUntil: 'load' });
  await article.bringToFront();
  await article
    .waitForFunction(() => [...CSS.highlights.values()].some((highlight) => highlight.size > 0), { timeout: 10_000 })
    .catch(() => {
      throw new Error(`Nothing was highlighted on ${url} within ten seconds.`);
    });
  await pause(500);
  await shoot(article, 'article');
  const painted = await countPainted(article);
  const hovered = await hoverFirst(article);
  await pause(900);
  await shoot(article, 'card');
  const card = await article.evaluate(() => document.querySelector('termlens-card')?.matches(':popover-open') === true);

  const popup = await openPopup(browser, origin);
  await shoot(popup, 'popup');
  const terms = await popup.$$eval('#page-list li', (rows) => rows.length);
  await popup.type('[role=combobox]', 'yxnl');
  await popup.waitForSelector('[role=option]');
  await shoot(popup, 'search');
  const search = await popup.$eval('[role=option] .row-names', (row) => row.textContent ?? '');
  await popup.keyboard.press('Escape');
  await popup.click('#tab-timeline');
  await popup.waitForSelector('.event');
  await pause(200);
  await shoot(popup, 'timeline');
  const eras = await popup.$$eval('.timeline-era', (found) => found.length);
  const events = await popup.$$eval('.event', (found) => found.length);
  if (!card) throw new Error(`The card of “${hovered}” did not come.`);
  return { terms, ...painted, hovered, card, search, eras, events, screenshots };
}

async function openPopup(browser: Browser, origin: string): Promise<Page> {
  const popup = await browser.newPage();
  await popup.setViewport(POPUP);
  // Firefox does not report the load event of extension pages; the page itself is there.
  await popup.goto(`${origin}/popup.html`, { timeout: 2000 }).catch(() => undefined);
  await popup.bringToFront();
  await popup.waitForSelector('[role=combobox]');
  await pause(400);
  return popup;
}

/** Scrolls through the page and counts distinct painted places: only those near the viewport are painted at a time. */
async function countPainted(page: Page): Promise<{ highlights: number; zh: number; en: number }> {
  const places = new Map<string, string>();
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  for (let top = 0; top < height; top += WIDE.height / 2) {
    await page.evaluate((y) => scrollTo({ top: y, behavior: 'instant' }), top);
    await pause(250);
    const seen = await page.evaluate(() => {
      const nodes = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
      const order = new Map<Node, number>();
      while (nodes.nextNode()) order.set(nodes.currentNode, order.size);
      return [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight].map((range) => [
          `${order.get(range.startContainer)}:${range.startOffset}`,
          range.startContainer.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '',
        ]),
      );
    });
    for (const [place, lang] of seen) places.set(place!, lang!);
  }
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await pause(300);
  const langs = [...places.values()];
  return {
    highlights: places.size,
    zh: langs.filter((lang) => lang.startsWith('zh')).length,
    en: langs.filter((lang) => lang.startsWith('en')).length,
  };
}

/** Rests the pointer on the first painted term in view; returns its text. */
async function hoverFirst(page: Page): Promise<string> {
  const { text, x, y } = await page.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight]);
    const boxes = ranges.map((range) => {
      const live = new Range();
      live.setStart(range.startContainer, range.startOffset);
      live.setEnd(range.endContainer, range.endOffset);
      const box = live.getClientRects()[0];
      return {
        text: live.toString(),
        x: (box?.left ?? -1) + (box?.width ?? 0) / 2,
        y: (box?.top ?? -1) + (box?.height ?? 0) / 2,
      };
    });
    return boxes.filter((box) => box.y > 0 && box.y < innerHeight).sort((a, b) => a.y - b.y)[0]!;
  });
  await page.mouse.move(x + 80, y - 60);
  await pause(150);
  await page.mouse.move(x, y, { steps: 10 });
  await pause(50);
  await page.mouse.move(x + 1, y);
  return text;
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));
