/**
 * Opens a browser with the ways of finding terms in a page, and measures them there: in a world of their own, as content
 * scripts live, where nodes are dearer than in the page's.
 */
import type { Page } from 'puppeteer-core';
import { resolve } from 'node:path';
import { build } from 'vite';
import { openBrowser, type BrowserName } from '../../tests/e2e/harness/browser';
import type { Forms } from './in-page';
import { paragraphs, type Language } from './material';

const ROOT = resolve(import.meta.dirname, '../..');

/** The page's side as one script. */
export async function bundle(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': ROOT } },
    build: {
      write: false,
      minify: true,
      target: 'chrome128',
      lib: { entry: resolve(import.meta.dirname, 'in-page.ts'), formats: ['iife'], name: 'benchmark' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('Vite returned no bundle.');
  return first.output[0].code;
}

type World = Pick<Page, 'evaluate'>;

/** Puppeteer keeps a world apart from the page's for its own scripts, but does not say so in its types. */
function ownWorld(page: Page): World {
  return (page.mainFrame() as unknown as { isolatedRealm(): World }).isolatedRealm();
}

export type Ways = 'read' | 'ours' | 'trie' | 'aho';

/** Median ms of each way over the same text, and the ms each took to be ready. */
export type Row = { times: Partial<Record<Ways, number>>; ready: Partial<Record<Ways, number>> };

export type Session = {
  row(language: Language, units: number, forms: Forms, ways: Ways[], rounds: number): Promise<Row>;
  markJs(language: Language, units: number, forms: Forms): Promise<number>;
  close(): Promise<void>;
};

export async function openSession(name: BrowserName, script: string): Promise<Session> {
  const opened = await openBrowser(name, { extension: false });
  const tab = await opened.browser.newPage();
  tab.setDefaultTimeout(300_000);
  await tab.goto('about:blank');
  const page = ownWorld(tab);
  let filled = '';
  const fill = async (language: Language, units: number) => {
    const key = `${language} ${units}`;
    if (filled !== key) await page.evaluate((texts) => globalThis.bench.fill(texts), paragraphs(language, units));
    filled = key;
  };
  await page.evaluate(script);
  return {
    async row(language, units, forms, ways, rounds) {
      await fill(language, units);
      const ready = await page.evaluate((f, w) => globalThis.bench.prepare(f, w), forms, ways);
      return { ready, times: await medians(page, ways, units, rounds) };
    },
    async markJs(language, units, forms) {
      filled = '';
      await fill(language, units);
      filled = '';
      return page.evaluate((words) => globalThis.bench.markJs(words), forms.words);
    },
    close: () => opened.close(),
  };
}

async function medians(page: World, ways: Ways[], units: number, rounds: number): Promise<Row['times']> {
  // Short texts are read several times a round: clocks in browsers are coarse.
  const times = Math.max(1, Math.round(2_000_000 / units));
  const each = Object.fromEntries(ways.map((way) => [way, times]));
  await page.evaluate((w, t) => globalThis.bench.rounds(w, 2, t), ways, each);
  const measured = await page.evaluate((w, n, t) => globalThis.bench.rounds(w, n, t), ways, rounds, each);
  return Object.fromEntries(Object.entries(measured).map(([way, values]) => [way, median(values)]));
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
