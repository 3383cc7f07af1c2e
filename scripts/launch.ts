/** Launches a real browser with the built extension in a fresh profile; used by `npm start` and the end-to-end tests. */
import { join } from 'node:path';
import { type Browser, launch } from 'puppeteer-core';
import { type BrowserName, browserPath } from './browsers';

const GECKO_ID = 'termlens@termlens.app';
/** Firefox gives each profile its own; fixed here, so that the extension's pages have a known address. */
const GECKO_UUID = '3d1b1f0a-6a52-4f5c-9a37-5d1c2b7e8f01';

export type Launched = {
  browser: Browser;
  /** Origin of the extension's own pages; empty when it was not installed. */
  origin: string;
};

/** Where builds land; TERMLENS_OUT names another folder, so that two builds can be tested side by side. */
export const OUTPUT = join(import.meta.dirname, '..', process.env['TERMLENS_OUT'] ?? '.output');

export async function launchWith(
  name: BrowserName,
  options: { extension?: boolean; headless?: boolean; args?: string[] } = {},
): Promise<Launched> {
  const { extension = true, headless = true, args = [] } = options;
  const browser = await (name === 'chromium' ? chromium(headless, args) : firefox(headless, args));
  if (!extension) return { browser, origin: '' };
  const id = await browser.installExtension(join(OUTPUT, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'));
  await afterWelcome(browser);
  return { browser, origin: name === 'chromium' ? `chrome-extension://${id}` : `moz-extension://${GECKO_UUID}` };
}

/** Waits for the page that greets a new reader: were it to open later, it would cover the page that is wanted. */
async function afterWelcome(browser: Browser): Promise<void> {
  const end = Date.now() + 5000;
  while (Date.now() < end) {
    if ((await browser.pages()).some((page) => page.url().endsWith('/welcome.html'))) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}

function chromium(headless: boolean, args: string[]): Promise<Browser> {
  return launch({
    browser: 'chrome',
    executablePath: browserPath('chromium'),
    headless,
    pipe: true,
    enableExtensions: true,
    defaultViewport: null,
    args: [
      // Chromium refuses its sandbox to root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(headless
        ? [
            '--disable-gpu',
            '--disable-quic',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
          ]
        : []),
      '--no-first-run',
      ...args,
    ],
  });
}

function firefox(headless: boolean, args: string[]): Promise<Browser> {
  return launch({
    browser: 'firefox',
    executablePath: browserPath('firefox'),
    headless,
    defaultViewport: null,
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: GECKO_UUID }),
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}
