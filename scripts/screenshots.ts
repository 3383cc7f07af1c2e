/**
 * Writes every view of the extension's own pages, light and dark, Chinese and English, to .output/screenshots:
 * `npm run screenshots [name…]` after a build. Names narrow it: `popup`, `popup-search`, `options-dark`.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Opened, openBrowser } from '../tests/e2e/harness/browser';
import { waitForPainted } from '../tests/e2e/harness/highlights';
import { serve } from '../tests/e2e/harness/server';
import { OUTPUT } from './launch';

const FOLDER = join(OUTPUT, 'screenshots');
const ARTICLE = readFileSync(join(import.meta.dirname, 'demo/article.html'), 'utf8');

type View = {
  name: string;
  path: string;
  width: number;
  height: number;
  /** The whole page, however long, and not only what fits. */
  whole?: boolean;
  act?(page: Page): Promise<unknown>;
};

const POPUP = { path: 'popup.html', width: 400, height: 580 };
const type = (query: string) => async (page: Page) => {
  await page.click('#tab-glossary');
  await page.type('[role=combobox]', query);
};

const VIEWS: View[] = [
  { name: 'popup-page', ...POPUP },
  { name: 'popup-home', ...POPUP, act: (page) => page.click('#tab-glossary') },
  { name: 'popup-search', ...POPUP, act: type('yxnl') },
  { name: 'popup-search-en', ...POPUP, act: type('attention') },
  { name: 'popup-nothing', ...POPUP, act: type('quokka attnton xyzzy') },
  {
    name: 'popup-entry',
    ...POPUP,
    async act(page) {
      await type('RLHF')(page);
      await page.waitForSelector('[role=option]');
      await page.keyboard.press('Enter');
      await page.waitForSelector('.reader article.card');
    },
  },
  { name: 'popup-timeline', ...POPUP, act: (page) => page.click('#tab-timeline') },
  { name: 'popup-phone', ...POPUP, width: 360, height: 640 },
  { name: 'options', path: 'options.html', width: 1000, height: 800, whole: true },
  { name: 'options-phone', path: 'options.html', width: 400, height: 800, whole: true },
  { name: 'welcome', path: 'welcome.html', width: 1000, height: 700, whole: true },
  { name: 'welcome-phone', path: 'welcome.html', width: 400, height: 700, whole: true },
  { name: 'timeline', path: 'timeline.html', width: 1280, height: 900 },
  { name: 'timeline-phone', path: 'timeline.html', width: 400, height: 800 },
];

const narrowed = process.argv.slice(2);
mkdirSync(FOLDER, { recursive: true });
const server = await serve();
server.set('/article.html', ARTICLE);
const opened = await openBrowser('chromium');
const article = await opened.open(server.url('/article.html', 'reader.localhost'));
await waitForPainted(article, (found) => found.length > 5);
for (const theme of ['light', 'dark'])
  for (const lang of ['zh-Hans', 'en', 'zh-Hant'])
    for (const view of VIEWS) {
      const name = `${view.name}-${theme}-${lang}`;
      if (narrowed.length > 0 && !narrowed.some((part) => name.startsWith(part) || name.endsWith(part))) continue;
      // Traditional Chinese differs in its words alone: one theme shows them.
      if (lang === 'zh-Hant' && theme === 'dark') continue;
      await take(opened, view, theme, lang, join(FOLDER, `${name}.png`));
    }
await opened.close();
await server.close();
console.log(`Pictures are in ${FOLDER}`);

async function take(on: Opened, view: View, theme: string, lang: string, file: string): Promise<void> {
  await article.bringToFront();
  const page = await on.openExtensionPage(view.path);
  await page.setViewport({ width: view.width, height: view.height, deviceScaleFactor: 2 });
  await page.evaluate(
    (interfaceLanguage, chosen) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(items: object): Promise<void> } } } }
      ).chrome.storage.local.set({
        settings: { interfaceLanguage, theme: chosen },
        sites: {
          mode: 'except',
          except: ['news.example.com', 'docs.example.com/guide/*'],
          allowed: ['mail.google.com'],
        },
        terms: {
          recent: ['reinforcement-learning-from-human-feedback', 'emergent-abilities', 'lora', 'attention-mechanism'],
          known: { transformer: 1, gpt: 1 },
          hidden: { token: 1 },
          own: [
            { id: 'own-1', forms: ['镜头语言', 'lens language'], gloss: 'How TermLens talks about terms.', edited: 1 },
          ],
        },
      }),
    lang,
    theme,
  );
  await page.waitForSelector(`html[lang=${lang}] h1`);
  if (view.path === 'welcome.html' || view.path === 'timeline.html') {
    await page.reload();
    await page.waitForSelector(`html[lang=${lang}] h1`);
  }
  await view.act?.(page);
  // Fonts, transitions and the live sample settle.
  await new Promise((done) => setTimeout(done, 500));
  await page.screenshot({ path: file as `${string}.png`, fullPage: view.whole ?? false });
  await page.close();
}
