/** What fails around us loses nothing: the background stopped in the middle, storage full, two windows at once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { rest, waitForWindows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { type Served, serve } from './harness/server';

type Answer = { value?: unknown; error?: string };
/** What a page of the extension may call, in either browser. */
declare const chrome: ExtensionApi;
type ExtensionApi = {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
      getBytesInUse(): Promise<number>;
      QUOTA_BYTES: number;
    };
  };
};

describe.each(BROWSERS)('faults in %s', (name) => {
  let opened: Opened;
  let served: Served;
  let page: Page;

  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
    served.set(
      '/plain.html',
      '<!doctype html><title>t</title><p>Tuned with RLHF and LoRA, a large language model.</p>',
    );
    page = await opened.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  const ask = (from: Page, messages: [string, unknown[]][]): Promise<Answer[]> =>
    from.evaluate((all) => {
      return Promise.all(
        all.map(([termlens, args]) =>
          chrome.runtime.sendMessage({ termlens, args }).then(
            (value) => ({ value }),
            (error: unknown) => ({ error: String(error) }),
          ),
        ),
      );
    }, messages);
  const stored = (key: string) =>
    page.evaluate(async (one) => (await chrome.storage.local.get(one))[one], key) as Promise<
      Record<string, Record<string, number> & string[]> | undefined
    >;
  const know = (id: string): [string, unknown[]] => ['change', [{ type: 'known', id, on: true }]];
  const stopBackground = async () => {
    for (const target of opened.browser.targets())
      if (target.type() === 'service_worker') await (await target.worker())?.close();
  };

  it('remembers every change that two windows make at once', async () => {
    const other = await opened.openExtensionPage('options.html');
    const names = (prefix: string) => Array.from({ length: 20 }, (_, at) => `${prefix}-${at}`);
    const site = (host: string): [string, unknown[]] => ['change', [{ type: 'site', host, on: false }]];
    await Promise.all([
      ask(
        page,
        names('one').flatMap((id) => [know(id), site(`${id}.example`)]),
      ),
      ask(
        other,
        names('two').flatMap((id) => [know(id), site(`${id}.example`)]),
      ),
    ]);
    await other.close();
    const all = [...names('one'), ...names('two')];
    expect(Object.keys((await stored('terms'))!['known']!).sort()).toEqual(all.sort());
    expect([...(await stored('sites'))!['except']!].sort()).toEqual(all.map((id) => `${id}.example`).sort());
  });

  // Firefox has no way to stop an event page from outside.
  it.runIf(name === 'chromium')('answers after its background was stopped, and in the middle of it', async () => {
    await stopBackground();
    const [answer] = await ask(page, [['getEntries', [['transformer']]]]);
    expect(Object.keys(answer!.value as object)).toEqual(['transformer']);
    for (let round = 0; round < 3; round++) {
      // The change under way may be lost with its background; the one after it is kept and nothing is half written.
      const under = ask(page, [know(`under-${round}`)]);
      await stopBackground();
      await under;
      expect((await ask(page, [know(`after-${round}`)]))[0]!.error).toBeUndefined();
      const { known } = (await stored('terms'))!;
      expect(known).toHaveProperty(`after-${round}`);
    }
    expect(Object.keys((await stored('terms'))!['known']!).filter((id) => /^(one|two)-/.test(id))).toHaveLength(40);
  });

  it.runIf(name === 'chromium')('shows cards on a page whose background was stopped', async () => {
    const article = await opened.open(served.url('/plain.html'));
    await waitForPainted(article, (texts) => texts.includes('RLHF'));
    await rest(600);
    await stopBackground();
    const { x, y } = await locate(article, 'RLHF');
    await article.mouse.move(x + 60, y + 90);
    await rest(120);
    await article.mouse.move(x, y, { steps: 8 });
    await rest(40);
    await article.mouse.move(x + 1, y);
    expect((await waitForWindows(article, (open) => open.length === 1))[0]!.text).toContain('RLHF');
    await article.close();
  });

  // Firefox sets no limit but the disk's.
  it.runIf(name === 'chromium')(
    'refuses a change aloud when storage is full, and goes on when there is room',
    async () => {
      const before = await stored('terms');
      await page.evaluate(async () => {
        const { local } = chrome.storage;
        // To the last byte: a name and its text in quotes are counted.
        await local.set({ filler: 'x'.repeat(local.QUOTA_BYTES - (await local.getBytesInUse()) - 'filler""'.length) });
      });
      const [refused] = await ask(page, [know('no-room')]);
      expect(refused!.error).toMatch(/quota/i);
      expect(await stored('terms')).toEqual(before);
      await page.evaluate(() => chrome.storage.local.remove('filler'));
      const [kept] = await ask(page, [know('room')]);
      expect(kept!.error).toBeUndefined();
      expect((await stored('terms'))!['known']).toHaveProperty('room');
    },
  );
});
