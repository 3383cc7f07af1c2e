/** The focus: into a card and back to where it was, and whether something inside a card keeps it open. */

export type FocusKeeper = {
  /** Moves the focus into a window that the keyboard opened. */
  enter(window: HTMLElement): void;
  /** The window that holds the focus. */
  inside(): HTMLElement | undefined;
  /** Gives the focus back before windows are taken away, if it is in one of them. */
  beforeClosing(keys: number[]): void;
  /** Gives the focus back now. */
  leave(): void;
  watch(options: { onHold(on: boolean): void }, signal: AbortSignal): void;
};

/** Events of a card that are none of the page's business: its shortcuts and its “click outside” must not see them. */
const PRIVATE = [
  'click',
  'auxclick',
  'dblclick',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keyup',
  'keypress',
  'focusin',
  'focusout',
];

export function createFocusKeeper(root: ShadowRoot): FocusKeeper {
  let back: HTMLElement | undefined;
  const leave = () => {
    const inside = root.activeElement;
    if (!(inside instanceof HTMLElement)) return;
    if (back?.isConnected && back !== document.body) back.focus({ preventScroll: true });
    else inside.blur();
    back = undefined;
  };
  return {
    enter(window) {
      const active = deepActive();
      if (active && !root.contains(active)) back = active;
      window.tabIndex = -1;
      window.focus({ preventScroll: true });
    },
    inside: () => root.activeElement?.closest<HTMLElement>('.window') ?? undefined,
    beforeClosing(keys) {
      const window = root.activeElement?.closest('.window');
      if (window && keys.includes(Number(window.getAttribute('data-key')))) leave();
    },
    leave,
    watch({ onHold }, signal) {
      const hold = () => onHold(keyboardInside(root) || selectionInside(root));
      document.addEventListener('selectionchange', hold, { signal });
      root.addEventListener('focusin', hold, { signal });
      root.addEventListener('focusout', hold, { signal });
      for (const type of PRIVATE) root.addEventListener(type, (event) => event.stopPropagation(), { signal });
      // A press on a button acts and leaves the page's focus alone.
      root.addEventListener(
        'mousedown',
        (event) => {
          if (event.target instanceof Element && event.target.closest('button, a')) event.preventDefault();
        },
        { signal },
      );
    },
  };
}

/** The focused element, looked for inside open shadow roots too. */
function deepActive(): HTMLElement | undefined {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active instanceof HTMLElement ? active : undefined;
}

function keyboardInside(root: ShadowRoot): boolean {
  return root.activeElement?.matches(':focus-visible') ?? false;
}

/** Whether text inside the closed root is selected. Each browser tells in its own way. */
function selectionInside(root: ShadowRoot): boolean {
  const own = 'getSelection' in root && typeof root.getSelection === 'function' ? root.getSelection() : undefined;
  const selection: unknown = own ?? document.getSelection();
  if (!(selection instanceof Selection) || selection.rangeCount === 0) return false;
  const [range] = selection.getComposedRanges?.({ shadowRoots: [root] }) ?? [selection.getRangeAt(0)];
  return (
    range !== undefined && root.contains(range.startContainer) && !range.collapsed && selection.toString().trim() !== ''
  );
}
