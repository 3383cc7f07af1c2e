/**
 * What marking costs real pages, in real Chromium with the built extension.
 *
 *   npm run build && npm run bench -- pages [--json] [--check] [--quick]
 *
 * PAGES=folder adds every HTML file of a folder.
 */
import { serve } from '../tests/e2e/harness/server';
import { type Opened, openBrowser } from '../tests/e2e/harness/browser';
import { painted } from '../tests/e2e/harness/highlights';
import { setSettings } from '../tests/e2e/harness/settings';
import { median } from './matcher/measure';
import { bareRead, frameAfter, shiftsAndLongTasks, stream } from './pages/in-page';
import { article, html, manyMatches, noTerms, pagesOf, smallNodes } from './pages/material';
import { costOf } from './pages/trace';
import type { Options, Report } from './report';

/** Design limits; ms unless said otherwise. */
const LIMITS = {
  longest: 50,
  /** Slices aim at 8 ms; a trace adds its own cost. */
  noTermsTimesRead: 2,
  frameTimes: 3.5,
  frameExtra: 10,
  perToken: 0.3,
  shift: 0,
};

const SETTLE_MS = 2500;
const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

export async function pagesBench(options: Options): Promise<Report> {
  const report: Report = { title: 'Pages', lines: [], failures: [] };
  const served = await serve();
  const ours = await openBrowser('chromium');
  const bare = await openBrowser('chromium', { extension: false });
  const check = (what: string, value: number, most: number) => {
    if (value > most) report.failures.push(`${what}: ${value.toFixed(2)}, limit ${most}`);
  };
  try {
    const rounds = options.quick ? 1 : 3;
    const pages: { name: string; body: string }[] = [
      { name: 'en 200 K', body: article('en', 200_000) },
      { name: 'zh 200 K', body: article('zh', 200_000) },
      { name: 'en 2 M', body: article('en', 2_000_000) },
      { name: 'zh 2 M', body: article('zh', 2_000_000) },
      { name: '100,000 small nodes', body: smallNodes(100_000) },
      { name: 'no terms, 200 K', body: noTerms(200_000) },
      { name: 'no terms, 2 M', body: noTerms(2_000_000) },
      { name: 'empty', body: html('') },
      ...(process.env['PAGES'] ? pagesOf(process.env['PAGES']) : []),
    ];
    for (const { name, body } of pages) {
      served.set('/page.html', body);
      const row = await firstScan(ours, bare, served.url('/page.html'), rounds);
      report.lines.push({ name, ...row.shown });
      check(`${name}: longest task of ours`, row.longest, LIMITS.longest);
      check(`${name}: layout shift`, row.shift, LIMITS.shift);
      if (name.startsWith('no terms'))
        check(
          `${name}: against a bare reading, less the start`,
          (row.total - row.start) / row.read,
          LIMITS.noTermsTimesRead,
        );
    }
    await setSettings(ours, { density: 'all' });
    for (const count of options.quick ? [1_000] : [100, 1_000, 10_000]) {
      served.set('/many.html', manyMatches(count));
      for (const kind of ['style', 'dom'] as const) {
        const [withUs, without] = await frames(ours, bare, served.url('/many.html'), kind, options.quick ? 9 : 15);
        report.lines.push({
          name: `frame after a ${kind} change, ${count} matches`,
          'with us': `${withUs.toFixed(1)} ms`,
          without: `${without.toFixed(1)} ms`,
          ratio: (withUs / without).toFixed(2),
        });
        check(`frame after a ${kind} change, ${count} matches: ms more`, withUs - without, LIMITS.frameExtra);
        check(`frame after a ${kind} change, ${count} matches: ratio`, withUs / without, LIMITS.frameTimes);
      }
    }
    await setSettings(ours, {});
    const tokens = options.quick ? 100 : 400;
    const perToken = await streaming(ours, served, tokens);
    report.lines.push({
      name: 'stream, 50 tokens a second, 20,000 characters',
      'per token': `${perToken.toFixed(3)} ms`,
    });
    check('stream: ms per token', perToken, LIMITS.perToken);
  } finally {
    await Promise.all([ours.close(), bare.close(), served.close()]);
  }
  return report;
}

async function firstScan(ours: Opened, bare: Opened, url: string, rounds: number) {
  const reads: number[] = [];
  const costs: { total: number; longest: number; start: number }[] = [];
  let shift = 0;
  let marks = 0;
  for (let round = 0; round < rounds; round++) {
    const plain = await bare.open(url);
    // Cold, as our own first reading is.
    reads.push(await bareRead(plain));
    const before = await shiftsAndLongTasks(plain);
    await plain.close();
    const page = await ours.open('about:blank');
    costs.push(
      await costOf(page, async () => {
        await page.goto(url, { waitUntil: 'load' });
        await pause(SETTLE_MS);
      }),
    );
    shift = Math.max(shift, (await shiftsAndLongTasks(page)).shift - before.shift);
    marks = (await painted(page)).length;
    await page.close();
  }
  const of = (key: 'total' | 'longest' | 'start') => median(costs.map((cost) => cost[key]));
  const row = { read: median(reads), total: of('total'), longest: of('longest'), start: of('start'), shift };
  return {
    ...row,
    shown: {
      'bare read': `${row.read.toFixed(1)} ms`,
      ours: `${row.total.toFixed(1)} ms`,
      start: `${row.start.toFixed(1)} ms`,
      'longest task': `${row.longest.toFixed(1)} ms`,
      'painted now': String(marks),
    },
  };
}

async function frames(ours: Opened, bare: Opened, url: string, kind: 'style' | 'dom', rounds: number) {
  const result: number[] = [];
  for (const opened of [ours, bare]) {
    const page = await opened.open(url);
    await pause(SETTLE_MS);
    result.push(await frameAfter(page, kind, rounds));
    await page.close();
  }
  return result as [number, number];
}

async function streaming(ours: Opened, served: Awaited<ReturnType<typeof serve>>, tokens: number): Promise<number> {
  const long = 'The model writes one word after another and RLHF shaped it. '.repeat(333);
  served.set('/stream.html', html(`<p id="stream">${long}</p>`));
  const page = await ours.open(served.url('/stream.html'));
  await pause(SETTLE_MS / 2);
  const { total } = await costOf(page, () => stream(page, tokens, 50));
  await page.close();
  return total / tokens;
}
