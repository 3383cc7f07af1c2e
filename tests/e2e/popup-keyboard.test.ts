/** The popup and the options by keyboard alone: every action that the pointer has, reached with Tab and carried out. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { KeyInput, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { waitForPainted } from './harness/highlights';
import { store, texts, until, untilTexts } from './harness/reader';
import { serve, type Served } from './harness/server';

const ARTICLE = readFileSync(join(import.meta.dirname, '../../scripts/demo/article.html'), 'utf8');
/** More stops than any of our pages has before the one that is sought. */
const MOST_TABS = 60;

describe.each(BROWSERS)('in %s, by keyboard alone', (name) => {
  let opened: Opened;
  let server: Served;
  let article: Page;
  let page: Page;

  const keys = async (...pressed: KeyInput[]) => {
    for (const key of pressed) await page.keyboard.press(key);
  };
  /** Presses Tab, with Shift when backwards, until the focus stands on what matches. */
  const tabTo = async (selector: string, backwards = false) => {
    for (let left = MOST_TABS; left > 0; left--) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      if (backwards) await page.keyboard.down('Shift');
      await page.keyboard.press('Tab');
      if (backwards) await page.keyboard.up('Shift');
    }
    throw new Error(`Tab never comes to ${selector}`);
  };
  const openPopup = async () => {
    await page?.close();
    await article.bringToFront();
    await waitForPainted(article, (found) => found.length > 5);
    page = await opened.openExtensionPage('popup.html');
    await page.bringToFront();
    await page.waitForSelector('[role=combobox]');
    await until(
      () => page.evaluate(() => document.activeElement?.getAttribute('role')),
      (role) => role === 'combobox',
    );
  };
  const line = () => texts(page, '.site small').then(([text]) => text ?? '');

  beforeAll(async () => {
    server = await serve();
    server.set('/article.html', ARTICLE);
    opened = await openBrowser(name);
    article = await opened.open(server.url('/article.html', 'keys.localhost'));
    await waitForPainted(article, (found) => found.length > 5);
    page = await opened.openExtensionPage('popup.html');
    await store(page, 'settings', { interfaceLanguage: 'en', theme: 'light' });
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  test('the site is switched off and on, snoozed and woken', async () => {
    await openPopup();
    await page.waitForSelector('[role=switch]');
    await tabTo('[role=switch]', true);
    await keys('Enter');
    await until(line, (text) => /switched this site off/.test(text));
    await keys('Enter');
    await until(line, (text) => !/switched this site off/.test(text));
    await page.waitForSelector('[aria-label="Snooze 1 hour"]');
    await tabTo('[aria-label="Snooze 1 hour"]', true);
    await keys('Enter');
    await until(line, (text) => text.startsWith('Snoozed'));
    await tabTo('[aria-label="Resume now"]', true);
    await keys('Enter');
    // The page behind is read once it is looked at again.
    await until(line, (text) => /places on this page|Reading/.test(text));
  });

  test('the terms of the page are sorted, copied, jumped to and opened', async () => {
    await openPopup();
    await page.waitForSelector('#page-list li');
    await tabTo('.order > button[aria-pressed=false]');
    await keys('Enter');
    await page.waitForSelector('.order > button:nth-of-type(2)[aria-pressed=true]');
    await tabTo('.copy button');
    await tabTo('#page-list .row');
    await keys('Tab', 'Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('jump');
    await keys('Shift');
    await tabTo('#page-list li:nth-of-type(2) .row');
    await keys('Enter');
    await page.waitForSelector('.reader article.card');
    await tabTo('.reader .step');
    await keys('Enter');
    await page.waitForSelector('[role=combobox]');
  });

  test('a topic is opened and left, a search narrowed, a term looked up', async () => {
    await openPopup();
    await tabTo('#tab-glossary');
    await keys('Enter');
    await tabTo('.topics button');
    await keys('Enter');
    await page.waitForSelector('.step');
    await tabTo('.step');
    await keys('Enter');
    await page.waitForSelector('.topics');
    await openPopup();
    await page.keyboard.type('attention');
    await page.waitForSelector('[role=option]');
    await tabTo('[aria-label="Kind"]');
    await page.keyboard.type('Arch');
    await until(
      () => page.$$eval('[role=option]', (rows) => rows.map((row) => (row as HTMLElement).dataset['kind'])),
      (kinds) => kinds.length > 0 && kinds.every((kind) => kind === 'architecture'),
    );
    await openPopup();
    await page.keyboard.type('RLHF');
    await page.waitForSelector('[role=option]');
    await keys('Enter');
    await page.waitForSelector('.reader article.card');
    await keys('Escape');
    await page.waitForSelector('[role=combobox]');
  });

  test('the timeline is filtered, jumped in and opened', async () => {
    await openPopup();
    await tabTo('#tab-timeline');
    await keys('Enter');
    await page.waitForSelector('.event');
    await tabTo('.makers button');
    await keys('Enter');
    await page.waitForSelector('.point[data-dimmed=true]');
    await tabTo('.year-jump');
    await tabTo('.filters button');
    await keys('Enter');
    await page.waitForSelector('.filters button[aria-pressed=true]');
    await tabTo('button.event-title');
    await keys('Enter');
    await page.waitForSelector('.reader article.card');
  });

  test('the options are changed, a site and a term added and taken away', async () => {
    await page.close();
    page = await opened.openExtensionPage('options.html');
    await page.bringToFront();
    await page.waitForSelector('html[lang=en] #site');
    await tabTo('#site');
    await page.keyboard.type('away.example');
    await keys('Enter');
    await page.waitForSelector('[aria-label="Remove away.example"]');
    await tabTo('[aria-label="Remove away.example"]');
    await keys('Enter');
    await untilTexts(page, '.tags li', (tags) => !tags.some((tag) => tag.startsWith('away.example')));
    await page.focus('#site');
    await tabTo('#own-forms');
    await page.keyboard.type('keyword');
    await keys('Tab');
    await page.keyboard.type('typed by hand');
    await keys('Enter');
    await untilTexts(page, '.tags li', (tags) => tags.some((tag) => tag.includes('typed by hand')));
    await tabTo('.tags .name');
    await keys('Enter');
    await until(
      () => page.$eval('#own-gloss', (field) => (field as HTMLInputElement).value),
      (value) => value === 'typed by hand',
    );
  });
});
