/** Opens the built extension in a real Chromium or Firefox. */
import type { Browser, Page } from 'puppeteer-core';
import type { BrowserName } from '@/scripts/browsers';
import { launchWith } from '@/scripts/launch';

export type { BrowserName } from '@/scripts/browsers';

/** The browsers every end-to-end test runs in; BROWSER=firefox narrows it while working on a test. */
export const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => !process.env['BROWSER'] || process.env['BROWSER'] === name,
);

export type Opened = {
  name: BrowserName;
  browser: Browser;
  /** Opens a page of the extension, such as `popup.html`, in a tab; tells the addresses it asks for. */
  openExtensionPage(path: string, onRequest?: (url: string) => void): Promise<Page>;
  /** Opens a web page and waits until it has loaded. */
  open(url: string): Promise<Page>;
  close(): Promise<void>;
};

/** Launches the browser in a fresh profile with the extension installed (`extension: false`: without). */
export async function openBrowser(
  name: BrowserName,
  options: { extension?: boolean; args?: string[]; viewport?: { width: number; height: number } } = {},
): Promise<Opened> {
  const viewport = options.viewport ?? { width: 1000, height: 760 };
  const { browser, origin } = await launchWith(name, options);
  const open = async (url: string, onRequest?: (url: string) => void) => {
    const page = await newPage(onRequest);
    await page.setViewport(viewport);
    await page.goto(url, { waitUntil: 'load' });
    // A tab behind another, such as the welcome page, is not drawn and answers no frame.
    await page.bringToFront();
    return page;
  };
  const newPage = async (onRequest?: (url: string) => void) => {
    const page = await browser.newPage();
    if (onRequest) page.on('request', (request) => onRequest(request.url()));
    return page;
  };
  return {
    name,
    browser,
    open: (url) => open(url),
    async openExtensionPage(path, onRequest) {
      if (name === 'chromium') return open(`${origin}/${path}`, onRequest);
      const page = await newPage(onRequest);
      await page.setViewport(viewport);
      // Firefox does not report the load event of extension pages; the page itself is there.
      await page.goto(`${origin}/${path}`, { timeout: 1500 }).catch(() => undefined);
      await page.waitForFunction(() => document.readyState === 'complete');
      return page;
    },
    close: () => browser.close(),
  };
}
