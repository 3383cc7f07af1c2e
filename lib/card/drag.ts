/** Dragging inside the card layer: a pinned card by its head, a sheet downwards to close it. */

type Moved = { dx: number; dy: number; done: boolean };

/** Distance a sheet has to be pulled down to close, px. */
export const SHEET_PULL = 64;

export function watchDrags(
  root: ShadowRoot,
  options: {
    /** Called for every move of a drag on this window; `begin` first. */
    begin(key: number, sheet: boolean): ((moved: Moved) => void) | undefined;
  },
  signal: AbortSignal,
): void {
  root.addEventListener(
    'pointerdown',
    (event) => {
      if (!(event instanceof PointerEvent) || event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('button, a')) return;
      const grip = event.target.closest('[data-pinned] .head, [data-sheet] .head, [data-sheet] .handle');
      const window = grip?.closest('.window');
      if (!(grip instanceof HTMLElement) || !window) return;
      const follow = options.begin(Number(window.getAttribute('data-key')), window.hasAttribute('data-sheet'));
      if (!follow) return;
      const drag = new AbortController();
      const moved = (move: PointerEvent, done: boolean) =>
        follow({ dx: move.clientX - event.clientX, dy: move.clientY - event.clientY, done });
      const end = (last: PointerEvent) => {
        drag.abort();
        moved(last, true);
      };
      grip.setPointerCapture(event.pointerId);
      grip.addEventListener('pointermove', (move) => moved(move, false), { signal: drag.signal });
      grip.addEventListener('pointerup', end, { signal: drag.signal });
      grip.addEventListener('pointercancel', end, { signal: drag.signal });
      // No text is selected on the way.
      event.preventDefault();
    },
    { signal },
  );
}
