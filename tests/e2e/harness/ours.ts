/** Tells what of a page's troubles is ours: exceptions, and tasks on the main thread. */
import type { Page } from 'puppeteer-core';

/** Collects every uncaught exception and rejection of a page from now on, ours included. */
export function watchErrors(page: Page): string[] {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  return errors;
}

/**
 * Milliseconds that no single call of ours may take in a test. It tells work that has lost its turns from work that has
 * not, on any machine; the limit itself, 50 ms, stands in `npm run bench -- pages`.
 */
export const LONG_TASK = 150;

type TraceEvent = { name: string; ts: number; dur?: number; tdur?: number; args?: { data?: { url?: string } } };

/**
 * The longest single call into the extension's code while `work` runs, in ms of the thread's own time, so that a busy
 * machine does not count. Chromium only: Firefox has no such record, and gives undefined.
 */
export async function longestOfOurs(page: Page, work: () => Promise<void>): Promise<number | undefined> {
  if (page.browser().process()?.spawnfile.includes('firefox')) {
    await work();
    return undefined;
  }
  await page.tracing.start({ categories: ['devtools.timeline', '-*'] });
  const trace = await work().then(
    () => page.tracing.stop(),
    async (error: unknown) => {
      await page.tracing.stop();
      throw error;
    },
  );
  const { traceEvents } = JSON.parse(new TextDecoder().decode(trace)) as { traceEvents: TraceEvent[] };
  const ours = traceEvents.filter((event) => event.args?.data?.url?.startsWith('chrome-extension://'));
  return Math.max(0, ...ours.map((event) => (event.tdur ?? event.dur ?? 0) / 1000));
}
