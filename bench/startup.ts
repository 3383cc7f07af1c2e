/**
 * What the content script costs every page before it finds anything: bytes, start, memory. Real Chromium.
 *
 *   npm run build && npm run bench -- startup [--json] [--check] [--quick]
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { OUTPUT } from '../scripts/launch';
import { type Opened, openBrowser } from '../tests/e2e/harness/browser';
import { serve } from '../tests/e2e/harness/server';
import { median } from './matcher/measure';
import { article, html } from './pages/material';
import { costOf } from './pages/trace';
import type { Options, Report } from './report';

const KB = 1024;
const LIMITS = { raw: 140 * KB, gzip: 48 * KB, start: 8, heap: 3 * KB * KB };

export async function startupBench(options: Options): Promise<Report> {
  const report: Report = { title: 'Start', lines: [], failures: [] };
  const check = (what: string, value: number, most: number) => {
    if (value > most) report.failures.push(`${what}: ${value.toFixed(1)}, limit ${most}`);
  };
  const script = readFileSync(join(OUTPUT, 'chrome-mv3/content-scripts/content.js'));
  const gzip = gzipSync(script).length;
  report.lines.push({
    name: 'content script',
    raw: `${(script.length / KB).toFixed(1)} KB`,
    gzip: `${(gzip / KB).toFixed(1)} KB`,
  });
  check('content script, bytes', script.length, LIMITS.raw);
  check('content script, bytes gzipped', gzip, LIMITS.gzip);

  const served = await serve();
  const ours = await openBrowser('chromium');
  const bare = await openBrowser('chromium', { extension: false });
  try {
    served.set('/empty.html', html('<p>Nothing to explain here.</p>'));
    served.set('/article.html', article('en', 100_000));
    const starts: number[] = [];
    for (let round = 0; round < (options.quick ? 3 : 9); round++) {
      const page = await ours.open('about:blank');
      const cost = await costOf(page, async () => {
        await page.goto(served.url('/empty.html'), { waitUntil: 'load' });
        await new Promise((done) => setTimeout(done, 600));
      });
      starts.push(cost.total);
      await page.close();
    }
    report.lines.push({ name: 'page without terms, all of ours', median: `${median(starts).toFixed(1)} ms` });
    check('page without terms: ms', median(starts), LIMITS.start);
    for (const path of ['/empty.html', '/article.html']) {
      const extra = (await heap(ours, served.url(path))) - (await heap(bare, served.url(path)));
      report.lines.push({ name: `heap of a tab above none, ${path}`, extra: `${(extra / KB / KB).toFixed(2)} MB` });
      check(`heap of ${path}, bytes`, extra, LIMITS.heap);
    }
  } finally {
    await Promise.all([ours.close(), bare.close(), served.close()]);
  }
  return report;
}

/** JavaScript heap of a settled tab after garbage collection, bytes. */
async function heap(opened: Opened, url: string): Promise<number> {
  const page: Page = await opened.open(url);
  await new Promise((done) => setTimeout(done, 1500));
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = 0 } = await page.metrics();
  await page.close();
  return JSHeapUsedSize;
}
