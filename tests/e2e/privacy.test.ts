/** Nothing leaves and nothing is logged: no context of ours may reach the network, and a private window leaves no trace. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { privileged } from './harness/background';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { waitForWindows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { until } from './harness/reader';
import { type Served, serve } from './harness/server';

const GECKO_ID = 'termlens@termlens.app';
const PAGES = ['popup.html', 'options.html', 'welcome.html', 'timeline.html'];

/** What a page of the extension may call, in either browser. */
declare const chrome: {
  storage: { local: { get(): Promise<object> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
};

describe.each(BROWSERS)('privacy in %s', (name) => {
  let opened: Opened;
  let served: Served;
  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
    served.set(
      '/a.html',
      '<!doctype html><title>secret title</title><p>Tuned with RLHF and LoRA, a large language model.',
    );
    served.set('/leak', 'leaked', { 'access-control-allow-origin': '*' });
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  /** Tries every way out that a page or a worker has; gives those that were open. */
  const waysOut = (url: string) =>
    `(async () => {
      const url = ${JSON.stringify(url)};
      const tried = {
        fetch: () => fetch(url).then(() => true),
        image: () => typeof Image === 'undefined' ? false : new Promise((done) => { const image = new Image(); image.onload = () => done(true); image.onerror = () => done(false); image.src = url; }),
        script: () => typeof document === 'undefined' ? false : new Promise((done) => { const script = document.createElement('script'); script.onload = () => done(true); script.onerror = () => done(false); script.src = url; document.head.append(script); }),
        socket: () => new Promise((done) => { const socket = new WebSocket(url.replace('http', 'ws')); socket.onopen = () => done(true); socket.onerror = () => done(false); }),
      };
      const open = [];
      for (const [way, go] of Object.entries(tried)) if (await Promise.resolve().then(go).catch(() => false)) open.push(way);
      return open;
    })()`;

  it('asks the network for nothing in any of its pages, and could not', async () => {
    const before = served.asked.length;
    for (const path of PAGES) {
      const requests: string[] = [];
      const page = await opened.openExtensionPage(path, (request) => requests.push(request));
      await page.waitForSelector('button');
      expect(
        requests.filter((url) => !/^(chrome|moz)-extension:|^data:/.test(url)),
        path,
      ).toEqual([]);
      expect(await page.evaluate(waysOut(served.url('/leak'))), path).toEqual([]);
      await page.close();
    }
    expect(served.asked.slice(before)).toEqual([]);
  });

  it.runIf(name === 'chromium')('asks the network for nothing in its background, and could not', async () => {
    const page = await opened.openExtensionPage('options.html');
    const before = served.asked.length;
    await page.evaluate(() => chrome.runtime.sendMessage({ termlens: 'getEntries', args: [['transformer']] }));
    const target = opened.browser.targets().find((one) => one.url().endsWith('/background.js'))!;
    expect(await (await target.worker())!.evaluate(waysOut(served.url('/leak')))).toEqual([]);
    expect(served.asked.slice(before)).toEqual([]);
    await page.close();
  });

  // Chromium lets no test allow an extension in private windows without a hand on the switch.
  it.runIf(name === 'firefox')('leaves no trace of what is read in a private window', async () => {
    await privileged(
      opened,
      `(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        await ExtensionPermissions.add('${GECKO_ID}', { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID('${GECKO_ID}')).reload();
        const opened = OpenBrowserWindow({ private: true });
        await new Promise((done) => opened.addEventListener('load', done, { once: true }));
      })()`,
    );
    const [article] = await until(
      async () => (await opened.browser.pages()).filter((page) => page.url() === 'about:privatebrowsing'),
      (pages) => pages.length === 1,
    );
    const look = await opened.openExtensionPage('options.html');
    const stored = () => look.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
    const before = await stored();
    await article!.bringToFront();
    await article!.goto(served.url('/a.html', 'secret.localhost'));
    await waitForPainted(article!, (texts) => texts.includes('RLHF'));
    const { x, y } = await locate(article!, 'RLHF');
    await article!.mouse.move(x + 60, y + 90);
    await article!.mouse.move(x, y, { steps: 8 });
    await article!.mouse.move(x + 1, y);
    await waitForWindows(article!, (open) => open.length === 1);
    expect(await stored()).toBe(before);
    expect(before).not.toContain('secret');
  });
});
