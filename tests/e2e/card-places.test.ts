/** The card in awkward places: it is visible, whole, on top, and not on the line of its term. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { type SeenWindow, inRoot, rest, waitForWindows, windows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { serve, type Served } from './harness/server';

const VIEWPORT = { width: 900, height: 640 };
const html = (body: string, more = '') =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Place</title><style>body { font: 16px/1.8 serif; margin: 0 }</style>${more}<body>${body}</body></html>`;
/** Enough company that the page is plainly about the field. */
const FILL = '<p style="margin: 40px">DistilBERT, Word2Vec and AlphaGo.</p>';

type Rect = { left: number; top: number; right: number; bottom: number };

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;

  beforeAll(async () => {
    server = await serve();
    opened = await openBrowser(name, { viewport: VIEWPORT });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  let pages = 0;
  const load = async (body: string, more = '') => {
    const path = `/place-${pages++}.html`;
    server.set(path, html(body, more));
    const page = await opened.open(server.url(path));
    await waitForPainted(page, (found) => found.includes('DistilBERT'));
    await rest(250);
    return page;
  };
  const hover = async (page: Page, at: { x: number; y: number }) => {
    await page.mouse.move(at.x + 5, Math.max(1, at.y - 12));
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await page.mouse.move(at.x + 1, at.y, { steps: 2 });
    const [card] = await waitForWindows(page, (seen) => seen.length === 1 && !seen[0]!.away);
    return card!;
  };
  const whole = (card: SeenWindow, size: { width: number; height: number } = VIEWPORT) => {
    expect(card.left).toBeGreaterThanOrEqual(0);
    expect(card.top).toBeGreaterThanOrEqual(0);
    expect(card.right).toBeLessThanOrEqual(size.width + 0.5);
    expect(card.bottom).toBeLessThanOrEqual(size.height + 0.5);
  };
  const apart = (a: Rect, b: Rect) => a.right <= b.left || a.left >= b.right || a.bottom <= b.top || a.top >= b.bottom;
  /** Whether the pixels of the card are the card's: nothing lies above it. */
  const onTop = (page: Page, card: SeenWindow) =>
    page.evaluate(
      (x, y) => document.elementFromPoint(x, y)?.localName,
      (card.left + card.right) / 2,
      (card.top + card.bottom) / 2,
    );

  test('at every edge of the viewport', async () => {
    const spots = [
      'left:4px;top:4px',
      'right:4px;top:4px',
      'left:4px;bottom:4px',
      'right:4px;bottom:4px',
      'left:45%;top:48%',
    ];
    for (const spot of spots) {
      const page = await load(`${FILL}<div style="position:fixed;${spot}">RLHF</div>`);
      const at = await locate(page, 'RLHF');
      const card = await hover(page, at);
      whole(card);
      expect(apart(card, { left: at.x - 10, right: at.x + 10, top: at.y - 8, bottom: at.y + 8 })).toBe(true);
      await page.close();
    }
  });

  test('in a modal dialog, and back on the page after it', async () => {
    const page = await load(`${FILL}<dialog><p>RLHF in here</p></dialog>`);
    await page.evaluate(() => document.querySelector('dialog')!.showModal());
    await waitForPainted(page, (found) => found.includes('RLHF'));
    const card = await hover(page, await locate(page, 'RLHF'));
    whole(card);
    expect(await onTop(page, card)).toBe('termlens-card');
    await page.mouse.click(card.left + 60, card.top + 60);
    expect(await windows(page)).toHaveLength(1);
    await page.close();
  });

  test('in a fullscreen element', async () => {
    const page = await load(`${FILL}<div id="full" style="background:#fff"><button>Go</button> RLHF</div>`);
    await page.evaluate(() => {
      document
        .querySelector('button')!
        .addEventListener('click', () => void document.querySelector('#full')!.requestFullscreen());
    });
    await page.click('button');
    await page.waitForFunction(() => document.fullscreenElement);
    await rest(300);
    const card = await hover(page, await locate(page, 'RLHF'));
    expect(await onTop(page, card)).toBe('termlens-card');
    await page.close();
  });

  test('in a frame, a shadow root and a scrolled box', async () => {
    server.set('/inner.html', html(`${FILL}<p style="margin:0 40px">RLHF in a frame</p>`));
    const page = await load(
      `${FILL}<div id="shadow"></div><div style="height:60px;overflow:auto"><div style="height:90px"></div><p id="low">LeNet is below the fold</p></div>`,
      `<script>addEventListener('DOMContentLoaded', () => { document.querySelector('#shadow').attachShadow({ mode: 'open' }).innerHTML = '<p id=in>InstructGPT in a shadow</p>'; });</script>`,
    );
    await page.evaluate(() => document.querySelector('#low')!.scrollIntoView({ block: 'end' }));
    await rest(400);
    whole(await hover(page, await locate(page, 'LeNet')));
    await page.mouse.move(880, 20);
    await waitForWindows(page, (seen) => seen.length === 0);
    const at = await page.evaluate(() => {
      const box = document.querySelector('#shadow')!.shadowRoot!.querySelector('#in')!.getBoundingClientRect();
      return { x: box.x + 20, y: box.y + box.height / 2 };
    });
    expect((await hover(page, at)).title).toBe('InstructGPT');
    await page.evaluate(() => {
      document.body.innerHTML =
        '<iframe src="/inner.html" style="position:fixed;inset:40px;width:700px;height:540px;border:0"></iframe>';
    });
    await rest(1800);
    const inner = await page
      .frames()
      .at(-1)!
      .evaluate(() => {
        const text = document.querySelectorAll('p')[1]!.firstChild!;
        const range = new Range();
        range.setStart(text, 0);
        range.setEnd(text, 4);
        const box = range.getBoundingClientRect();
        return { x: box.x + box.width / 2 + 40, y: box.y + box.height / 2 + 40 };
      });
    const card = await hover(page, inner);
    expect(card.title).toBe('RLHF');
    whole(card, { width: 700, height: 540 });
    await page.close();
  });

  test('in transformed, zoomed and vertical text', async () => {
    for (const style of [
      'transform: rotate(4deg) scale(1.3)',
      'zoom: 1.6',
      'writing-mode: vertical-rl; height: 300px',
      'writing-mode: vertical-lr; height: 300px',
    ]) {
      const page = await load(`${FILL}<div style="margin: 60px 200px; ${style}">RLHF and more</div>`);
      const at = await locate(page, 'RLHF');
      const card = await hover(page, at);
      whole(card);
      expect(apart(card, { left: at.x - 6, right: at.x + 6, top: at.y - 6, bottom: at.y + 6 })).toBe(true);
      await page.close();
    }
  });

  test('on a page that zooms its root', async () => {
    const page = await load(`${FILL}<p style="margin:40px">RLHF</p>`, '<style>html { zoom: 1.5 }</style>');
    const at = await page.evaluate(() => {
      const box = document.querySelectorAll('p')[1]!.getBoundingClientRect();
      return { x: box.x + 15, y: box.y + box.height / 2 };
    });
    const card = await hover(page, at);
    expect(card.top).toBeGreaterThan(at.y);
    expect(card.top).toBeLessThan(at.y + 60);
    await page.close();
  });

  test('against a page that hides, covers and removes everything', async () => {
    const page = await load(
      `${FILL}<p style="margin:40px">RLHF</p><div style="position:fixed;inset:0;z-index:2147483647;pointer-events:none"></div>`,
      `<style>* { --paper: red !important } termlens-card, termlens-card * { all: revert !important; display: none !important; opacity: 0 !important; visibility: hidden !important; pointer-events: none !important; transform: scale(9) !important }
       termlens-card::before { content: 'X' !important; position: fixed; inset: 0; background: red } termlens-card::backdrop { background: red !important; display: block !important }</style>
       <script>
         customElements.define('termlens-card', class extends HTMLElement { constructor() { super(); try { this.attachShadow({ mode: 'open' }); } catch {} } });
         Object.freeze(Element.prototype); Node.prototype.appendChild = () => { throw new Error('no'); };
         HTMLElement.prototype.showPopover = () => { throw new Error('no'); };
       </script>`,
    );
    const at = await locate(page, 'RLHF');
    await page.mouse.move(at.x + 5, at.y - 12);
    await page.mouse.move(at.x, at.y, { steps: 4 });
    await rest(900);
    const box = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      const style = getComputedStyle(host);
      return {
        name: host.localName,
        display: style.display,
        opacity: style.opacity,
        open: host.matches(':popover-open'),
      };
    });
    expect(box).toMatchObject({ display: 'block', opacity: '1', open: true });
    await page.evaluate(() => document.documentElement.lastElementChild!.remove());
    await rest(100);
    expect(await page.evaluate(() => document.documentElement.lastElementChild!.matches(':popover-open'))).toBe(true);
    await page.close();
  });

  test('the theme comes from the ground under the term', async () => {
    const page = await load(
      `${FILL}<div style="background:#111;color:#eee"><p style="margin:0;padding:40px">RLHF on dark</p></div><div style="background:linear-gradient(#000,#222);color:#fff;padding:40px">LeNet on a picture</div>`,
    );
    expect((await hover(page, await locate(page, 'RLHF'))).theme).toBe('dark');
    await page.keyboard.press('Escape');
    expect((await hover(page, await locate(page, 'LeNet'))).theme).toBe('dark');
    await page.keyboard.press('Escape');
    expect((await hover(page, await locate(page, 'Word2Vec'))).theme).toBe('light');
    expect(
      String(await inRoot(page, `(root) => getComputedStyle(root.querySelector('.window')).backgroundColor`)),
    ).toBe('rgb(255, 253, 249)');
    await page.close();
  });
});
