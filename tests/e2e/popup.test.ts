/** The popup as a reader uses it: this site, search by keyboard, this page, the timeline. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { faults } from './harness/axe';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { waitForPainted } from './harness/highlights';
import { rest } from './harness/card';
import { press, store, texts, until, untilTexts } from './harness/reader';
import { serve, type Served } from './harness/server';

const ARTICLE = readFileSync(join(import.meta.dirname, '../../scripts/demo/article.html'), 'utf8');
const HOST = 'reader.localhost';

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;
  let popup: Page;

  /** The popup anew, over the tab seen last. */
  const openPopup = async () => {
    await popup?.close();
    popup = await opened.openExtensionPage('popup.html');
    await popup.setViewport({ width: 400, height: 580 });
    await popup.bringToFront();
    await popup.waitForSelector('[role=combobox]');
  };
  const over = async (path: string, host = HOST) => {
    await article.bringToFront();
    await article.goto(server.url(path, host), { waitUntil: 'load' });
    await rest(250);
    await openPopup();
  };
  const line = () => texts(popup, '.site small').then(([text]) => text ?? '');
  const lineSays = (words: RegExp) => until(line, (text) => words.test(text));
  const search = async (query: string) => {
    await popup.click('[role=combobox]', { count: 3 });
    await popup.type('[role=combobox]', query);
  };

  beforeAll(async () => {
    server = await serve();
    server.set('/article.html', ARTICLE);
    server.set('/second.html', ARTICLE);
    server.set('/empty.html', '<!doctype html><title>Empty</title><p>Nothing of the field is said here.');
    server.set('/doubtful.html', '<!doctype html><title>Doubt</title><p>The agent paid attention to the token.');
    server.set('/picture.svg', '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">RLHF</text></svg>');
    const form = '<p>ChatGPT was tuned with RLHF.</p><form hidden><input type="password" aria-label="Password"></form>';
    server.set('/hidden-login.html', `<!doctype html><title>Hidden</title>${form}`);
    server.set('/login.html', `<!doctype html><title>Login</title>${form.replace(' hidden', '')}`);
    opened = await openBrowser(name);
    article = await opened.open(server.url('/article.html', HOST));
    await waitForPainted(article, (found) => found.length > 5);
    await openPopup();
    await store(popup, 'settings', { interfaceLanguage: 'en', theme: 'light' });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  describe('this site', () => {
    test('the switch with Ctrl turns off this page alone', async () => {
      await popup.waitForSelector('[role=switch]');
      await popup.keyboard.down('Control');
      await popup.click('[role=switch]');
      await popup.keyboard.up('Control');
      await waitForPainted(article, (found) => found.length === 0);
      await lineSays(/You switched this site off/);
      const second = await opened.open(server.url('/second.html', HOST));
      await waitForPainted(second, (found) => found.length > 5);
      await second.close();
      await article.bringToFront();
      await openPopup();
      await popup.click('[role=switch]');
      await article.bringToFront();
      await waitForPainted(article, (found) => found.length > 5);
    });

    test('a snooze says until when, and ends when asked', async () => {
      await openPopup();
      await popup.click('[aria-label="Snooze 1 hour"]');
      await lineSays(/Snoozed on this site until \d/);
      await waitForPainted(article, (found) => found.length === 0);
      await popup.click('[aria-label="Resume now"]');
      await lineSays(/terms|Reading|No terms|not running/);
      await article.bringToFront();
      await waitForPainted(article, (found) => found.length > 5);
    });

    test('a page that asks for a password is left alone until its site is asked for', async () => {
      await over('/login.html');
      await lineSays(/pages that ask for a password/);
      await popup.click('[role=switch]');
      await article.bringToFront();
      await waitForPainted(article, (found) => found.includes('RLHF'));
      await store(popup, 'sites', { mode: 'except', except: [] });
      await waitForPainted(article, (found) => found.length === 0);
      await article.goto(server.url('/hidden-login.html', HOST), { waitUntil: 'load' });
      await waitForPainted(article, (found) => found.includes('RLHF'));
    });

    test('says why nothing is marked', async () => {
      await over('/empty.html');
      await lineSays(/No terms found/);
      await over('/doubtful.html');
      await lineSays(/Nothing sure: \d doubtful words/);
      await over('/picture.svg');
      await lineSays(/not a web page of text/);
      await article.goto('about:blank');
      await article.bringToFront();
      await openPopup();
      await lineSays(/no extension read this page/);
      expect(await popup.$('[role=switch]')).toBeNull();
      await store(popup, 'sites', { mode: 'only', only: ['elsewhere.example'] });
      await over('/article.html');
      await lineSays(/only on sites you choose/);
      await store(popup, 'sites', { mode: 'except', except: [] });
      await over('/article.html');
      await lineSays(/terms, \d+ places/);
    });
  });

  describe('search', () => {
    beforeEach(() => over('/article.html'));

    test('is walked with the arrows, opened with Enter, left with Escape', async () => {
      await search('attention');
      await until(
        () => popup.$$eval('[role=option]', (rows) => rows.length),
        (count) => count > 3,
      );
      const standing = () => popup.$eval('[role=option][aria-selected=true]', (row) => row.id);
      const first = await standing();
      await popup.keyboard.press('ArrowDown');
      await popup.keyboard.press('ArrowDown');
      const third = await standing();
      expect(third).not.toBe(first);
      expect(await popup.$eval('[role=combobox]', (box) => box.getAttribute('aria-activedescendant'))).toBe(third);
      await popup.keyboard.press('ArrowUp');
      await popup.keyboard.press('ArrowUp');
      expect(await standing()).toBe(first);
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.reader article.card');
      await popup.keyboard.press('Escape');
      await popup.waitForSelector('[role=combobox]');
      expect(await popup.$eval('[role=combobox]', (box) => (box as HTMLInputElement).value)).toBe('attention');
      await popup.focus('[role=combobox]');
      await popup.keyboard.press('Escape');
      expect(await popup.$eval('[role=combobox]', (box) => (box as HTMLInputElement).value)).toBe('');
    });

    test('shows the part of the name that matched', async () => {
      await search('湧現');
      await untilTexts(popup, '[role=option] mark', (found) => found[0] === '涌现');
    });

    test('remembers what was looked up', async () => {
      await search('RLHF');
      await popup.waitForSelector('[role=option]');
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.reader article.card');
      await openPopup();
      await popup.click('#tab-glossary');
      await untilTexts(popup, '[aria-label="Recent"] li', (rows) => rows[0]?.startsWith('RLHF') ?? false);
    });
  });

  describe('this page', () => {
    test('lists its terms in order or by count, and jumps to each', async () => {
      await over('/article.html');
      await popup.waitForSelector('#page-list li');
      const inOrder = await texts(popup, '#page-list .end');
      await press(popup, 'By count');
      const counts = (await texts(popup, '#page-list .end')).map((text) => Number.parseInt(text, 10));
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(counts).not.toEqual(inOrder.map((text) => Number.parseInt(text, 10)));
      await press(popup, 'In order');
      const last = (await popup.$$('#page-list .jump')).at(-1)!;
      await last.click();
      await until(
        () => article.evaluate(() => scrollY),
        (y) => y > 200,
      );
    });
  });

  describe('what a page’s terms tell', () => {
    beforeAll(() => over('/article.html'));

    test('its reading level and the years of its terms are shown', async () => {
      await untilTexts(popup, '.page-facts b', ([level]) => level !== undefined && level !== '');
      expect(await popup.$eval('.years', (drawing) => drawing.getAttribute('aria-label'))).toMatch(/2017: \d/);
    });

    test.each([
      ['Markdown', /^- \*\*.+\*\*.*: /m],
      ['CSV', /^term,zh,en,gloss_zh,gloss_en,introduced\n/],
      ['Anki', /^#separator:tab\n#html:false\n.+\t.+/],
    ])('its glossary is copied as %s', async (format, shape) => {
      // What the page hands to the clipboard: headless browsers have none of the system's.
      await popup.evaluate(() =>
        Object.defineProperty(navigator, 'clipboard', {
          configurable: true,
          value: { writeText: (text: string) => Promise.resolve(void Object.assign(window, { written: text })) },
        }),
      );
      await press(popup, format, '.copy');
      const text = await until(
        () => popup.evaluate(() => (window as unknown as { written?: string }).written ?? ''),
        (written) => shape.test(written),
      );
      expect(text).toContain('RLHF');
    });
  });

  describe('a search narrowed', () => {
    beforeAll(async () => {
      await over('/article.html');
      await popup.click('#tab-glossary');
    });

    test('keeps to a topic, kind and level', async () => {
      await search('attention');
      const all = await until(
        () => popup.$$eval('[role=option]', (rows) => rows.length),
        (count) => count > 3,
      );
      await popup.select('[aria-label="Kind"]', 'architecture');
      const kinds = await until(
        () => popup.$$eval('[role=option]', (rows) => rows.map((row) => (row as HTMLElement).dataset['kind'])),
        (found) => found.length < all,
      );
      expect(new Set(kinds)).toEqual(new Set(['architecture']));
      await popup.select('[aria-label="Kind"]', '');
    });

    test('offers the nearest three and the reader’s own term where nothing is called so', async () => {
      await search('qzkxjv attent zzqq');
      await untilTexts(popup, '.empty button', ([button]) => button === 'Add my own');
      expect((await texts(popup, '[role=option]')).length).toBeLessThanOrEqual(3);
    });
  });

  describe('the timeline', () => {
    beforeAll(async () => {
      await openPopup();
      await popup.click('#tab-timeline');
      await popup.waitForSelector('.event');
    });

    test('keeps to the kinds that are chosen', async () => {
      const all = await popup.$$eval('.event', (events) => events.length);
      await press(popup, 'Hardware', '.filters');
      const kinds = await until(
        () => popup.$$eval('.event', (events) => events.map((event) => (event as HTMLElement).dataset['event'])),
        (found) => found.length < all,
      );
      expect(new Set(kinds)).toEqual(new Set(['hardware']));
      await press(popup, 'Hardware', '.filters');
    });

    test('is searched inside', async () => {
      await popup.type('[role=combobox]', 'perceptron');
      const found = await untilTexts(popup, '.event', (events) => events.length < 20);
      expect(found.length).toBeGreaterThan(0);
      expect(found.join(' ').toLowerCase()).toContain('perceptron');
      await popup.keyboard.press('Escape');
    });

    test('its chart is read with the arrow keys and opens a model with Enter', async () => {
      await popup.focus('.chart input');
      const said = () => popup.$eval('.chart input', (input) => input.getAttribute('aria-valuetext'));
      await popup.keyboard.press('ArrowRight');
      const one = await said();
      await popup.keyboard.press('ArrowRight');
      const two = await until(said, (text) => text !== one);
      expect(two).toMatch(/\d(M|B|T) · /);
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.reader article.card');
    });
  });

  describe.each([
    ['light', 'en'],
    ['dark', 'zh-Hans'],
    ['dark', 'zh-Hant'],
  ])('in %s %s, axe-core finds no fault', (theme, interfaceLanguage) => {
    beforeAll(async () => {
      await store(popup, 'settings', { interfaceLanguage, theme });
      await over('/article.html');
      await popup.waitForSelector(`html[lang=${interfaceLanguage}]`);
    });

    test.each(['page', 'glossary', 'timeline'])('in the tab %s', async (tab) => {
      await popup.click(`#tab-${tab}`);
      await popup.waitForSelector('.view > *');
      expect(await faults(popup)).toEqual([]);
    });

    test('in the results of a search and in an entry', async () => {
      await popup.click('#tab-glossary');
      await search('RLHF');
      await popup.waitForSelector('[role=option]');
      expect(await faults(popup)).toEqual([]);
      await popup.keyboard.press('Enter');
      await popup.waitForSelector('.reader article.card');
      expect(await faults(popup)).toEqual([]);
    });
  });

  test('the timeline opens large: searched, jumped in, an entry beside it, no fault', async () => {
    await store(popup, 'settings', { interfaceLanguage: 'en', theme: 'light' });
    const page = await opened.openExtensionPage('timeline.html');
    await page.bringToFront();
    await page.waitForSelector('html[lang=en] .event');
    await page.select('select', '2017');
    await until(
      () => page.evaluate(() => scrollY),
      (y) => y > 500,
    );
    await page.type('input[type=search]', 'ChatGPT');
    await untilTexts(page, '.event', (events) => events.length > 0 && events.length < 60);
    await page.click('button.event-title');
    await page.waitForSelector('aside article.card');
    expect(await faults(page)).toEqual([]);
    await page.close();
  });
});
