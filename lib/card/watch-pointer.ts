/** Pointer, wheel and scroll of the page → events of the hover. Looks at most once a frame; never blocks the page. */
import type { Mark, Marks } from '@/lib/page/mark';
import type { Modifier } from '@/lib/settings';
import type { HoverEvent } from './hover-state';
import { createSpeed } from './speed';
import type { Box } from './place';
import { contains, onTheWay } from './triangle';

type Point = { x: number; y: number };

export type PointerWatch = {
  /** Where the pointer was last seen, CSS px. */
  readonly at: Point | undefined;
  /** The mark at a point, the same object for the same mark. */
  markAt(point: Point): Mark | undefined;
};

export function watchPointer(
  options: {
    marks: Marks;
    host: HTMLElement;
    /** The open card's box and mark. */
    open(): { box: Box | undefined; mark: Mark | undefined } | undefined;
    modifier(): Modifier;
    send(event: HoverEvent<Mark>): void;
  },
  signal: AbortSignal,
): PointerWatch {
  const { marks, host, open, modifier, send } = options;
  const speedAt = createSpeed();
  const same = createSameMark();
  let last: PointerEvent | undefined;
  let screen: Point | undefined;
  let speed = 0;
  /** Where the pointer was last on the open card's mark: the way to the card starts here. */
  let start: Point | undefined;
  let frame = 0;

  const markAt = (point: Point) => same(marks.at(point.x, point.y));
  const held = (event: MouseEvent | KeyboardEvent) => {
    const wanted = modifier();
    return wanted !== 'none' && event.getModifierState(wanted);
  };
  const look = (event: PointerEvent, modifierHeld: boolean) => {
    const point = { x: event.clientX, y: event.clientY };
    const card = open();
    const onHost = event.composedPath()[0] === host || event.target === host;
    const mark = onHost ? undefined : markAt(point);
    if (mark && mark === card?.mark) start = point;
    const place =
      onHost && card?.box && contains(card.box, point, 1)
        ? 'card'
        : start && card?.box && onTheWay(start, point, card.box)
          ? 'corridor'
          : 'page';
    send({
      type: 'point',
      now: performance.now(),
      mark,
      place,
      speed,
      pressed: event.buttons !== 0,
      modifier: modifierHeld,
    });
  };

  const onMove = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // Content that slides under a resting pointer makes the browser report a move that was none.
    if (screen && screen.x === event.screenX && screen.y === event.screenY) return;
    screen = { x: event.screenX, y: event.screenY };
    speed = speedAt(event.clientX, event.clientY, event.timeStamp);
    last = event;
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      if (last && !signal.aborted) look(last, held(last));
    });
  };
  const onLeave = (event: PointerEvent) => {
    const within = event.type === 'pointerover' && !(event.target instanceof HTMLIFrameElement);
    if (!event.isTrusted || event.pointerType === 'touch' || within) return;
    cancelAnimationFrame(frame);
    frame = 0;
    last = undefined;
    send({ type: 'leave', now: performance.now() });
  };
  const onKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.repeat || modifier() === 'none' || event.key !== modifier() || !last) return;
    speed = 0;
    look(last, event.type === 'keydown');
  };
  const onScroll = () => send({ type: 'scroll', now: performance.now() });

  const passive = { signal, capture: true, passive: true };
  addEventListener('pointermove', onMove, passive);
  // Into a frame: what happens there is the business of the script in it.
  addEventListener('pointerover', onLeave, passive);
  document.documentElement.addEventListener('pointerleave', onLeave, { signal, passive: true });
  addEventListener('scroll', onScroll, passive);
  addEventListener('keydown', onKey, passive);
  addEventListener('keyup', onKey, passive);
  return {
    get at() {
      return last && { x: last.clientX, y: last.clientY };
    },
    markAt,
  };
}

/** Marks are asked for anew at every move; this gives back the object already known when it is the same place. */
function createSameMark(): (mark: Mark | undefined) => Mark | undefined {
  const known = new Map<string, Mark>();
  return (mark) => {
    if (!mark) return undefined;
    const before = known.get(mark.entryId);
    if (before && (before === mark || samePlace(before, mark))) return before;
    known.set(mark.entryId, mark);
    return mark;
  };
}

function samePlace(a: Mark, b: Mark): boolean {
  const one = a.range();
  const two = b.range();
  return (
    one !== undefined &&
    two !== undefined &&
    one.startContainer === two.startContainer &&
    one.startOffset === two.startOffset &&
    one.endContainer === two.endContainer &&
    one.endOffset === two.endOffset
  );
}
