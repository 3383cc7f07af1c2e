/** What a movement of the pointer costs, against asking the browser for the caret under it. */
import type { Opened } from '../../tests/e2e/harness/browser';
import { waitForPainted } from '../../tests/e2e/harness/highlights';
import { costOf } from './trace';

/** Median-free averages in µs: ours per movement (all that runs for it), and a bare `caretPositionFromPoint`. */
export async function pointerCost(opened: Opened, url: string, moves: number): Promise<{ ours: number; bare: number }> {
  const page = await opened.open(url);
  await waitForPainted(page, (texts) => texts.length > 0, 30_000);
  const points = Array.from({ length: moves }, (_, at) => ({ x: 20 + ((at * 37) % 700), y: 20 + ((at * 53) % 600) }));
  const bare = await page.evaluate(async (places) => {
    let spent = 0;
    for (const { x, y } of places) {
      // One a frame, as moves come.
      await new Promise((done) => requestAnimationFrame(done));
      const start = performance.now();
      document.caretPositionFromPoint(x, y);
      spent += performance.now() - start;
    }
    return (spent / places.length) * 1000;
  }, points);
  const { total } = await costOf(page, async () => {
    for (const { x, y } of points) {
      await page.mouse.move(x, y);
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)));
    }
  });
  await page.close();
  return { ours: (total / moves) * 1000, bare };
}
