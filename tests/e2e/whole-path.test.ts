/** The product's main path on the demo article, in the built extension and real browsers. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { locate, painted, waitForPainted } from './harness/highlights';
import { serve, type Served } from './harness/server';
import { closedShadow, textOf } from './harness/shadow';

const ARTICLE = readFileSync(join(import.meta.dirname, '../../scripts/demo/article.html'), 'utf8');
const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Rests the pointer on a text of the page, coming from beside it as a hand does. */
async function rest(page: Page, text: string): Promise<void> {
  const { x, y } = await locate(page, text);
  await page.mouse.move(x + 80, y - 60);
  await pause(120);
  await page.mouse.move(x, y, { steps: 10 });
  await pause(40);
  await page.mouse.move(x + 1, y);
}

async function untilCardSays(page: Page, words: string): Promise<string> {
  const end = Date.now() + 5000;
  for (;;) {
    const text = textOf(await closedShadow(page, 'termlens-card'));
    if (text.includes(words)) return text;
    if (Date.now() > end) throw new Error(`The card says: ${text}`);
    await pause(100);
  }
}

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;
  const requests: string[] = [];

  beforeAll(async () => {
    server = await serve();
    server.set('/article.html', ARTICLE);
    server.set('/empty.html', '<!doctype html><title>Empty</title>');
    opened = await openBrowser(name);
    article = await opened.open(server.url('/empty.html', 'reader.localhost'));
    article.on('request', (request) => /^(http|ws)/.test(request.url()) && requests.push(request.url()));
    await article.goto(server.url('/article.html', 'reader.localhost'), { waitUntil: 'load' });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  test('the demo article’s terms are highlighted, Chinese next to Latin included', async () => {
    const texts = await waitForPainted(article, (found) => found.includes('RLHF'));
    expect(texts).toEqual(expect.arrayContaining(['大语言模型', 'Transformer', 'GPT-3', 'RLHF', '强化学习']));
  });

  test('code, look-alikes and words in another sense stay plain', async () => {
    const { y } = await locate(article, 'estate agent');
    await article.evaluate((top) => scrollBy(0, top - 300), y);
    await waitForPainted(article, (found) => found.includes('BERT') || found.includes('CLIP'));
    const wrong = await article.evaluate(() =>
      [...CSS.highlights.values()].flatMap((highlight) =>
        [...highlight]
          .filter(
            ({ startContainer: { parentElement: parent } }) =>
              parent!.closest('pre') !== null || /estate agent|打印机/.test(parent!.textContent),
          )
          .map((range) => range.startContainer.textContent!.slice(range.startOffset, range.startOffset + 12)),
      ),
    );
    await article.evaluate(() => scrollTo(0, 0));
    expect(wrong).toEqual([]);
  });

  test('resting on a term shows its card with the right headword', async () => {
    await waitForPainted(article, (found) => found.includes('Transformer'));
    await rest(article, 'Transformer');
    const text = await untilCardSays(article, 'Transformer');
    expect(text).toContain('2017');
    await article.keyboard.press('Escape');
  });

  test('the page is byte for byte the same with and without the extension', async () => {
    const withUs = await article.evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as Element;
      // The card's host stands beside body while a card was shown; it is no part of the page.
      copy.querySelector('termlens-card')?.remove();
      return copy.outerHTML;
    });
    const fresh = await opened.open(server.url('/article.html', 'reader.localhost'));
    await waitForPainted(fresh, (found) => found.length > 5);
    const untouched = await fresh.evaluate(() => document.documentElement.outerHTML);
    await fresh.close();
    const bare = await openBrowser(name, { extension: false });
    const plain = await (
      await bare.open(server.url('/article.html', 'reader.localhost'))
    ).evaluate(() => document.documentElement.outerHTML);
    await bare.close();
    expect(untouched).toBe(plain);
    expect(withUs).toBe(plain);
  });

  describe('the popup', () => {
    let popup: Page;
    beforeAll(async () => {
      await article.bringToFront();
      popup = await opened.openExtensionPage('popup.html');
      await popup.waitForSelector('[role=combobox]');
    });

    test.each(['yxnl', 'yongxian', 'emergent', '湧現'])('finds 涌现能力 by %s', async (query) => {
      await popup.click('[role=combobox]', { count: 3 });
      await popup.type('[role=combobox]', query);
      await popup.waitForSelector('[role=option]');
      const first = await popup.$$eval('[role=option]', (rows) => rows.slice(0, 3).map((row) => row.textContent ?? ''));
      expect(first.some((row) => row.includes('涌现能力'))).toBe(true);
    });

    test('opens an entry on the same card, and goes back', async () => {
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.reader article.card');
      expect(await popup.$eval('.reader', (reader) => reader.textContent)).toContain('涌现能力');
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('[role=combobox]:focus');
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('[role=combobox][aria-expanded=false]');
    });

    test('lists the terms of the page', async () => {
      await popup.click('#tab-page');
      await popup.waitForSelector('#page-list li');
      const rows = await popup.$$eval('#page-list li', (found) => found.map((row) => row.textContent ?? ''));
      expect(rows.length).toBeGreaterThan(10);
      expect(rows.some((row) => row.includes('RLHF'))).toBe(true);
    });

    test('shows the timeline in three eras, whose events open entries', async () => {
      await popup.click('#tab-timeline');
      await popup.waitForSelector('.event');
      const eras = await popup.$$eval('.timeline-era h2 b', (found) => found.map((era) => era.textContent));
      expect(eras).toHaveLength(3);
      await popup.click('button.event-title');
      await popup.waitForSelector('.reader article.card');
      await popup.keyboard.press('Escape');
    });

    test('the switch clears and restores the highlights of the site in open tabs, without reload', async () => {
      const sub = await opened.open(server.url('/article.html', 'sub.reader.localhost'));
      await waitForPainted(sub, (found) => found.length > 5);
      await article.evaluate(() => Object.assign(window, { stillHere: true }));
      await article.bringToFront();
      await popup.bringToFront();
      await popup.reload({ waitUntil: 'domcontentloaded', timeout: 3000 }).catch(() => undefined);
      await popup.waitForSelector('[role=switch]');
      await popup.click('[role=switch]');
      await waitForPainted(article, (found) => found.length === 0);
      await waitForPainted(sub, (found) => found.length === 0);
      expect(await popup.$eval('[role=switch]', (one) => one.getAttribute('aria-checked'))).toBe('false');
      await popup.click('[role=switch]');
      // A tab that is not seen is read when it is.
      await article.bringToFront();
      await waitForPainted(article, (found) => found.length > 5);
      await sub.bringToFront();
      await waitForPainted(sub, (found) => found.length > 5);
      expect(await article.evaluate(() => 'stillHere' in window)).toBe(true);
      await sub.close();
    });
  });

  test('no request leaves for anywhere but the page itself', async () => {
    expect((await painted(article)).length).toBeGreaterThan(0);
    expect(requests.filter((url) => !url.startsWith(server.url('/', 'reader.localhost')))).toEqual([]);
  });
});
