/** What fails around us loses nothing: the background stopped in the middle, storage full or broken, two windows at once. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopBackground } from './harness/background';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { clickPart, rest, waitForWindows, windows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { until } from './harness/reader';
import { type Served, serve } from './harness/server';

type Answer = { done?: unknown; refused?: string } | undefined;
type Stored = Record<string, Record<string, number> & string[]>;
/** What a page of the extension may call, in either browser. */
declare const chrome: ExtensionApi;
type ExtensionApi = {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  commands: { onCommand: { dispatch(command: string, tab: object): void } };
  tabs: { query(what: object): Promise<object[]> };
  storage: {
    local: {
      get(key: string): Promise<Record<string, unknown>>;
      set(items: object): Promise<void>;
      remove(key: string): Promise<void>;
      getBytesInUse(): Promise<number>;
      QUOTA_BYTES: number;
    };
    session: { get(): Promise<Record<string, unknown>> };
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
      '<!doctype html><title>t</title><p>Tuned with RLHF and LoRA, a large language model, by backpropagation.</p>',
    );
    page = await opened.openExtensionPage('options.html');
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  /** The bare answers: undefined where the background was stopped before it had answered. */
  const ask = (from: Page, messages: [string, unknown[]][]): Promise<Answer[]> =>
    from.evaluate((all) => {
      return Promise.all(
        all.map(([termlens, args]) => chrome.runtime.sendMessage({ termlens, args }).catch(() => undefined)),
      );
    }, messages) as Promise<Answer[]>;
  const stored = (key: string) =>
    page.evaluate(async (one) => (await chrome.storage.local.get(one))[one], key) as Promise<Stored | undefined>;
  const know = (id: string): [string, unknown[]] => ['change', [{ type: 'known', id, on: true }]];
  const openCard = async (article: Page, term: string) => {
    const { x, y } = await locate(article, term);
    await article.mouse.move(x + 60, y + 90);
    await rest(120);
    await article.mouse.move(x, y, { steps: 8 });
    await rest(40);
    await article.mouse.move(x + 1, y);
    return waitForWindows(article, (open) => open.length === 1);
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

  it('acknowledges no change that is not stored, whenever its background is stopped', async () => {
    let acknowledged = 0;
    for (let round = 0; round < 6; round++) {
      const ids = Array.from({ length: 6 }, (_, at) => `round-${round}-${at}`);
      const answers = ask(page, ids.map(know));
      await rest(round * 4);
      await stopBackground(opened);
      const done = (await answers).flatMap((answer, at) => (answer && !answer.refused ? [ids[at]!] : []));
      acknowledged += done.length;
      const { known } = (await stored('terms'))!;
      expect(Object.keys(known!)).toEqual(expect.arrayContaining(done));
      // What was kept before is whole, and a new background goes on from there.
      expect(Object.keys(known!).filter((id) => /^(one|two)-/.test(id))).toHaveLength(40);
      expect(await ask(page, [know(`after-${round}`)])).toEqual([{}]);
    }
    expect(acknowledged).toBeLessThan(36);
  });

  it('answers every message after its background was stopped', async () => {
    const report = { url: 'http://a/', title: '', terms: [], scan: {}, doubtful: 0 };
    const messages: [string, unknown[]][] = [
      ['getEntries', [['transformer']]],
      ['topUrl', []],
      ['reportPage', [report]],
      ['change', [{ type: 'hidden', id: 'x', on: true }]],
      ['change', [{ type: 'site', host: 'x.example', on: false }]],
      ['change', [{ type: 'snooze', host: 'y.example', minutes: 60 }]],
    ];
    for (const message of messages) {
      await stopBackground(opened);
      const [answer] = await ask(page, [message]);
      expect(answer, message[0]).toBeTypeOf('object');
      expect(answer!.refused, message[0]).toBeUndefined();
    }
    expect((await stored('terms'))!['hidden']).toHaveProperty('x');
    expect((await stored('sites'))!['snoozed']).toHaveProperty('y.example');
  });

  it('shows a card and keeps what is said on it while its background is being stopped', async () => {
    const article = await opened.open(served.url('/plain.html'));
    await waitForPainted(article, (texts) => texts.includes('RLHF') && texts.includes('LoRA'));
    for (const [term, id] of [
      ['RLHF', 'reinforcement-learning-from-human-feedback'],
      ['LoRA', 'lora'],
    ] as const) {
      await stopBackground(opened);
      expect((await openCard(article, term))[0]!.text).toContain(term);
      const click = clickPart(article, '.foot button, footer button', 'know');
      await Promise.all([click, stopBackground(opened)]);
      await until(
        () => stored('terms'),
        (terms) => Object.hasOwn(terms!['known']!, id),
      );
      await until(
        () => windows(article),
        (open) => open.length === 0,
      );
    }
    await article.close();
  });

  // Firefox lets nobody press an extension's shortcut from outside.
  it.runIf(name === 'chromium')('toggles a site wholly or not at all when stopped in a command', async () => {
    const worker = async () => {
      const target = await until(
        async () => {
          await ask(page, [['topUrl', []]]);
          return opened.browser.targets().findLast((one) => one.url().endsWith('/background.js'));
        },
        (found) => found !== undefined,
      );
      return (await target!.worker())!;
    };
    for (let round = 0; round < 3; round++) {
      const press = (await worker()).evaluate(() => {
        chrome.commands.onCommand.dispatch('toggle-site', { id: 1, url: 'http://pressed.example/' });
      });
      await press.catch(() => undefined);
      await rest(round);
      await stopBackground(opened);
      const sites = await stored('sites');
      expect(sites!['except']!.filter((host) => host === 'pressed.example').length).toBeLessThanOrEqual(1);
      expect(sites!['except']!.filter((host) => /^(one|two)-/.test(host))).toHaveLength(40);
    }
    // A write under way when the worker was stopped may still arrive; changes wait for each other, so after this none does.
    await ask(page, [know('after-the-stop')]);
    await rest(300);
    const before = (await stored('sites'))!['except']!.includes('pressed.example');
    await (
      await worker()
    ).evaluate(() => chrome.commands.onCommand.dispatch('toggle-site', { id: 1, url: 'http://pressed.example/' }));
    await until(
      () => stored('sites'),
      (sites) => sites!['except']!.includes('pressed.example') !== before,
    );
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
      expect(refused!.refused).toMatch(/quota/i);
      expect(await stored('terms')).toEqual(before);
      // The reader is told, on a card as on our own pages.
      await page.bringToFront();
      await page.click('[type=checkbox]');
      await until(
        () => page.$eval('.trouble', (line) => line.textContent),
        (text) => /full/.test(text ?? ''),
      );
      await page.evaluate(() => chrome.storage.local.remove('filler'));
      const [kept] = await ask(page, [know('room')]);
      expect(kept).toEqual({});
      expect((await stored('terms'))!['known']).toHaveProperty('room');
    },
  );

  // Firefox runs no script before those of an extension's page.
  it.runIf(name === 'chromium')('says so when storage cannot be read, and overwrites nothing', async () => {
    const before = [await stored('settings'), await stored('sites'), await stored('terms')];
    const broken = await opened.browser.newPage();
    await broken.evaluateOnNewDocument(() => {
      chrome.storage.local.get = () => Promise.reject(new Error('broken'));
    });
    await broken.goto(page.url());
    await broken.waitForSelector('.trouble:not(:empty)');
    // What has just been said moves what stands below it.
    await broken.$eval('[type=checkbox]', (box) => (box as HTMLInputElement).click());
    await until(
      () => broken.$eval('.trouble', (line) => line.textContent),
      (text) => /refused/.test(text ?? ''),
    );
    await broken.close();
    expect([await stored('settings'), await stored('sites'), await stored('terms')]).toEqual(before);
  });

  it('keeps no report of a tab that is closed', async () => {
    const reports = () =>
      page.evaluate(async () =>
        Object.keys(await chrome.storage.session.get()).filter((key) => key.startsWith('tab-')),
      );
    const before = (await reports()).length;
    const article = await opened.open(served.url('/plain.html'));
    await until(reports, (keys) => keys.length > before);
    await article.close();
    await until(reports, (keys) => keys.length <= before);
  });
});
