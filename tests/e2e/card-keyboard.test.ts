/** The card without a pointer: commands, focus, keys inside, the live region, fingers. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { inRoot, rest, status, waitForWindows, windows } from './harness/card';
import { locate, painted, waitForPainted } from './harness/highlights';
import { serve, type Served } from './harness/server';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Terms</title>
<meta name="viewport" content="width=device-width">
<style>body { font: 16px/1.8 serif; margin: 40px }</style>
<p>RLHF came before DistilBERT and after Word2Vec.</p>
<p><input id="field"> <a href="#went">LLaVA in a link</a></p>
<div style="height: 1500px"></div><p>AlphaGo is far below.</p><button id="last">Last</button></html>`;

type TabsApi = {
  query(filter: { url: string }): Promise<{ id: number }[]>;
  sendMessage(tab: number, message: unknown, options: { frameId: number }): Promise<void>;
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let page: Page;
  let control: Page;

  beforeAll(async () => {
    server = await serve();
    server.set('/keys.html', PAGE);
    opened = await openBrowser(name, { viewport: { width: 900, height: 700 } });
    control = await opened.openExtensionPage('options.html');
    page = await opened.open(server.url('/keys.html'));
    await waitForPainted(page, (found) => found.includes('RLHF') && found.includes('Word2Vec'));
    await rest(500);
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await page.evaluate(() => scrollTo(0, 0));
    for (let left = 0; left < 3; left++) await page.keyboard.press('Escape');
    await rest(150);
  });

  /** What the browser does when the reader presses the key of “next term” or “previous term”. */
  const step = async (direction: 1 | -1) => {
    await control.evaluate(
      async (url, by) => {
        const { tabs } = (globalThis as unknown as { chrome: { tabs: TabsApi } }).chrome;
        const [tab] = await tabs.query({ url: `${url}*` });
        await tabs.sendMessage(tab!.id, { termlens: 'step', args: [by] }, { frameId: 0 });
      },
      server.url('/keys.html').split('#')[0]!.replace(/:\d+/, ''),
      direction,
    );
    await rest(150);
  };
  const ring = async () => (await painted(page)).filter((mark) => mark.name.includes('focus')).map((mark) => mark.text);

  test('next and previous walk the terms, draw a ring and say the position once', async () => {
    await step(1);
    expect(await ring()).toEqual(['RLHF']);
    expect(await status(page)).toMatchObject({ text: expect.stringMatching(/^RLHF, 1 of \d+$/), toast: false });
    await step(1);
    expect(await ring()).toEqual(['DistilBERT']);
    await step(-1);
    expect(await ring()).toEqual(['RLHF']);
    await step(-1);
    await rest(300);
    expect(await ring()).toEqual(['AlphaGo']);
    expect(await page.evaluate(() => scrollY)).toBeGreaterThan(500);
    expect(await inRoot(page, `(root) => root.querySelectorAll('[role=status], [aria-live]').length`)).toBe(1);
  });

  test('Enter opens with the focus inside, named and described; Escape gives the focus back', async () => {
    await page.focus('#field');
    await page.evaluate(() => document.querySelector('a')!.focus());
    await step(1);
    await page.keyboard.press('Enter');
    const [card] = await waitForWindows(page, (seen) => seen.length === 1);
    expect(card!.focused).toBe(true);
    expect(await page.evaluate(() => location.hash)).toBe('');
    const dialog = await inRoot(
      page,
      `(root) => {
        const w = root.querySelector('.window');
        const by = (name) => root.getElementById(w.getAttribute(name)).textContent;
        return [w.getAttribute('role'), w.getAttribute('aria-modal'), by('aria-labelledby'), by('aria-describedby').length > 40];
      }`,
    );
    expect(dialog).toEqual(['dialog', 'false', 'RLHF', true]);
    await page.keyboard.press('Escape');
    await waitForWindows(page, (seen) => seen.length === 0);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('A');
  });

  test('Tab reaches every control and leaves at the end', async () => {
    await page.focus('#field');
    await step(1);
    await page.evaluate(() => document.querySelector('a')!.focus());
    await page.keyboard.press('Enter');
    await waitForWindows(page, (seen) => seen.length === 1);
    const count = Number(await inRoot(page, `(root) => root.querySelectorAll('.window button, .window a').length`));
    const names = new Set<string>();
    for (let tab = 0; tab < count; tab++) {
      await page.keyboard.press('Tab');
      names.add(
        String(
          await inRoot(
            page,
            `(root) => { const e = root.activeElement; return e ? e.getAttribute('aria-label') || e.textContent : ''; }`,
          ),
        ),
      );
    }
    expect(names.has('')).toBe(false);
    expect(names.size).toBe(count);
    await page.keyboard.press('Tab');
    await waitForWindows(page, (seen) => seen.length === 0);
    // Where Tab would have led from the link; after the last stop of a page it leads into the browser's own bars.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('last');
  });

  test('keys inside act on the card; in the page they are the page’s', async () => {
    await page.focus('#field');
    await page.keyboard.type('pk');
    expect(await page.evaluate(() => (document.querySelector('#field') as HTMLInputElement).value)).toBe('pk');
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await step(1);
    await page.keyboard.press('Enter');
    await waitForWindows(page, (seen) => seen.length === 1);
    await page.keyboard.press('p');
    await waitForWindows(page, (seen) => seen[0]?.pinned === true);
    await page.keyboard.press('p');
    await waitForWindows(page, (seen) => seen[0]?.pinned === false);
    await page.keyboard.press('Escape');
    await waitForWindows(page, (seen) => seen.length === 0);
  });

  test('a link is followed with Enter and Backspace leads back', async () => {
    await step(1);
    await page.keyboard.press('Enter');
    await waitForWindows(page, (seen) => seen.length === 1);
    for (let tab = 0; tab < 12; tab++) {
      await page.keyboard.press('Tab');
      if (await inRoot(page, `(root) => root.activeElement?.matches('.chip')`)) break;
    }
    const before = (await windows(page))[0]!.title;
    await page.keyboard.press('Enter');
    await waitForWindows(page, (seen) => seen[0] !== undefined && seen[0].title !== before);
    await page.keyboard.press('Backspace');
    await waitForWindows(page, (seen) => seen[0]?.title === before);
  });

  test.runIf(name === 'chromium')('a tap opens a sheet, a tap outside closes it, a swipe opens nothing', async () => {
    const { x, y } = await locate(page, 'Word2Vec');
    await page.touchscreen.tap(x, y);
    const [sheet] = await waitForWindows(page, (seen) => seen.length === 1);
    expect(sheet).toMatchObject({ sheet: true, title: 'Word2Vec' });
    expect(sheet!.bottom).toBe(700);
    expect(sheet!.bottom - sheet!.top).toBeLessThanOrEqual(350);
    const close = await inRoot(
      page,
      `(root) => { const b = root.querySelector('.close').getBoundingClientRect(); return Math.min(b.width, b.height); }`,
    );
    expect(close).toBeGreaterThanOrEqual(44);
    const other = await locate(page, 'DistilBERT');
    await page.touchscreen.tap(other.x, other.y);
    await waitForWindows(page, (seen) => seen.length === 0);
    await rest(400);
    expect(await windows(page)).toEqual([]);
    await page.touchscreen.touchStart(x, y);
    await page.touchscreen.touchMove(x, y - 60);
    await page.touchscreen.touchEnd();
    await page.touchscreen.touchStart(x, y);
    await rest(620);
    await page.touchscreen.touchEnd();
    await rest(400);
    expect(await windows(page)).toEqual([]);
    const link = await locate(page, 'LLaVA');
    await page.touchscreen.tap(link.x, link.y);
    await rest(400);
    expect(await windows(page)).toEqual([]);
  });
});
