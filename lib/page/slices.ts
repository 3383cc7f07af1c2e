/** Runs long work in short turns when the browser is idle, and not at all while the tab is hidden. */

/** A turn never holds the main thread longer than this. ms */
export const SLICE_MS = 6;
/** A busy page gets us a turn after this long nonetheless. ms */
const LATEST_MS = 500;

/** Calls `turn(deadline)` (deadline in `performance.now()` ms) until it returns false. `start` wakes it again. */
export function createSlices(turn: (deadline: number) => boolean, signal: AbortSignal): { start(): void } {
  let scheduled: number | undefined;
  let wanted = false;
  const schedule = () => {
    if (scheduled !== undefined || !wanted || document.hidden || signal.aborted) return;
    scheduled = requestIdleCallback(run, { timeout: LATEST_MS });
  };
  const run = () => {
    scheduled = undefined;
    if (signal.aborted || document.hidden) return;
    wanted = turn(performance.now() + SLICE_MS);
    schedule();
  };
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener('abort', () => scheduled !== undefined && cancelIdleCallback(scheduled));
  return {
    start() {
      wanted = true;
      schedule();
    },
  };
}
