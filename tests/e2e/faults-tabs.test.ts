/** What happens to tabs loses nothing: the extension updated or switched off under them, pages left and come back to. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reloadExtension, stopBackground, switchOffAndOn } from './harness/background';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { painted, waitForPainted } from './harness/highlights';
import { watchErrors } from './harness/ours';
import { until } from './harness/reader';
import { type Served, serve } from './harness/server';

const TABS = 20;
const WORDS = ['RLHF', 'LoRA', 'large language model'];
const article = (more = '') =>
  `<!doctype html><title>t</title><p>Tuned with RLHF and LoRA, a large language model.</p>${more}`;

/** What a page of the extension may call, in either browser. */
declare const chrome: {
  storage: { session: { get(): Promise<Record<string, Record<number, { url: string }>>> } };
  tabs: { query(what: object): Promise<{ id: number; url?: string }[]>; discard(id: number): Promise<unknown> };
};

describe.each(BROWSERS)('tabs in %s', (name) => {
  let opened: Opened;
  let served: Served;
  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
    served.set('/a.html', article('<a href="/b.html">on</a>'));
    served.set('/b.html', article('<p>Also GPT-4.</p>'));
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  const marked = async (page: Page) => {
    await page.bringToFront();
    await waitForPainted(page, (texts) => WORDS.every((word) => texts.filter((text) => text === word).length === 1));
  };
  /** Addresses that the tabs' icons and the popup go by. */
  const reported = async (look: Page) =>
    Object.entries(await look.evaluate(() => chrome.storage.session.get()))
      .filter(([key]) => key.startsWith('tab-'))
      .map(([, frames]) => new URL(frames[0]!.url).pathname);

  it('marks each of 20 tabs once after an update and after being switched off and on', async () => {
    const pages: Page[] = [];
    for (let at = 0; at < TABS; at++) pages.push(await opened.open(served.url(`/a.html?${at}`)));
    const some = pages.filter((_, at) => at % 4 === 0);
    const errors = pages.map((page) => watchErrors(page));
    await marked(pages[0]!);
    await marked(pages.at(-1)!);
    await reloadExtension(opened);
    for (const page of pages) await marked(page);
    await switchOffAndOn(opened, async () => {
      if (name === 'firefox') return; // Firefox takes our script away before it could clear up.
      const page = pages[1]!;
      await page.bringToFront();
      await page.mouse.move(10, 10);
      await until(
        async () => {
          await page.mouse.move(30, 30);
          await page.mouse.move(10, 10);
          return painted(page);
        },
        (marks) => marks.length === 0,
      );
    });
    for (const page of some) await marked(page);
    // Stopped in the middle of an update, the rest is done at the next start.
    await reloadExtension(opened);
    await stopBackground(opened);
    const own = await opened.openExtensionPage('options.html');
    await own.evaluate(() =>
      (chrome as unknown as { runtime: { sendMessage(m: object): Promise<unknown> } }).runtime.sendMessage({
        termlens: 'topUrl',
        args: [],
      }),
    );
    for (const page of some) await marked(page);
    expect(errors.flat()).toEqual([]);
    await Promise.all(pages.map((page) => page.close()));
    await own.close();
  });

  it('knows which page a tab shows after going back to one that was kept', async () => {
    const page = await opened.open(served.url('/a.html'));
    const look = await opened.openExtensionPage('options.html');
    await marked(page);
    await page.evaluate(() => Object.assign(globalThis, { kept: true }));
    await page.goto(served.url('/b.html'));
    await marked(page);
    await until(
      () => reported(look),
      (paths) => paths.includes('/b.html'),
    );
    await page.evaluate(() => history.back());
    await page.waitForFunction(() => location.pathname === '/a.html' && 'kept' in globalThis);
    await marked(page);
    await until(
      () => reported(look),
      (paths) => paths.includes('/a.html') && !paths.includes('/b.html'),
    );
    await Promise.all([page.close(), look.close()]);
  });

  it.runIf(name === 'chromium')('marks a discarded tab when it is loaded again', async () => {
    const page = await opened.open(served.url('/a.html?gone'));
    await marked(page);
    const look = await opened.openExtensionPage('options.html');
    await look.bringToFront();
    await look.evaluate(async () => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url?.endsWith('?gone'));
      await chrome.tabs.discard(tab!.id);
    });
    const back = await until(
      async () => (await opened.browser.pages()).find((one) => one.url().endsWith('?gone')),
      (found) => found !== undefined,
    );
    await back!.bringToFront();
    await back!.reload();
    await marked(back!);
    await Promise.all([back!.close(), look.close()]);
  });
});
