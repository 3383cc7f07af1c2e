/** What the extension's content script costs a page, from Chromium's own trace. */
import type { Page } from 'puppeteer-core';

type TraceEvent = {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  /** Time on the thread itself; other work on the machine does not count. */
  tdur?: number;
  tid: number;
  pid: number;
  args: { data?: { url?: string; scriptName?: string } };
};

export type Cost = {
  /** Sum of our functions and of evaluating our script, ms. */
  total: number;
  /** Our longest single call, ms. */
  longest: number;
  /** Compiling and running the script for the first time, ms. */
  start: number;
  calls: number;
};

const CATEGORIES = ['-*', 'devtools.timeline', 'v8.execute', 'disabled-by-default-v8.compile', 'v8'];

/** Runs `work` under the tracer and sums up what was ours. */
export async function costOf(page: Page, work: () => Promise<void>): Promise<Cost> {
  await page.tracing.start({ categories: CATEGORIES });
  await work();
  const buffer = await page.tracing.stop();
  const { traceEvents } = JSON.parse(new TextDecoder().decode(buffer)) as { traceEvents: TraceEvent[] };
  const ours = traceEvents
    .filter((event) => event.ph === 'X' && isOurs(event.args.data))
    .filter(({ name }) => name === 'FunctionCall' || name === 'EvaluateScript' || name === 'v8.compile')
    .sort((a, b) => a.ts - b.ts);
  const cost: Cost = { total: 0, longest: 0, start: 0, calls: 0 };
  const ends = new Map<string, number>();
  for (const { name, ts, dur = 0, tdur = dur, pid, tid } of ours) {
    const thread = `${pid}:${tid}`;
    // Calls inside calls count once.
    if (ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, ts + dur);
    const ms = tdur / 1000;
    cost.total += ms;
    cost.longest = Math.max(cost.longest, ms);
    cost.calls++;
    if (name !== 'FunctionCall') cost.start += ms;
  }
  return cost;
}

function isOurs(data: { url?: string; scriptName?: string } | undefined): boolean {
  return (data?.url ?? data?.scriptName ?? '').includes('content-scripts/content.js');
}
