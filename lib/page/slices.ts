/** Runs long work in short turns when the browser is idle, and not at all while the tab is hidden. */

/** A turn never holds the main thread longer than this. ms */
export const SLICE_MS = 6;
/** A busy page gets us a turn after this long nonetheless. ms */
const LATEST_MS = 500;

/** Calls `turn(deadline)` (deadline in `performance.now()` ms) until it returns false. `start` wakes it again. */
export function createSlices(turn: (deadline: number) => boolean, signal: AbortSignal): { start(): void } {
  let idle: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  /** When the browser's idle time is over. */
  let idleUntil = 0;
  const schedule = () => {
    if (idle !== undefined || timer !== undefined || !wanted || document.hidden || signal.aborted) return;
    // The browser grants up to 50 ms, and another callback only after them: turns share them, with a gap between.
    if (performance.now() + SLICE_MS < idleUntil) timer = setTimeout(run, 0);
    else
      idle = requestIdleCallback(
        (deadline) => {
          idleUntil = performance.now() + deadline.timeRemaining();
          run();
        },
        { timeout: LATEST_MS },
      );
  };
  const run = () => {
    idle = timer = undefined;
    if (signal.aborted || document.hidden) return;
    wanted = false;
    if (turn(performance.now() + SLICE_MS)) wanted = true;
    schedule();
  };
  document.addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener('abort', () => {
    if (idle !== undefined) cancelIdleCallback(idle);
    clearTimeout(timer);
  });
  return {
    start() {
      wanted = true;
      schedule();
    },
  };
}
