/** Everything fits a phone, as Firefox for Android shows it: 360 by 740 CSS px, a finger for a pointer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { waitForWindows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { type Served, serve } from './harness/server';
import { html, PROSE } from './harness/strange-page';

const PHONE = { width: 360, height: 740, hasTouch: true };

describe.each(BROWSERS)('a phone in %s', (name) => {
  let opened: Opened;
  let served: Served;
  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name, { viewport: PHONE }), serve()]);
  });
  afterAll(async () => {
    await Promise.all([opened?.close(), served?.close()]);
  });

  it.each(['popup.html', 'options.html', 'welcome.html'])('shows %s without scrolling sideways', async (path) => {
    const page = await opened.openExtensionPage(path);
    await page.waitForSelector('main, h1, input, button');
    const { width, wide } = await page.evaluate(() => ({
      width: innerWidth,
      wide: [...document.querySelectorAll('button, input, select, p, h1, h2, a')]
        .filter((element) => element.checkVisibility() && element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 80)),
    }));
    expect(width).toBe(PHONE.width);
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
    await page.close();
  });

  // Firefox cannot be sent touches from outside.
  it.runIf(name === 'chromium')('opens a sheet that fits at a tap', async () => {
    served.set('/phone.html', html(PROSE, '<meta name="viewport" content="width=device-width">'));
    const page = await opened.open(served.url('/phone.html'));
    await waitForPainted(page, (texts) => texts.includes('RLHF'));
    const { x, y } = await locate(page, 'RLHF');
    await page.touchscreen.tap(x, y);
    const [sheet] = await waitForWindows(page, (seen) => seen[0]?.sheet === true && seen[0].bottom === PHONE.height);
    expect(sheet).toMatchObject({ left: 0, right: PHONE.width });
    expect(sheet!.top).toBeGreaterThan(0);
  });
});
