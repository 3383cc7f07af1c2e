/** What the browser's own surfaces show of us: the toolbar icon, the context menu, sites we may not read, its PDF viewer. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allowSites } from './harness/background';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { waitForWindows } from './harness/card';
import { waitForPainted } from './harness/highlights';
import { texts, until } from './harness/reader';
import { serve, type Served } from './harness/server';
import { setSettings } from './harness/settings';

const HOST = 'toolbar.localhost';
/** The smallest file that viewers take for a PDF. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

type Tab = { id: number; url?: string };
declare const chrome: {
  tabs: { query(what: object): Promise<Tab[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  contextMenus: { onClicked: { dispatch(info: object, tab: object): void } };
};

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;

  beforeAll(async () => {
    server = await serve();
    server.set('/article.html', '<!doctype html><title>t</title><p>Tuned with RLHF and LoRA, by backpropagation.</p>');
    server.set('/paper', PDF, { 'content-type': 'application/pdf' });
    server.set('/paper.pdf', PDF, { 'content-type': 'application/pdf' });
    opened = await openBrowser(name);
    article = await opened.open(server.url('/article.html', HOST));
    await waitForPainted(article, (found) => found.includes('RLHF'));
    await setSettings(opened, { interfaceLanguage: 'en' });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  /** Over the article, from a page of ours that is closed again. */
  const fromOurPage = async <Seen>(look: (page: Page) => Promise<Seen>): Promise<Seen> => {
    const page = await opened.openExtensionPage('options.html');
    try {
      return await look(page);
    } finally {
      await page.close();
      await article.bringToFront();
    }
  };
  const badge = (page: Page) =>
    page.evaluate(async (host) => {
      const tab = (await chrome.tabs.query({})).find(({ url }) => url?.includes(host));
      return chrome.action.getBadgeText({ tabId: tab!.id });
    }, HOST);
  const popupLine = async (over: Page, ok: (line: string) => boolean) => {
    await over.bringToFront();
    const popup = await opened.openExtensionPage('popup.html');
    try {
      await until(
        () => texts(popup, '.site small'),
        ([line]) => ok(line ?? ''),
      );
      return await texts(popup, '.site .text-button');
    } finally {
      await popup.close();
    }
  };

  test('the icon tells how many terms there are, unless the reader wants no number there', async () => {
    await fromOurPage((page) =>
      until(
        () => badge(page),
        (text) => text === '3',
      ),
    );
    await setSettings(opened, { interfaceLanguage: 'en', badge: false });
    await fromOurPage((page) =>
      until(
        () => badge(page),
        (text) => text === '',
      ),
    );
    await setSettings(opened, { interfaceLanguage: 'en' });
    await fromOurPage((page) =>
      until(
        () => badge(page),
        (text) => text === '3',
      ),
    );
  });

  test('a PDF says why nothing is marked', async () => {
    const paper = await opened.browser.newPage();
    await paper
      .goto(server.url(name === 'chromium' ? '/paper' : '/paper.pdf', HOST), { timeout: 4000 })
      .catch(() => undefined);
    await popupLine(paper, (line) => line.includes('PDF'));
    await paper.close();
  });

  // Firefox lets nobody press an item of an extension's menu from outside.
  test.runIf(name === 'chromium')('“Explain …” shows the card at the selection', async () => {
    await article.bringToFront();
    await article.evaluate(() => {
      const text = document.querySelector('p')!.firstChild!;
      getSelection()!.setBaseAndExtent(text, 11, text, 15);
    });
    expect(await article.evaluate(() => String(getSelection()))).toBe('RLHF');
    await fromOurPage(async () => {
      const target = await opened.browser.waitForTarget((one) => one.url().endsWith('/background.js'));
      const worker = (await target.worker())!;
      await worker.evaluate(async (host) => {
        const tab = (await chrome.tabs.query({})).find(({ url }) => url?.includes(host))!;
        chrome.contextMenus.onClicked.dispatch({ menuItemId: 'explain', selectionText: ' RLHF ', frameId: 0 }, tab);
      }, HOST);
    });
    const [card] = await waitForWindows(article, (seen) => seen.length === 1);
    expect(card!.title).toBe('RLHF');
    await article.keyboard.press('Escape');
    await waitForWindows(article, (seen) => seen.length === 0);
  });

  test('a site we may not read says so and offers to allow it; allowed, it is marked without a reload', async () => {
    await allowSites(opened, false);
    const closed = await opened.open(server.url('/article.html', `closed.${HOST}`));
    expect(await popupLine(closed, (line) => line.includes('may not read this site yet'))).toEqual(['Allow']);
    await waitForPainted(closed, (found) => found.length === 0);
    await allowSites(opened, true);
    await waitForPainted(closed, (found) => found.includes('RLHF'));
    expect(await popupLine(closed, (line) => line.includes('3 terms'))).toEqual([]);
    await closed.close();
  });
});
