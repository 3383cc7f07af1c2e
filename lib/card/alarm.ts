/** Rings in the frame nearest to a due time: what is drawn inside a frame is painted with it, not one frame later. */

/** Half a frame at 60 Hz, ms: a frame this much before the due time is nearer to it than the next. */
const HALF_FRAME = 8;

export type Alarm = {
  /** Rings at this time (ms, by `performance.now`) and not at the one set before; undefined: not at all. */
  set(at: number | undefined): void;
};

export function createAlarm(ring: (now: number) => void, signal: AbortSignal): Alarm {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame = 0;
  const clear = () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  };
  const inFrame = (due: number) => {
    frame = requestAnimationFrame(() => {
      if (performance.now() < due - HALF_FRAME) inFrame(due);
      // Whoever set the time counts in it: a little early is the due time all the same.
      else ring(Math.max(due, performance.now()));
    });
  };
  signal.addEventListener('abort', clear);
  return {
    set(at) {
      clear();
      if (at === undefined || signal.aborted) return;
      timer = setTimeout(() => inFrame(at), Math.max(0, at - performance.now() - 2 * HALF_FRAME));
    },
  };
}
