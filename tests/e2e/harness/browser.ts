/** Opens the built extension in a real Chromium or Firefox. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type Page, launch } from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

/** The browsers every end-to-end test runs in; BROWSER=firefox narrows it while working on a test. */
export const BROWSERS = (['chromium', 'firefox'] as const).filter(
  (name) => !process.env['BROWSER'] || process.env['BROWSER'] === name,
);

const OUTPUT = join(import.meta.dirname, '../../..', process.env['TERMLENS_OUT'] ?? '.output');
const PATHS: Record<BrowserName, string[]> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox'],
};
const GECKO_ID = 'termlens@termlens.app';
const GECKO_UUID = '3d1b1f0a-6a52-4f5c-9a37-5d1c2b7e8f01';

export type Opened = {
  name: BrowserName;
  browser: Browser;
  /** Opens a page of the extension, such as `popup.html`, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
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
  const browser = await (name === 'chromium' ? launchChromium(options.args ?? []) : launchFirefox(options.args ?? []));
  let origin = '';
  if (options.extension !== false) {
    const id = await browser.installExtension(join(OUTPUT, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'));
    origin = name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${GECKO_UUID}`;
  }
  const open = async (url: string) => {
    const page = await browser.newPage();
    await page.setViewport(viewport);
    await page.goto(url, { waitUntil: 'load' });
    return page;
  };
  return {
    name,
    browser,
    open,
    async openExtensionPage(path) {
      if (name === 'chromium') return open(`${origin}/${path}`);
      const page = await browser.newPage();
      await page.setViewport(viewport);
      // Firefox does not report the load event of extension pages; the page itself is there.
      await page.goto(`${origin}/${path}`, { timeout: 1500 }).catch(() => undefined);
      await page.waitForFunction(() => document.readyState === 'complete');
      return page;
    },
    close: () => browser.close(),
  };
}

function executable(name: BrowserName): string {
  const path = [process.env[name === 'chromium' ? 'CHROMIUM' : 'FIREFOX'], ...PATHS[name]].find(
    (at) => at && existsSync(at),
  );
  if (!path)
    throw new Error(
      `No ${name} found. Install it, or set ${name === 'chromium' ? 'CHROMIUM' : 'FIREFOX'} to its path.`,
    );
  return path;
}

function launchChromium(args: string[]): Promise<Browser> {
  return launch({
    browser: 'chrome',
    executablePath: executable('chromium'),
    headless: true,
    pipe: true,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

function launchFirefox(args: string[]): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: true,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}
