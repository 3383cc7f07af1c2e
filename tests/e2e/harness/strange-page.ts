/** Shows pages that mean harm or are merely strange, and says what of their troubles is ours. */
import type { Page } from 'puppeteer-core';
import { type BrowserName, openBrowser } from './browser';
import { rest, type SeenWindow, waitForWindows } from './card';
import { locate, waitForPainted } from './highlights';
import { longestOfOurs, watchErrors } from './ours';
import { serve } from './server';

export const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;
export const PROSE = '<p>A large language model is tuned with RLHF, and a Transformer learns in context.</p>';

export type StrangePages = {
  page: Page;
  /** Uncaught exceptions of the page shown now, ours included. */
  errors: string[];
  /** Serves and shows a page; the longest call of ours until `ready` is returned in ms where it can be told. */
  show(
    body: string,
    options?: { type?: string; headers?: Record<string, string>; ready?: () => Promise<unknown> },
  ): Promise<number>;
  /** Rests the pointer on a term as a hand does. */
  approach(text?: string): Promise<void>;
  openCard(text?: string): Promise<SeenWindow[]>;
  close(): Promise<void>;
};

export async function openStrangePages(name: BrowserName): Promise<StrangePages> {
  const [opened, served] = await Promise.all([openBrowser(name), serve()]);
  const page = await opened.open('about:blank');
  const errors = watchErrors(page);
  let count = 0;
  const approach = async (text = 'RLHF') => {
    const { x, y } = await locate(page, text);
    await page.mouse.move(x + 60, y + 90);
    await rest(120);
    await page.mouse.move(x, y, { steps: 8 });
    await rest(40);
    await page.mouse.move(x + 1, y);
  };
  return {
    page,
    errors,
    async show(body, options = {}) {
      const path = `/hostile-${++count}.${options.type ?? 'html'}`;
      served.set(path, body, options.headers);
      errors.length = 0;
      const longest = await longestOfOurs(page, async () => {
        await page.goto(served.url(path), { waitUntil: 'load' });
        await (options.ready ?? (() => waitForPainted(page, (texts) => texts.includes('RLHF'))))();
      });
      return longest ?? 0;
    },
    approach,
    async openCard(text = 'RLHF') {
      await approach(text);
      return waitForWindows(page, (open) => open.length === 1);
    },
    async close() {
      await opened.close();
      await served.close();
    },
  };
}
