/** What a pointer move costs beside the bare question “which text is under this point?”, in Chromium's own trace. */
import type { Page } from 'puppeteer-core';
import { openBrowser } from '../../tests/e2e/harness/browser';
import { waitForPainted } from '../../tests/e2e/harness/highlights';
import { serve } from '../../tests/e2e/harness/server';
import { setSettings } from '../../tests/e2e/harness/settings';
import { manyMatches } from '../pages/material';

type TraceEvent = { name: string; ph: string; dur?: number; tdur?: number; args: { data?: { url?: string } } };

/** Thread time of one move, ms: ours in the frame after it, all in all, and the bare call in the page's own frame. */
export type HitTest = { ours: number; bare: number };

const CONTENT_SCRIPT = 'content-scripts/content.js';

/** Moves a pointer over a 2 MB page with ten thousand matches and takes the medians. */
export async function hitTestCost(moves: number): Promise<HitTest> {
  const server = await serve();
  server.set('/hit-test.html', manyMatches(10_000));
  const opened = await openBrowser('chromium');
  await setSettings(opened, { density: 'all' });
  const page = await opened.open(server.url('/hit-test.html'));
  await waitForPainted(page, (found) => found.length > 3, 30_000);
  await page.waitForNetworkIdle({ idleTime: 1500 });
  // The compiler that runs this file wraps named functions in a call of its own.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate(() => {
    addEventListener('pointermove', (event) => {
      requestAnimationFrame(() => document.caretPositionFromPoint(event.clientX, event.clientY, { shadowRoots: [] }));
    });
  });
  await page.tracing.start({ categories: ['-*', 'devtools.timeline'] });
  for (let move = 0; move < moves; move++) await step(page, move);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  await opened.close();
  await server.close();
  const frames = (from: (url: string) => boolean) =>
    middle(
      traceEvents
        .filter(({ name, ph, args }) => name === 'FunctionCall' && ph === 'X' && from(args.data?.url ?? ''))
        .map(({ tdur, dur = 0 }) => (tdur ?? dur) / 1000)
        // The listeners that only ask for a frame are not what is compared.
        .sort((a, b) => b - a)
        .slice(0, moves),
    );
  return {
    ours: frames((url) => url.includes(CONTENT_SCRIPT)),
    bare: frames((url) => url.includes('/hit-test.html') || url === ''),
  };
}

/** Too quick to rest, so that no card opens. */
async function step(page: Page, move: number): Promise<void> {
  await page.mouse.move(40 + ((move * 53) % 800), 60 + ((move * 37) % 600));
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
}

function middle(values: number[]): number {
  return values[Math.floor(values.length / 2)] ?? Number.NaN;
}
