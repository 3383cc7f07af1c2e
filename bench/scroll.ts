/** Whether the whole timeline scrolls at full frame rate: what the page's main thread does, from a trace. */
import type { Opened } from '../tests/e2e/harness/browser';
import { median } from './matcher/measure';

/** A task longer than a frame at 60 Hz loses one. ms of the thread's own time. */
const FRAME = 1000 / 60;
/** CSS px for each frame: faster than a hand reads, slow enough that each row passes by. */
const STEP = 60;

type TraceEvent = { name: string; pid: number; tid: number; dur?: number; tdur?: number };

export type Scrolled = {
  events: number;
  frames: number;
  /** Time between two frames. ms */
  median: number;
  /** The longest task of the page's main thread, in ms of its own time: a busy machine does not count. */
  longest: number;
  /** Tasks longer than a frame. */
  long: number;
};

/** Scrolls the timeline's full page from top to bottom, a step each frame. */
export async function scrollTimeline(opened: Opened): Promise<Scrolled> {
  const page = await opened.openExtensionPage('timeline.html');
  await page.bringToFront();
  await page.waitForSelector('.event');
  // What the page still does to stand is no part of scrolling it.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(() => requestAnimationFrame(done))));
  await page.tracing.start({ categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '-*'] });
  const { gaps, events } = await page.evaluate(async (step) => {
    const root = document.scrollingElement!;
    const spans: number[] = [];
    let last = performance.now();
    for (let y = 0; y < root.scrollHeight - root.clientHeight; y += step) {
      root.scrollTop = y;
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      spans.push(now - last);
      last = now;
    }
    return { gaps: spans, events: document.querySelectorAll('.event').length };
  }, STEP);
  const { traceEvents } = JSON.parse(new TextDecoder().decode(await page.tracing.stop())) as {
    traceEvents: TraceEvent[];
  };
  await page.close();
  const thread = traceEvents.findLast(({ name }) => name === 'FireAnimationFrame')!;
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === thread.pid && tid === thread.tid)
    .map(({ dur = 0, tdur = dur }) => tdur / 1000);
  return {
    events,
    frames: gaps.length,
    median: median(gaps),
    longest: Math.max(...tasks),
    long: tasks.filter((task) => task > FRAME).length,
  };
}
