/** Writes the card's states as pictures to .output/screenshots, from the built extension in Chromium. Run it after a build. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Opened, openBrowser } from '../tests/e2e/harness/browser';
import { clickPart, partOf, rest, waitForWindows } from '../tests/e2e/harness/card';
import { locate, waitForPainted } from '../tests/e2e/harness/highlights';
import { type Served, serve } from '../tests/e2e/harness/server';

const OUT = join(import.meta.dirname, '../.output/screenshots');
const ZH = `<p>ChatGPT 的惊艳之处在于坚持 GPT 路线，并用 RLHF 进行精调；规模突破阈值之后，大语言模型出现了涌现能力。</p>
<p>DistilBERT 把 BERT 压到六成大小，速度快了六成。Word2Vec 与 AlphaGo 则属于上一个时代，自注意力机制改变了一切。</p>`;
const EN = `<p>We start from a large language model, tune it with RLHF as InstructGPT did, and compare it with GPT-3 on the same prompts.</p>
<p>DistilBERT keeps most of BERT at sixty percent of its size. Word2Vec and AlphaGo belong to an earlier time.</p>`;

type Shot = {
  name: string;
  lang: 'zh' | 'en';
  term: string;
  dark?: boolean;
  body?: string;
  style?: string;
  width?: number;
  features?: { name: string; value: string }[];
  touch?: boolean;
  next?(page: Page): Promise<void>;
};

const more = async (page: Page) => {
  await clickPart(page, '.expand');
  await rest(250);
};
const aside = async (page: Page) => {
  const { x, y } = await partOf(page, '.chip', 'InstructGPT');
  await page.mouse.move(x, y, { steps: 3 });
  await page.keyboard.down('Control');
  await page.mouse.click(x, y);
  await page.keyboard.up('Control');
  await rest(400);
};
const nested = async (page: Page) => {
  await clickPart(page, '.chip', 'InstructGPT');
  await rest(200);
  await clickPart(page, '.chip');
  await rest(200);
  const { x, y } = await partOf(page, '.chip');
  await page.mouse.move(x, y, { steps: 3 });
  await rest(250);
};
const menu = async (page: Page) => {
  const { x, y } = await partOf(page, '.foot-actions button:last-child');
  await page.mouse.click(x, y);
  await rest(250);
};
const undo = async (page: Page) => {
  await clickPart(page, '.foot-actions button:nth-last-child(2)');
  await rest(400);
};

const SHOTS: Shot[] = [
  { name: '01-light-zh', lang: 'zh', term: 'RLHF' },
  { name: '02-light-en', lang: 'en', term: 'RLHF' },
  { name: '03-dark-zh', lang: 'zh', term: '大语言模型', dark: true },
  { name: '04-dark-en', lang: 'en', term: 'GPT-3', dark: true },
  { name: '05-more-zh', lang: 'zh', term: 'RLHF', next: more },
  { name: '06-narrow', lang: 'zh', term: '大语言模型', width: 340 },
  { name: '07-touch-sheet', lang: 'zh', term: 'RLHF', width: 390, touch: true },
  { name: '08-pinned-pair', lang: 'en', term: 'RLHF', next: aside },
  { name: '09-nested-peek', lang: 'en', term: 'RLHF', next: nested },
  {
    name: '10-forced-colours',
    lang: 'en',
    term: 'RLHF',
    features: [
      { name: 'forced-colors', value: 'active' },
      { name: 'prefers-color-scheme', value: 'dark' },
    ],
  },
  { name: '11-right-edge', lang: 'en', term: 'GPT-3', style: 'p { text-align: right; max-width: none }' },
  {
    name: '12-vertical-text',
    lang: 'zh',
    term: 'RLHF',
    style:
      'article { writing-mode: vertical-rl; height: 420px; max-width: none; margin-left: auto; text-orientation: mixed }',
  },
  { name: '13-menu-dark', lang: 'zh', term: 'RLHF', dark: true, next: menu },
  { name: '14-undo', lang: 'zh', term: 'RLHF', next: undo },
];

async function main(): Promise<void> {
  await mkdir(OUT, { recursive: true });
  const server = await serve();
  for (const lang of ['zh', 'en'] as const) {
    const opened = await openBrowser('chromium', { args: [`--lang=${lang === 'zh' ? 'zh-CN' : 'en-US'}`] });
    await setLanguage(opened, lang);
    for (const shot of SHOTS.filter((one) => one.lang === lang)) await take(opened, server, shot);
    await opened.close();
  }
  await server.close();
}

/** The interface in the language of the pictures, whatever this machine speaks. */
async function setLanguage(opened: Opened, lang: 'zh' | 'en'): Promise<void> {
  const page = await opened.openExtensionPage('options.html');
  await page.evaluate(
    async (interfaceLanguage) => {
      type Area = { get(key: string): Promise<Record<string, object>>; set(items: object): Promise<void> };
      const { local } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome.storage;
      const { settings } = await local.get('settings');
      await local.set({ settings: { ...settings, interfaceLanguage } });
    },
    lang === 'zh' ? 'zh-Hans' : 'en',
  );
  await page.close();
}

async function take(opened: Opened, server: Served, shot: Shot): Promise<void> {
  const { name, lang, term, dark, style = '', width = 900, features = [], touch, next } = shot;
  const colours = dark ? 'background:#141312;color:#ddd' : 'background:#fff;color:#222';
  server.set(
    `/${name}.html`,
    `<!doctype html><html lang="${lang}" style="${colours}"><meta charset="utf-8"><title>${name}</title>
    <style>body { font: 17px/1.9 Georgia, 'Noto Serif CJK SC', serif; margin: 32px 24px } p { max-width: 640px } ${style}</style>
    <article>${lang === 'zh' ? ZH : EN}</article></html>`,
  );
  const page = await opened.open(server.url(`/${name}.html`));
  await page.setViewport({ width, height: 640, deviceScaleFactor: 2, hasTouch: touch ?? false });
  if (features.length) await emulate(page, features);
  await page.bringToFront();
  await waitForPainted(page, (found) => found.includes(term));
  await rest(400);
  const { x, y } = await locate(page, term);
  if (touch) await page.touchscreen.tap(x, y);
  else {
    await page.mouse.move(x + 4, y + 24);
    await page.mouse.move(x, y, { steps: 6 });
  }
  await waitForWindows(page, (seen) => seen.length > 0);
  await rest(250);
  await next?.(page);
  await rest(200);
  await page.screenshot({ path: join(OUT, `card-${name}.png`) as `${string}.png` });
  await page.close();
}

async function emulate(page: Page, features: { name: string; value: string }[]): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', { features });
}

await main();
