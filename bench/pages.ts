/**
 * What marking costs pages, in real browsers with the built extension.
 *
 *   npm run build && npm run bench -- pages [FOLDER] [--json] [--check] [--quick]
 *
 * FOLDER adds every HTML file in it.
 */
import { serve } from '../tests/e2e/harness/server';
import { type Opened, openBrowser } from '../tests/e2e/harness/browser';
import { painted, waitForPainted } from '../tests/e2e/harness/highlights';
import { setSettings } from '../tests/e2e/harness/settings';
import { forms } from './matcher/material';
import { median } from './matcher/measure';
import { bareRead, frameAfter, shiftsAndLongTasks, stream } from './pages/in-page';
import { article, html, manyMatches, noTerms, pagesOf, smallNodes } from './pages/material';
import { pointerCost } from './pages/pointer';
import { markJs, regExpSpans, wrap } from './pages/rivals';
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
  pointerTimes: 1.3,
};
/** Other ways take too long with all forms. */
const RIVAL_FORMS = 400;

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
  /** A later change of the page: as it is, with our marks, with spans around the same words. */
  const measureFrames = async (withUs: Opened, without: Opened, count: number) => {
    served.set('/many.html', manyMatches(count));
    for (const kind of ['style', 'dom'] as const) {
      const name = `${withUs.name}, frame after a ${kind} change, ${count} matches`;
      options.progress(name);
      const frame = await frames(withUs, without, served.url('/many.html'), kind, options.quick ? 1 : 3);
      report.lines.push({
        name,
        none: `${frame.none.toFixed(1)} ms`,
        ours: `${frame.ours.toFixed(1)} ms`,
        spans: `${frame.spans.toFixed(1)} ms`,
        'layout of spans, once': `${frame.layout.toFixed(0)} ms`,
        ratio: (frame.ours / frame.none).toFixed(2),
      });
      check(`${name}: ms more`, frame.ours - frame.none, LIMITS.frameExtra);
      // Frames shorter than this are all clock.
      check(`${name}: ratio`, frame.ours / Math.max(1, frame.none), LIMITS.frameTimes);
    }
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
      ...(options.folder ? pagesOf(options.folder) : []),
    ];
    for (const { name, body } of pages) {
      options.progress(name);
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
    const words = forms(RIVAL_FORMS, options.entries).words;
    for (const language of ['en', 'zh'] as const) {
      options.progress(`${language} 200 K against mark.js and spans`);
      served.set('/page.html', article(language, 200_000));
      const url = served.url('/page.html');
      const own = await firstScan(ours, bare, url, 1);
      const [list, spans] = [await markJs(bare, url, words), await regExpSpans(bare, url, words)];
      report.lines.push({
        name: `${language} 200 K, others with ${RIVAL_FORMS} forms`,
        'ours, all forms': `${own.total.toFixed(0)} ms`,
        'mark.js': `${list.script.toFixed(0)} + ${list.layout.toFixed(0)} ms layout`,
        'regular expression, spans': `${spans.script.toFixed(0)} + ${spans.layout.toFixed(0)} ms layout`,
      });
    }
    await setSettings(ours, { density: 'all' });
    for (const count of options.quick ? [1_000] : [100, 1_000, 10_000]) await measureFrames(ours, bare, count);
    options.progress('pointer over 10,000 matches');
    served.set('/many.html', manyMatches(10_000));
    const pointer = await pointerCost(ours, served.url('/many.html'), options.quick ? 60 : 200);
    report.lines.push({
      name: 'movement of the pointer, 10,000 matches',
      ours: `${pointer.ours.toFixed(0)} µs`,
      'bare caret position': `${pointer.bare.toFixed(0)} µs`,
      ratio: (pointer.ours / pointer.bare).toFixed(2),
    });
    check('movement of the pointer: ratio', pointer.ours / pointer.bare, LIMITS.pointerTimes);
    if (!options.quick) {
      const [fox, bareFox] = [await openBrowser('firefox'), await openBrowser('firefox', { extension: false })];
      try {
        await setSettings(fox, { density: 'all' });
        for (const count of [1_000, 10_000]) await measureFrames(fox, bareFox, count);
      } finally {
        await Promise.all([fox.close(), bareFox.close()]);
      }
    }
    await setSettings(ours, {});
    const tokens = options.quick ? 100 : 400;
    options.progress('stream');
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

/** Interleaved, so that a noisy moment hits all alike; medians of the rounds' medians, ms. */
async function frames(withUs: Opened, without: Opened, url: string, kind: 'style' | 'dom', rounds: number) {
  const none = await without.open(url);
  const spans = await without.open(url);
  const { layout } = await wrap(spans, ['RLHF']);
  const ours = await withUs.open(url);
  await waitForPainted(ours, (texts) => texts.length > 0, 30_000);
  await pause(SETTLE_MS);
  const pages = { none, ours, spans };
  const measured: Record<keyof typeof pages, number[]> = { none: [], ours: [], spans: [] };
  for (let round = 0; round < rounds; round++)
    for (const name of ['none', 'ours', 'spans'] as const) {
      await pages[name].bringToFront();
      measured[name].push(await frameAfter(pages[name], kind, 9));
    }
  await Promise.all([none.close(), ours.close(), spans.close()]);
  return { none: median(measured.none), ours: median(measured.ours), spans: median(measured.spans), layout };
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
