/** What the reader owns: terms known and come back, their own words over ours, tables, two windows at once, the mirror. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { waitForPainted } from './harness/highlights';
import { choose, press, store, texts, until, untilTexts } from './harness/reader';
import { serve, type Served } from './harness/server';

const folder = mkdtempSync(join(tmpdir(), 'termlens-'));
const PAGE = `<!doctype html><title>Own</title>
  <p>ChatGPT was tuned with RLHF; the gizmotron of our lab is none of this, and 我们的小工具 is not either.</p>`;
const RLHF = 'reinforcement-learning-from-human-feedback';
const DAY_MS = 86_400_000;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;
  let options: Page;

  const inTab = async (ok: (texts: string[]) => boolean) => {
    await article.bringToFront();
    try {
      return await waitForPainted(article, ok);
    } finally {
      await options.bringToFront();
    }
  };
  const importFile = async (file: string, text: string) => {
    const path = join(folder, file);
    writeFileSync(path, text);
    await ((await options.$('input[type=file]')) as ElementHandle<HTMLInputElement>).uploadFile(path);
  };
  const offer = (words: RegExp) => untilTexts(options, '.offer', ([text]) => words.test(text ?? ''));
  const area = (which: 'local' | 'sync', page = options) =>
    page.evaluate(
      (wanted) =>
        (
          globalThis as unknown as {
            chrome: { storage: Record<string, { get(): Promise<Record<string, Record<string, unknown>>> }> };
          }
        ).chrome.storage[wanted]!.get(),
      which,
    );

  beforeAll(async () => {
    server = await serve();
    server.set('/own.html', PAGE);
    opened = await openBrowser(name);
    article = await opened.open(server.url('/own.html', 'own.localhost'));
    await waitForPainted(article, (found) => found.includes('RLHF'));
    options = await opened.openExtensionPage('options.html');
    await options.bringToFront();
    await store(options, 'settings', { interfaceLanguage: 'en' });
    await options.waitForSelector('html[lang=en] h2');
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  test('a known term is gone, comes back when asked, and after a while when so chosen', async () => {
    await store(options, 'terms', { known: { [RLHF]: Date.now() - 40 * DAY_MS } });
    await inTab((found) => !found.includes('RLHF') && found.includes('ChatGPT'));
    await choose(options, 'Underline them again after', 30);
    await inTab((found) => found.includes('RLHF'));
    await choose(options, 'Underline them again after', 90);
    await inTab((found) => !found.includes('RLHF'));
    await press(options, 'Restore: RLHF');
    await inTab((found) => found.includes('RLHF'));
  });

  test('the reader’s words stand over those of a bundled entry', async () => {
    await options.type('#own-forms', 'RLHF');
    await options.type('#own-gloss', 'What my teacher says.');
    await options.keyboard.press('Enter');
    await untilTexts(options, '.tags li', (tags) => tags.some((tag) => tag.includes('What my teacher says')));
    const popup = await opened.openExtensionPage('popup.html');
    await popup.bringToFront();
    await popup.waitForSelector('[role=combobox]');
    await popup.type('[role=combobox]', 'RLHF');
    await popup.waitForSelector('[role=option]');
    await popup.keyboard.press('Enter');
    await untilTexts(popup, 'article.card', ([card]) => card?.includes('What my teacher says.') ?? false);
    await popup.close();
    await options.bringToFront();
  });

  test('a table is previewed, applied, and its terms are marked at once', async () => {
    await importFile('shared.csv', 'source,target,tgt_lng\ngizmotron,我们的小工具,zh-CN\n');
    await offer(/0 settings, 0 sites and 1 term/);
    await press(options, 'Apply');
    await inTab((found) => found.includes('gizmotron'));
    expect((await texts(options, '.tags li')).some((tag) => tag.includes('What my teacher says'))).toBe(true);
    await press(options, 'Undo');
    await inTab((found) => !found.includes('gizmotron'));
    await importFile('mine.tsv', 'gizmotron\tA thing of ours\n');
    await offer(/1 term\b/);
    await press(options, 'Apply');
    await inTab((found) => found.includes('gizmotron'));
  });

  test.each([
    ['bad.csv', 'a,b\n"open', /never closed. See line 2/],
    ['bad.tsv', 'name\tmeaning\nalone\t', /missing. See line 2/],
    [
      'bad.json',
      '{"format": "termlens-backup", "version": 1,\n"terms": {\n"own": [{"id": "x"}]}}',
      /damaged; nothing was taken from it. See line 3/,
    ],
  ])('the bad file %s is refused with its line', async (file, text, reason) => {
    await importFile(file, text);
    await offer(reason);
  });

  test('two windows change the same list at once and lose nothing', async () => {
    const sites = Array.from({ length: 24 }, (_, at) => `s${at}.example`);
    const other = await opened.openExtensionPage('options.html');
    await store(options, 'sites', { mode: 'except', except: sites });
    for (const page of [options, other])
      await until(
        () => page.$$eval('[aria-label^="Remove s"]', (buttons) => buttons.length),
        (count) => count === sites.length,
      );
    const removeEvery = (page: Page, rest: number) =>
      page.$$eval(
        '[aria-label^="Remove s"]',
        (buttons, which) => {
          for (const [at, button] of buttons.entries()) if (at % 2 === which) (button as HTMLElement).click();
        },
        rest,
      );
    await Promise.all([removeEvery(options, 0), removeEvery(other, 1)]);
    await until(
      () => area('local'),
      ({ sites: now }) => (now!['except'] as string[]).length === 0,
    );
    await other.close();
    await options.bringToFront();
  });

  test('settings and sites are copied to storage.sync once that is switched on, and followed from there', async () => {
    expect(await area('sync')).toEqual({});
    await press(options, 'Keep settings and sites the same in all my browsers');
    await choose(options, 'How often', 'all');
    const copy = await until(
      () => area('sync'),
      (found) => JSON.stringify(found).includes('"settings density":["all"'),
    );
    expect(JSON.stringify(copy)).not.toContain('teacher');
    // As another browser of the reader would write it.
    await options.evaluate((at) => {
      const { sync } = (
        globalThis as unknown as { chrome: { storage: { sync: { set(items: object): Promise<void> } } } }
      ).chrome.storage;
      return sync.set({ 'ledger-0': { 'settings density': ['page', at], 'except far.example': [true, at] } });
    }, Date.now() + 1000);
    await untilTexts(options, '.tags li', (tags) => tags.some((tag) => tag.startsWith('far.example')));
    await until(
      () => area('local'),
      ({ settings }) => settings!['density'] === 'page' && settings!['sync'] === true,
    );
  });
});
