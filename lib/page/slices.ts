/** Runs long work in short turns when the browser is idle, and not at all while the tab is hidden. */

/** A turn never holds the main thread longer than this. ms */
export const SLICE_MS = 6;
/** A busy page gets us a turn after this long nonetheless. ms */
const LATEST_MS = 500;

export type Slices = {
  /** Wakes the work again. */
  start(): void;
  /** No turn before the page has been painted: until then, to ask for any style computes all of the page's. */
  letPaint(): void;
  readonly letsPaint: boolean;
};

/** Calls `turn(deadline)` (deadline in `performance.now()` ms) until it returns false. */
export function createSlices(turn: (deadline: number) => boolean, signal: AbortSignal): Slices {
  let idle: number | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wanted = false;
  let letsPaint = false;
  /** When the browser's idle time is over. */
  let idleUntil = 0;
  const schedule = () => {
    if (idle !== undefined || timer !== undefined || !wanted || letsPaint || document.hidden || signal.aborted) return;
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
    if (signal.aborted || document.hidden || letsPaint) return;
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
    letPaint() {
      if (letsPaint) return;
      letsPaint = true;
      const painted = () => {
        clearTimeout(latest);
        letsPaint = false;
        schedule();
      };
      // Frames out of sight are not painted.
      const latest = setTimeout(painted, LATEST_MS);
      requestAnimationFrame(() => setTimeout(painted));
    },
    get letsPaint() {
      return letsPaint;
    },
  };
}
