/**
 * How soon a card is there.
 *
 * Due to painted: the built extension in both browsers. The page itself watches: from the last movement over a term to
 * the frame in which the card's host is laid out, less the delay of 300 ms that the reader asked for. What remains is
 * the lateness of the timer, drawing, placing and one frame. Less than nothing is a card that came with the frame
 * nearest to its due moment, a few ms before it.
 *
 * Pointer move: all that the extension does in the frame after one, on a large page, beside the bare call that finds the
 * text under a point; in Chromium.
 */
import { openBrowser, BROWSERS } from '../tests/e2e/harness/browser';
import { rest } from '../tests/e2e/harness/card';
import { locate, waitForPainted } from '../tests/e2e/harness/highlights';
import { serve } from '../tests/e2e/harness/server';
import { hitTestCost } from './card/hit-test';
import type { Options, Report } from './report';

const DELAY = 300;
/** ms from the due moment to the painted card: the limit of the median. */
const LIMIT = 16;
const TERMS = ['RLHF', 'DistilBERT', 'Word2Vec', 'AlphaGo', 'InstructGPT'];

export async function cardBench({ quick }: Options): Promise<Report> {
  const lines: Report['lines'] = [];
  const failures: string[] = [];
  const server = await serve();
  server.set(
    '/card-bench.html',
    `<!doctype html><html lang="en"><title>Bench</title><style>p { margin: 80px }</style><p>${TERMS.join(', ')}.</p></html>`,
  );
  for (const name of BROWSERS) {
    const opened = await openBrowser(name);
    const page = await opened.open(server.url('/card-bench.html'));
    await waitForPainted(page, (found) => TERMS.every((term) => found.includes(term)));
    await rest(600);
    // The compiler that runs this file wraps named functions in a call of its own.
    await page.evaluate('globalThis.__name = (named) => named');
    await page.evaluate(watchCard);
    const late: number[] = [];
    for (let round = 0; round < (quick ? 10 : 50); round++) {
      const { x, y } = await locate(page, TERMS[round % TERMS.length]!);
      await page.mouse.move(x, y + 90);
      // Long enough that the next card is not a warm one, which would be due sooner.
      await rest(1000);
      await page.mouse.move(x + 3, y, { steps: 5 });
      await page.mouse.move(x, y);
      await rest(650);
      late.push(
        (await page.evaluate(() => (globalThis as unknown as { cardPainted(): number }).cardPainted())) - DELAY,
      );
      await page.keyboard.press('Escape');
    }
    await opened.close();
    const seen = late.filter(Number.isFinite).sort((a, b) => a - b);
    const median = seen[Math.floor(seen.length / 2)] ?? Number.NaN;
    lines.push({
      name: `due to painted, ${name}`,
      median: `${median.toFixed(1)} ms`,
      worst: `${seen.at(-1)?.toFixed(1)} ms`,
      cards: `${seen.length} of ${late.length}`,
    });
    if (!(median <= LIMIT)) failures.push(`due to painted in ${name}: ${median.toFixed(1)} ms, limit ${LIMIT} ms`);
    if (seen.length < late.length) failures.push(`${late.length - seen.length} cards did not open in ${name}`);
  }
  await server.close();
  const { ours, bare } = await hitTestCost(quick ? 60 : 300);
  const times = ours / bare;
  lines.push({
    name: 'pointer move, 2 MB, 10,000 matches',
    median: `${ours.toFixed(3)} ms`,
    bare: `${bare.toFixed(3)} ms`,
    times: times.toFixed(2),
  });
  return { title: 'Card', lines, failures };
}

/** Runs in the page: remembers when the pointer last moved and when the frame with the card was drawn after that. */
function watchCard(): void {
  let moved = 0;
  let painted = Number.NaN;
  addEventListener(
    'pointermove',
    () => {
      // The extension looks at a move in the frame that follows it; its delay begins there.
      requestAnimationFrame(() => {
        moved = performance.now();
        painted = Number.NaN;
      });
    },
    true,
  );
  // Told in the very frame that lays the host out, whether that was drawn in the frame or before it.
  const laidOut = new IntersectionObserver(() => {
    laidOut.disconnect();
    // A message posted from a frame is delivered once that frame has been drawn.
    const drawn = new MessageChannel();
    drawn.port1.addEventListener('message', () => (painted = performance.now()), { once: true });
    drawn.port1.start();
    drawn.port2.postMessage(0);
  });
  new MutationObserver((changes) => {
    for (const node of changes.flatMap((change) => [...change.addedNodes]))
      if (node.nodeName === 'TERMLENS-CARD') laidOut.observe(node as Element);
  }).observe(document.documentElement, { childList: true });
  Object.assign(globalThis, { cardPainted: () => painted - moved });
}
