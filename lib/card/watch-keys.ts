/** Keys: Escape anywhere, Enter after a command, the rest only while the focus is inside a card. */

/** Pixels a press of an arrow key scrolls. */
const LINE = 44;

export type KeyActions = {
  /** True when something was closed. */
  dismiss(): boolean;
  /** Opens the card at the virtual cursor; false when there is no cursor. */
  enterCursor(): boolean;
  /** Another key than the cursor's was pressed in the page. */
  leaveCursor(): void;
  /** For keys inside a card. */
  back(key: number): void;
  pin(key: number): void;
  copy(key: number): void;
  known(key: number): void;
  close(key: number): void;
  /** Tab goes past the ends of a card: the focus goes back to the page first. */
  leaveCard(key: number): void;
};

const MODIFIERS = new Set(['Shift', 'Alt', 'AltGraph', 'Control', 'Meta', 'CapsLock', 'Fn']);

export function watchKeys(host: HTMLElement, root: ShadowRoot, actions: KeyActions, signal: AbortSignal): void {
  const onPageKey = (event: KeyboardEvent) => {
    if (!event.isTrusted || event.isComposing || event.defaultPrevented) return;
    const inside = event.target === host;
    if (event.key === 'Escape') {
      // The page sees Escape as well, unless the focus is in the card: then it was meant for the card alone.
      if (actions.dismiss() && inside) stop(event);
      return;
    }
    if (inside || MODIFIERS.has(event.key)) return;
    if (event.key === 'Enter' && !modified(event) && !inEditor(event) && actions.enterCursor()) stop(event);
    else actions.leaveCursor();
  };
  addEventListener('keydown', onPageKey, { signal, capture: true });
  root.addEventListener(
    'keydown',
    (event) => {
      if (!(event instanceof KeyboardEvent) || !(event.target instanceof Element)) return;
      const window = event.target.closest<HTMLElement>('.window');
      if (window && inCard(event, window, event.target, actions)) event.preventDefault();
    },
    { signal },
  );
}

/** Whether the key meant something to the card. */
function inCard(event: KeyboardEvent, window: HTMLElement, target: Element, actions: KeyActions): boolean {
  const key = Number(window.dataset['key']);
  if (event.key === 'Tab') {
    if (atEnd(window, target, event.shiftKey)) actions.leaveCard(key);
    return false;
  }
  if (event.key === 'Backspace' || (event.altKey && event.key === 'ArrowLeft')) {
    actions.back(key);
    return true;
  }
  if (modified(event)) return false;
  const body = window.querySelector('.body');
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowUp':
      body?.scrollBy(0, event.key === 'ArrowDown' ? LINE : -LINE);
      return true;
    case 'Enter':
      if (target !== window) return false;
      actions.close(key);
      return true;
    case 'p':
    case 'P':
      actions.pin(key);
      return true;
    case 'c':
    case 'C':
      actions.copy(key);
      return true;
    case 'k':
    case 'K':
      actions.known(key);
      return true;
    default:
      return false;
  }
}

/** Whether Tab leads out of the window from here. */
function atEnd(window: Element, target: Element, backwards: boolean): boolean {
  const stops = [...window.querySelectorAll<HTMLElement>('button, a[href]')].filter((end) => end.offsetWidth > 0);
  return backwards ? target === window || target === stops[0] : target === stops.at(-1);
}

function modified(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey;
}

function inEditor(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}
