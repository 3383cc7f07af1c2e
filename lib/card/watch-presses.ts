/** Clicks and taps on the page → what they mean for cards. Nothing is prevented or sent again. */
import type { Mark } from '@/lib/page/mark';

type Point = { x: number; y: number };

/** A finger that moved further (px) or stayed longer (ms) did not tap. */
const TAP_SLIP = 10;
const TAP_TIME = 500;
/** A button that moved further (px) than this between down and up dragged something. */
const CLICK_SLIP = 4;

/** What a page reacts to itself; a click there is the page's. */
const INTERACTIVE = [
  'a[href]',
  'area',
  'button',
  'input',
  'select',
  'textarea',
  'label',
  'summary',
  'option',
  'audio',
  'video',
  '[onclick]',
  '[contenteditable]:not([contenteditable="false"])',
  ...['button', 'link', 'tab', 'menuitem', 'option', 'checkbox', 'radio', 'switch', 'treeitem', 'textbox'].map(
    (role) => `[role="${role}"]`,
  ),
].join(',');

export function watchPresses(
  options: {
    host: HTMLElement;
    markAt(point: Point): Mark | undefined;
    /** A button or finger went down outside the cards. */
    onPress(mark: Mark | undefined, touch: boolean): void;
    /** A click or tap on a mark in plain text. */
    onPick(mark: Mark, touch: boolean, point: Point): void;
  },
  signal: AbortSignal,
): void {
  const { host, markAt, onPress, onPick } = options;
  let down: { x: number; y: number; at: number; touch: boolean; spoilt: boolean } | undefined;

  const onDown = (event: PointerEvent) => {
    down = undefined;
    if (!event.isTrusted || event.target === host) return;
    const touch = event.pointerType === 'touch';
    const point = { x: event.clientX, y: event.clientY };
    // A second finger, or another button than the first, is no tap and no click.
    if (event.isPrimary && event.button === 0) down = { ...point, at: event.timeStamp, touch, spoilt: false };
    onPress(touch ? undefined : markAt(point), touch);
  };
  const spoil = () => {
    if (down?.touch) down.spoilt = true;
  };
  const onMove = (event: PointerEvent) => {
    if (down && !down.spoilt && Math.hypot(event.clientX - down.x, event.clientY - down.y) > slip(down))
      down.spoilt = true;
  };
  const onClick = (event: MouseEvent) => {
    const start = down;
    down = undefined;
    if (!event.isTrusted || event.defaultPrevented || event.button !== 0 || !start || start.spoilt) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (start.touch && event.timeStamp - start.at > TAP_TIME) return;
    const point = { x: event.clientX, y: event.clientY };
    if (Math.hypot(point.x - start.x, point.y - start.y) > slip(start)) return;
    if (event.composedPath().some((node) => node === host || (node instanceof Element && node.matches(INTERACTIVE))))
      return;
    if (document.getSelection()?.isCollapsed === false) return;
    const mark = markAt(point);
    if (mark) onPick(mark, start.touch, point);
  };
  const passive = { signal, capture: true, passive: true };
  addEventListener('pointerdown', onDown, passive);
  addEventListener('pointermove', onMove, passive);
  addEventListener('pointercancel', spoil, passive);
  addEventListener('scroll', spoil, passive);
  // Not in the capture phase: a page that handles the click and says so comes first.
  addEventListener('click', onClick, { signal, passive: true });
}

function slip({ touch }: { touch: boolean }): number {
  return touch ? TAP_SLIP : CLICK_SLIP;
}
