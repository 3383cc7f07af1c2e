/** Pictures for the stores from the real extension on the demo article, 1280×800, and the tiles: `npm run store-shots` after a build. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { OUTPUT, launchWith } from './launch';
import { serveDemo } from './serve-demo';
import { TILES, tile } from './store-tiles';
import { tour } from './tour';

const FOLDER = join(OUTPUT, 'store');
/** Each picture of a popup, with what it shows. */
const POPUPS = [
  ['popup', 'The terms of this page', '本页术语'],
  ['search', 'Search by pinyin: yxnl', '拼音首字母也能搜'],
  ['timeline', 'How large models came about', '大模型时间线'],
] as const;

mkdirSync(FOLDER, { recursive: true });
const { browser, origin } = await launchWith('chromium');
const demo = await serveDemo(undefined);
await tour(browser, origin, demo.url, FOLDER, { width: 1280, height: 800 });
for (const [name, english, chinese] of POPUPS) await frame(browser, name, english, chinese);
for (const { name, width, height } of TILES) {
  const markup = tile({ width, height, card: pictureOf('card') });
  await draw(browser, join(FOLDER, `${name}.png`), markup, width, height);
}
await browser.close();
await demo.close();
console.log(`Pictures are in ${FOLDER}`);

/** Puts a picture of the popup on a page of the stores' size, with two lines that say what it is. */
async function frame(on: Browser, name: string, english: string, chinese: string): Promise<void> {
  const markup = `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; height: 800px; display: grid; grid-template-columns: 1fr 1fr; align-items: center;
      background: #f6f1e9; color: #2b2722; font: 600 40px/1.4 "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
    p { margin: 0 0 0 90px } small { display: block; font-weight: 400; font-size: 28px; color: #6b665e }
    img { border-radius: 14px; box-shadow: 0 12px 48px #0003; justify-self: center; height: 640px }
    </style><p>${english}<small>${chinese}</small></p><img src="${pictureOf(name)}" alt="">`;
  await draw(on, join(FOLDER, `${name}.png`), markup, 1280, 800);
}

/** A picture taken before, as a data address. */
function pictureOf(name: string): string {
  return `data:image/png;base64,${readFileSync(join(FOLDER, `${name}.png`)).toString('base64')}`;
}

async function draw(on: Browser, file: string, markup: string, width: number, height: number): Promise<void> {
  const page: Page = await on.newPage();
  await page.setViewport({ width, height });
  await page.setContent(markup);
  await page.bringToFront();
  await page.screenshot({ path: file as `${string}.png` });
  await page.close();
}
