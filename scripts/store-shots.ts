/** Pictures for the stores, 1280×800, from the real extension on the demo article: `npm run store-shots` after a build. */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { OUTPUT, launchWith } from './launch';
import { serveDemo } from './serve-demo';
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
await browser.close();
await demo.close();
console.log(`Pictures are in ${FOLDER}`);

/** Puts a picture of the popup on a page of the stores' size, with two lines that say what it is. */
async function frame(on: Browser, name: string, english: string, chinese: string): Promise<void> {
  const file = join(FOLDER, `${name}.png`) as `${string}.png`;
  const picture = readFileSync(file).toString('base64');
  const page: Page = await on.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; height: 800px; display: grid; grid-template-columns: 1fr 1fr; align-items: center;
      background: #f6f1e9; color: #2b2722; font: 600 40px/1.4 "Noto Sans CJK SC", "Noto Sans SC", sans-serif }
    p { margin: 0 0 0 90px } small { display: block; font-weight: 400; font-size: 28px; color: #6b665e }
    img { border-radius: 14px; box-shadow: 0 12px 48px #0003; justify-self: center; height: 640px }
    </style><p>${english}<small>${chinese}</small></p><img src="data:image/png;base64,${picture}" alt="">`);
  await page.bringToFront();
  await page.screenshot({ path: file });
  await page.close();
}
