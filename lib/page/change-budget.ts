/** How soon after a change the page is read again. Pure but for the clock it is handed. Times in ms. */

export type ChangeBudget = {
  /** Says what a round cost. */
  spent(ms: number): void;
  /** How long to wait before the next round. 0: with the next frame. */
  wait(): number;
};

/** Our share of the main thread while a page keeps changing. */
const SHARE = 0.015;
/** A round cheaper than this passes for nothing: the page shows the marks in the same frame as its own change. */
const FREE_MS = 0.2;
/** Even in a storm marks are at most this late. */
const LONGEST_WAIT_MS = 2000;

export function createChangeBudget(now: () => number): ChangeBudget {
  let free = 0;
  return {
    spent(ms) {
      if (ms <= FREE_MS) return;
      free = Math.max(free, now()) + Math.min(ms / SHARE, LONGEST_WAIT_MS);
      free = Math.min(free, now() + LONGEST_WAIT_MS);
    },
    wait: () => Math.max(0, free - now()),
  };
}
