/**
 * How soon the popup is open and ready to type in, against an extension page that holds nothing but a field: the built
 * extension in a real Chromium, each page opened anew in turn, from the start of its navigation to the focused field.
 * And whether the timeline scrolls without a frame lost to us.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUTPUT } from '../scripts/launch';
import { openBrowser } from '../tests/e2e/harness/browser';
import { median } from './matcher/measure';
import type { Options, Report } from './report';
import { scrollTimeline } from './scroll';

/** ms, median. */
const LIMIT = 150;
const EMPTY = 'empty-page-of-the-benchmark.html';

export async function popupBench({ quick }: Options): Promise<Report> {
  const file = join(OUTPUT, 'chrome-mv3', EMPTY);
  writeFileSync(file, '<!doctype html><title>Empty</title><input role="combobox" autofocus>');
  try {
    const opened = await openBrowser('chromium');
    const page = await opened.openExtensionPage(EMPTY);
    const origin = page.url().replace(/(:\/\/[^/]+).*/, '$1');
    // The compiler that runs this file wraps named functions in a call of its own.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named');
    await page.evaluateOnNewDocument(() => {
      const look = () => {
        if (document.activeElement?.getAttribute('role') !== 'combobox') return requestAnimationFrame(look);
        return Object.assign(window, { readyAt: performance.now() });
      };
      document.addEventListener('focusin', look, true);
      requestAnimationFrame(look);
    });
    const times: Record<string, number[]> = { 'popup.html': [], [EMPTY]: [] };
    for (let round = 0; round < (quick ? 5 : 21); round++)
      for (const path of ['popup.html', EMPTY]) {
        await page.goto(`${origin}/${path}`);
        const at = await page.waitForFunction(() => (window as { readyAt?: number }).readyAt, { polling: 20 });
        times[path]!.push((await at.jsonValue())!);
      }
    const scrolled = await scrollTimeline(opened);
    await opened.close();
    const [popup, empty] = [median(times['popup.html']!), median(times[EMPTY]!)];
    return {
      title: 'Popup',
      lines: [
        {
          name: 'open and ready to type',
          median: `${popup.toFixed(0)} ms`,
          worst: `${Math.max(...times['popup.html']!).toFixed(0)} ms`,
          'empty page': `${empty.toFixed(0)} ms`,
          ratio: (popup / empty).toFixed(1),
        },
        {
          name: `${scrolled.events} events scrolled`,
          median: `${scrolled.median.toFixed(1)} ms between ${scrolled.frames} frames`,
          worst: `${scrolled.longest.toFixed(1)} ms of ours`,
          'empty page': '',
          ratio: '',
        },
      ],
      failures: [
        ...(popup > LIMIT ? [`the popup was ready after ${popup.toFixed(0)} ms, limit ${LIMIT} ms`] : []),
        ...(scrolled.long > 0 ? [`scrolling the timeline, ${scrolled.long} tasks took longer than a frame`] : []),
      ],
    };
  } finally {
    rmSync(file, { force: true });
  }
}
