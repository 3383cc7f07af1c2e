/** The card under a real mouse: opening, staying, closing, pins, links, actions. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { clickPart, inRoot, partOf, rest, status, waitForWindows, windows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { serve, type Served } from './harness/server';

const TERMS = [
  'RLHF',
  'DistilBERT',
  'InstructGPT',
  'GPT-3',
  'Word2Vec',
  'AlphaGo',
  'LeNet',
  'DeepSeek-R1',
  'LLaVA',
  'GPT-NeoX',
];
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Terms</title>
<style>body { font: 16px/1.8 serif; margin: 40px; width: 1100px } h2 { margin-top: 40px }</style>
<p id="row">${TERMS.join(' · ')}</p>
<p><input id="field" value="typing"> <a id="link" href="#went">a link about large language models</a></p>
<h2>Much later</h2><div style="height: 1200px"></div><p>The end.</p></html>`;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let page: Page;

  beforeAll(async () => {
    server = await serve();
    server.set('/terms.html', PAGE);
    opened = await openBrowser(name, { viewport: { width: 1200, height: 760 } });
    page = await opened.open(server.url('/terms.html'));
    await waitForPainted(page, (found) => TERMS.every((term) => found.includes(term)));
    // The entries of the page come right after its first reading.
    await rest(500);
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await page.evaluate(() => {
      scrollTo(0, 0);
      getSelection()?.removeAllRanges();
    });
    await page.mouse.move(600, 700);
    for (let left = 0; left < 4; left++) await page.keyboard.press('Escape');
    await rest(650);
  });

  /** Moves to a term as a hand does, coming from below it, and stays. */
  const pointAt = async (text: string) => {
    const { x, y } = await locate(page, text);
    await page.mouse.move(x - 6, y + 30);
    await page.mouse.move(x, y, { steps: 6 });
    return { x, y };
  };
  const hoverOver = async (text: string) => {
    const at = await pointAt(text);
    const [card] = await waitForWindows(page, (seen) => seen.some((window) => !window.pinned && window.title === text));
    return { at, card: (await windows(page)).at(-1) ?? card! };
  };

  test('resting on a term opens its card, after the delay and not before', async () => {
    await pointAt('RLHF');
    await rest(120);
    expect(await windows(page)).toEqual([]);
    const [card] = await waitForWindows(page, (seen) => seen.length === 1);
    expect(card!.text).toContain('People compare');
    expect(card!.text).toContain('Method');
  });

  test('a pointer that crosses ten terms at speed opens nothing', async () => {
    const first = await locate(page, TERMS[0]!);
    const last = await locate(page, TERMS.at(-1)!);
    await page.mouse.move(first.x - 60, first.y);
    await page.mouse.move(last.x + 90, last.y, { steps: 20 });
    await page.mouse.move(last.x + 90, last.y + 120, { steps: 2 });
    for (let look = 0; look < 12; look++) {
      expect(await windows(page)).toEqual([]);
      await rest(60);
    }
  });

  test('the card stands below the line of its term, in view', async () => {
    const { at, card } = await hoverOver('GPT-3');
    expect(card.top).toBeGreaterThan(at.y + 8);
    expect(card.right).toBeLessThanOrEqual(1200);
    expect(card.bottom).toBeLessThanOrEqual(760);
    expect(card.theme).toBe('light');
  });

  test('the diagonal way into the card never closes it', async () => {
    const { at, card } = await hoverOver('RLHF');
    for (let step = 1; step <= 25; step++) {
      await page.mouse.move(
        at.x + ((card.right - 30 - at.x) * step) / 25,
        at.y + ((card.top + 120 - at.y) * step) / 25,
      );
      await rest(40);
      expect(await windows(page)).toHaveLength(1);
    }
    await rest(600);
    expect((await windows(page))[0]!.title).toBe('RLHF');
  });

  test('leaving closes after the grace; coming back in time keeps', async () => {
    const { at } = await hoverOver('RLHF');
    await page.mouse.move(at.x + 200, 400);
    await rest(120);
    expect(await windows(page)).toHaveLength(1);
    await page.mouse.move(at.x, at.y);
    await rest(500);
    expect(await windows(page)).toHaveLength(1);
    await page.mouse.move(900, 600);
    await waitForWindows(page, (seen) => seen.length === 0);
  });

  test('Escape closes without moving the focus, and the term stays quiet until it is left', async () => {
    await page.focus('#field');
    const { at } = await hoverOver('RLHF');
    await page.keyboard.press('Escape');
    await waitForWindows(page, (seen) => seen.length === 0);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
    await page.mouse.move(at.x + 3, at.y);
    await rest(900);
    expect(await windows(page)).toEqual([]);
    await page.mouse.move(at.x, at.y + 60, { steps: 3 });
    await hoverOver('RLHF');
  });

  test('content that slides under a resting pointer opens nothing', async () => {
    const { x, y } = await locate(page, 'AlphaGo');
    await page.mouse.move(x, y + 200, { steps: 4 });
    await rest(300);
    await page.evaluate(() => document.body.style.setProperty('margin-top', '240px'));
    await rest(1000);
    await page.evaluate(() => document.body.style.removeProperty('margin-top'));
    expect(await windows(page)).toEqual([]);
  });

  test('the card follows its term while the page scrolls, hides with it and comes back with it', async () => {
    const { card } = await hoverOver('RLHF');
    await page.evaluate(() => scrollTo(0, 20));
    const [moved] = await waitForWindows(page, (seen) => seen.length === 1 && seen[0]!.top < card.top);
    expect(Math.abs(card.top - 20 - moved!.top)).toBeLessThan(2);
    await page.evaluate(() => scrollTo(0, 500));
    await waitForWindows(page, (seen) => seen.length === 1 && seen[0]!.away);
    await page.evaluate(() => scrollTo(0, 0));
    await waitForWindows(page, (seen) => seen.length === 1 && !seen[0]!.away);
    await page.evaluate(() => scrollTo(0, 500));
    await waitForWindows(page, (seen) => seen.length === 0);
  });

  test('selecting text inside keeps the card open', async () => {
    await hoverOver('RLHF');
    const gloss = await partOf(page, '.gloss');
    await page.mouse.move(gloss.x - 120, gloss.y - 10, { steps: 3 });
    await page.mouse.down();
    await page.mouse.move(gloss.x + 60, gloss.y + 5, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(1000, 650, { steps: 3 });
    await rest(900);
    expect(await windows(page)).toHaveLength(1);
  });

  test('a click pins; three cards stay side by side and a fourth takes the place of the oldest', async () => {
    for (const term of ['RLHF', 'GPT-3', 'LeNet', 'LLaVA']) {
      const { x, y } = await locate(page, term);
      await page.mouse.move(x, y + 3);
      await page.mouse.click(x, y);
      await waitForWindows(page, (seen) => seen.some((window) => window.pinned && window.title === term));
    }
    expect((await windows(page)).map((window) => window.title)).toEqual(['GPT-3', 'LeNet', 'LLaVA']);
    await page.mouse.move(1100, 700);
    await page.evaluate(() => scrollTo(0, 300));
    await rest(600);
    expect(await windows(page)).toHaveLength(3);
    await page.keyboard.press('Escape');
    expect((await waitForWindows(page, (seen) => seen.length === 2)).map((window) => window.title)).toEqual([
      'GPT-3',
      'LeNet',
    ]);
  });

  test('a pinned card is dragged by its head', async () => {
    await hoverOver('RLHF');
    await clickPart(page, '.icon-button', 'Pin');
    const [before] = await waitForWindows(page, (seen) => seen[0]?.pinned === true);
    const title = await partOf(page, 'h2');
    await page.mouse.move(title.x, title.y);
    await page.mouse.down();
    await page.mouse.move(title.x + 200, title.y + 150, { steps: 5 });
    await page.mouse.up();
    const [after] = await waitForWindows(page, (seen) => seen[0]!.left > before!.left + 190);
    expect(Math.round(after!.top - before!.top)).toBe(150);
  });

  test('a click on a term inside a link follows the link', async () => {
    const { x, y } = await locate(page, 'large language model');
    await page.mouse.move(x, y);
    await page.mouse.click(x, y);
    expect(await page.evaluate(() => location.hash)).toBe('#went');
    expect((await windows(page)).filter((window) => window.pinned)).toEqual([]);
  });

  test('more shows the detail, and the card stays off the line of its term', async () => {
    const { at } = await hoverOver('RLHF');
    await clickPart(page, '.expand');
    const [card] = await waitForWindows(page, (seen) => seen[0]!.text.includes('The usual recipe'));
    expect(card!.top).toBeGreaterThan(at.y);
    expect(card!.bottom).toBeLessThanOrEqual(760);
  });

  test('a link inside shows its gloss, opens in place, and Back leads home', async () => {
    await hoverOver('RLHF');
    const chip = await partOf(page, '.chip', 'InstructGPT');
    await page.mouse.move(chip.x, chip.y, { steps: 4 });
    await rest(100);
    const peek = String(
      await inRoot(page, `(root) => root.querySelector('.foot[data-peek] .peek')?.textContent ?? ''`),
    );
    expect(peek.length).toBeGreaterThan(20);
    expect(await windows(page)).toHaveLength(1);
    await page.mouse.click(chip.x, chip.y);
    const [card] = await waitForWindows(page, (seen) => seen[0]?.title === 'InstructGPT');
    expect(card!.text).toContain('RLHF');
    await clickPart(page, '.back');
    await waitForWindows(page, (seen) => seen[0]?.title === 'RLHF');
  });

  test('a link with Ctrl opens a second card beside the first', async () => {
    await hoverOver('RLHF');
    const chip = await partOf(page, '.chip', 'InstructGPT');
    await page.mouse.move(chip.x, chip.y, { steps: 4 });
    await page.keyboard.down('Control');
    await page.mouse.click(chip.x, chip.y);
    await page.keyboard.up('Control');
    const pair = await waitForWindows(page, (seen) => seen.length === 2);
    expect(pair.map((window) => [window.title, window.pinned])).toEqual([
      ['RLHF', true],
      ['InstructGPT', true],
    ]);
    expect(pair[1]!.left >= pair[0]!.right || pair[1]!.right <= pair[0]!.left).toBe(true);
  });

  test('the page keeps its document, focus and selection', async () => {
    await page.focus('#field');
    const before = await page.evaluate(() => document.body.outerHTML);
    await hoverOver('DistilBERT');
    await clickPart(page, '.expand');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.mouse.move(1000, 700);
    await waitForWindows(page, (seen) => seen.length === 0);
    expect(await page.evaluate(() => document.querySelector('termlens-card'))).toBeNull();
  });

  test('“never mark” takes effect, says so, and can be undone', async () => {
    await hoverOver('GPT-NeoX');
    await clickPart(page, '.icon-button', 'More actions');
    await clickPart(page, '.menu button', 'Never mark');
    await waitForWindows(page, (seen) => seen.length === 0);
    await rest(300);
    expect(await status(page)).toMatchObject({ toast: true, text: expect.stringContaining('GPT-NeoX') });
    await waitForPainted(page, (found) => !found.includes('GPT-NeoX'));
    await clickPart(page, '.status button', 'Undo');
    await waitForPainted(page, (found) => found.includes('GPT-NeoX'));
  });

  test('nothing opens on a mark whose text has changed', async () => {
    const at = await locate(page, 'Word2Vec');
    await page.evaluate(() => {
      const text = document.querySelector('#row')!.firstChild as Text;
      text.data = text.data.replace('Word2Vec', 'Otherwise');
    });
    await page.mouse.move(at.x - 5, at.y + 10);
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await rest(900);
    expect(await windows(page)).toEqual([]);
  });
});
