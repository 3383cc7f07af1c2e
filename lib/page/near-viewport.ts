/** Tells which elements are on or near the screen, without asking for layout. */
export type NearViewport = {
  observe(element: Element): void;
  unobserve(element: Element): void;
};

/** What is known of an element: whether it is near, and whether it has a box at all (a hidden one has none). */
export type Nearness = { near: boolean; boxed: boolean; top: number };

/** One screen above and below is kept ready, so that marks are there before the reader is. */
const MARGIN = '100% 0px';

export function watchNearViewport(
  onChange: (changes: Map<Element, Nearness>) => void,
  signal: AbortSignal,
): NearViewport {
  const observer = new IntersectionObserver(
    (entries) => {
      const changes = new Map<Element, Nearness>();
      for (const { target, isIntersecting, boundingClientRect: box } of entries)
        // Text hidden from sight but not from screen readers is clipped to a pixel.
        changes.set(target, { near: isIntersecting, boxed: box.width > 1 && box.height > 1, top: box.top });
      onChange(changes);
    },
    { rootMargin: MARGIN, scrollMargin: MARGIN } as IntersectionObserverInit,
  );
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    observe: (element) => observer.observe(element),
    unobserve: (element) => observer.unobserve(element),
  };
}
