/** The options as a reader uses them: each choice takes effect at once in a tab that is open. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faults } from './harness/axe';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { waitForPainted } from './harness/highlights';
import { choose, press, slide, store, texts, until, untilTexts } from './harness/reader';
import { serve, type Served } from './harness/server';

const ARTICLE = readFileSync(join(import.meta.dirname, '../../scripts/demo/article.html'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'termlens-'));

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;
  let options: Page;

  /** What the open tab shows after a change, which must come without a reload. */
  const inTab = async (ok: (texts: string[]) => boolean) => {
    await article.bringToFront();
    try {
      return await waitForPainted(article, ok);
    } finally {
      // Clicks reach only the page in front: one failed look must not fail all that follows.
      await options.bringToFront();
    }
  };
  const importText = async (text: string) => {
    const path = join(folder, 'backup.json');
    writeFileSync(path, text);
    const input = (await options.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  };
  const offer = (words: RegExp) => untilTexts(options, '.offer', ([text]) => words.test(text ?? ''));

  beforeAll(async () => {
    server = await serve();
    server.set('/article.html', ARTICLE);
    opened = await openBrowser(name);
    article = await opened.open(server.url('/article.html', 'reader.localhost'));
    await waitForPainted(article, (found) => found.length > 5);
    await article.evaluate(() => Object.assign(window, { stillHere: true }));
    options = await opened.openExtensionPage('options.html');
    await options.bringToFront();
    await store(options, 'settings', { interfaceLanguage: 'en' });
    await options.waitForSelector('html[lang=en] h2');
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  describe('every choice takes effect in an open tab', () => {
    test('how often', async () => {
      const before = await inTab((found) => found.length > 5);
      await choose(options, 'How often', 'all');
      await inTab((found) => found.length > before.length);
      await choose(options, 'How often', 'section');
      await inTab((found) => found.length === before.length);
    });

    test('the level from which terms are marked', async () => {
      const before = await inTab((found) => found.includes('大语言模型'));
      await choose(options, 'From level', 3);
      await inTab((found) => found.length < before.length && !found.includes('大语言模型'));
      await choose(options, 'From level', 1);
      await inTab((found) => found.includes('大语言模型'));
    });

    test('a topic switched off', async () => {
      await press(options, 'Topics to underline');
      await press(options, 'Language');
      const without = await inTab((found) => !found.includes('大语言模型'));
      expect(without.length).toBeGreaterThan(0);
      await press(options, 'Language');
      await inTab((found) => found.includes('大语言模型'));
    });

    test('how many at most on a screen', async () => {
      const before = await inTab((found) => found.length > 8);
      await choose(options, 'At most per screen', 5);
      await inTab((found) => found.length > 0 && found.length < before.length);
      await choose(options, 'At most per screen', 0);
      await inTab((found) => found.length === before.length);
    });

    test('the style, in the tab and in the live preview', async () => {
      await waitForPainted(options, (found) => found.includes('RLHF'));
      const line = (page: Page) =>
        page.evaluate(() => {
          const mark = [...CSS.highlights].find(([, highlight]) => highlight.size > 0)!;
          return getComputedStyle(document.body, `::highlight(${mark[0]})`).textDecorationStyle;
        });
      await choose(options, 'Style', 'wavy');
      if (name === 'chromium') {
        await until(
          () => line(options),
          (style) => style === 'wavy',
        );
        await until(
          () => line(article),
          (style) => style === 'wavy',
        );
      }
      await slide(options, 'Strength', 1);
      await untilTexts(options, 'output', (found) => found[0] === '100 %');
    });

    test('the language of the interface, of this page itself', async () => {
      await choose(options, 'Interface', 'zh-Hant');
      await untilTexts(options, 'h1 small', ([title]) => title === '選項');
      await store(options, 'settings', { interfaceLanguage: 'en' });
      await options.waitForSelector('html[lang=en]');
    });

    test('the tab was never loaded anew', async () =>
      expect(await article.evaluate(() => 'stillHere' in window)).toBe(true));
  });

  describe('sites', () => {
    const add = async (pattern: string) => {
      await options.click('#site', { count: 3 });
      await options.type('#site', pattern);
      await options.keyboard.press('Enter');
    };

    test('a bad pattern is refused with the reason', async () => {
      await add('https://example.com');
      await untilTexts(options, '#site-hint', ([hint]) => hint === 'Leave out https://.');
      expect(await options.$eval('#site', (input) => input.getAttribute('aria-invalid'))).toBe('true');
      await options.click('#site', { count: 3 });
      await options.keyboard.press('Backspace');
    });

    test('a site on the list goes dark at once; each mode keeps its own list', async () => {
      await add('reader.localhost');
      await untilTexts(options, '.tags li', (found) => found.some((tag) => tag.startsWith('reader.localhost')));
      await inTab((found) => found.length === 0);
      await choose(options, 'Underline', 'only');
      await untilTexts(options, '.tags li', (found) => !found.some((tag) => tag.startsWith('reader.localhost')));
      await choose(options, 'Underline', 'except');
      await options.waitForSelector('[aria-label="Remove reader.localhost"]');
      await press(options, 'Remove reader.localhost');
      await inTab((found) => found.length > 5);
    });
  });

  test('a term of the reader’s own is added, edited and removed', async () => {
    await options.type('#own-forms', '一块消费级显卡');
    await options.type('#own-gloss', 'My words');
    await options.keyboard.press('Enter');
    await untilTexts(options, '.tags li', (found) => found.some((tag) => tag.includes('My words')));
    await options.click('.tags .name');
    await options.type('#own-gloss', '!');
    await options.keyboard.press('Enter');
    await untilTexts(options, '.tags li', (found) => found.some((tag) => tag.includes('!')));
    await options.click('.tags .name + button');
    await untilTexts(options, '.tags li', (found) => !found.some((tag) => tag.includes('My words')));
  });

  describe('backup', () => {
    test('a file is previewed, applied and undone', async () => {
      await store(options, 'sites', { mode: 'except', except: ['kept.example'] });
      await importText(
        JSON.stringify({
          format: 'termlens-backup',
          version: 1,
          settings: { interfaceLanguage: 'en', density: 'all' },
          sites: { mode: 'except', except: ['new.example'] },
          terms: { known: { rlhf: 1 } },
        }),
      );
      await offer(/change 1 setting, 1 site and 1 term/);
      await press(options, 'Apply');
      await offer(/Imported/);
      await untilTexts(
        options,
        '.tags li',
        (found) => found.includes('kept.example×') && found.includes('new.example×'),
      );
      await press(options, 'Undo');
      await untilTexts(
        options,
        '.tags li',
        (found) => found.includes('kept.example×') && !found.includes('new.example×'),
      );
    });

    test.each([
      ['{\n"format": oops\n}', /not valid JSON/],
      ['{"format": "other"}', /no TermLens backup/],
      ['{"format": "termlens-backup", "version": 99}', /later version/],
    ])('the bad file %j is refused with the reason', async (text, reason) => {
      await importText(text);
      await offer(reason);
    });
  });

  describe.each([
    ['light', 'en'],
    ['dark', 'zh-Hans'],
    ['dark', 'zh-Hant'],
  ])('in %s %s', (theme, interfaceLanguage) => {
    test.each(['options.html', 'welcome.html'])('axe-core finds no fault in %s', async (path) => {
      await store(options, 'settings', { interfaceLanguage, theme });
      const page = await opened.openExtensionPage(path);
      await page.bringToFront();
      await page.waitForSelector(`html[lang=${interfaceLanguage}] .sample`);
      const marked = await waitForPainted(page, (found) => found.includes('RLHF'));
      expect(marked.length).toBeGreaterThan(1);
      expect(await faults(page)).toEqual([]);
      expect((await texts(page, 'h1')).length).toBe(1);
      await page.close();
    });
  });
});
