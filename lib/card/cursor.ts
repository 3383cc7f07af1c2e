/** The keyboard reader's place among the marks. The page's focus stays where it is. */
import type { Mark, Marks } from '@/lib/page/mark';

export type Cursor = {
  /** Moves to the next or previous mark and brings it into view; undefined when there is none. */
  step(direction: 1 | -1): Mark | undefined;
  clear(): void;
  readonly mark: Mark | undefined;
};

export function createCursor(marks: Marks): Cursor {
  let current: Mark | undefined;
  const moveTo = (mark: Mark | undefined) => {
    current = mark;
    marks.setFocus(mark);
    if (mark) scrollTo(mark);
  };
  return {
    get mark() {
      return current;
    },
    step(direction) {
      moveTo(marks.step(current?.range() ? current : undefined, direction));
      return current;
    },
    clear() {
      if (current) moveTo(undefined);
    },
  };
}

/** Scrolls only if needed, and no further than needed to read the line in its surroundings. */
function scrollTo(mark: Mark): void {
  const inView = () => {
    const box = mark.range()?.getBoundingClientRect();
    return !box || (box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth);
  };
  const element = mark.range()?.startContainer.parentElement;
  if (inView() || !element) return;
  element.scrollIntoView({ block: 'center', inline: 'nearest' });
  const box = mark.range()?.getBoundingClientRect();
  if (box && !inView()) scrollBy(0, box.top - innerHeight / 2);
}
