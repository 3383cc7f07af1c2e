/** Everything a reader does with pointer, fingers and keys, joined to the hover's events and the cards' actions. */
import type { Mark, Marks } from '@/lib/page/mark';
import type { Settings } from '@/lib/settings';
import type { Actions } from './actions';
import type { Cursor } from './cursor';
import { SHEET_PULL, watchDrags } from './drag';
import type { FocusKeeper } from './focus-keeper';
import type { Hover, HoverEvent } from './hover-state';
import { watchKeys } from './watch-keys';
import { type PointerWatch, watchPointer } from './watch-pointer';
import { watchPresses } from './watch-presses';
import type { Windows } from './windows';

export function watchReader(
  context: {
    marks: Marks;
    host: HTMLElement;
    root: ShadowRoot;
    windows: Windows;
    cursor: Cursor;
    focus: FocusKeeper;
    actions: Actions;
    settings(): Settings;
    state(): Hover<Mark>;
    send(event: HoverEvent<Mark>): void;
    /** Puts the windows where they now belong. */
    place(): void;
  },
  signal: AbortSignal,
): PointerWatch {
  const { marks, host, root, windows, cursor, focus, actions, settings, state, send, place } = context;
  const now = () => performance.now();
  const pointer = watchPointer(
    {
      marks,
      host,
      open() {
        const { open } = state();
        return open && { box: windows.box(open.key), mark: open.mark };
      },
      modifier: () => settings().modifier,
      send,
    },
    signal,
  );

  let dismissedByTap = false;
  watchPresses(
    {
      host,
      markAt: pointer.markAt,
      onPress: (mark, touch) => {
        dismissedByTap = touch && state().open !== undefined;
        cursor.clear();
        send({ type: 'press', now: now(), mark });
      },
      onPick: (mark, touch) => {
        if (touch && (dismissedByTap || !settings().tapToExplain)) return;
        if (touch) send({ type: 'open', now: now(), mark, entryId: mark.entryId, via: 'touch' });
        else send({ type: 'pin-mark', now: now(), mark });
      },
    },
    signal,
  );

  const shown = () => state().pins.length + (state().open ? 1 : 0);
  watchKeys(
    host,
    root,
    {
      dismiss() {
        const before = shown();
        send({ type: 'dismiss', now: now() });
        if (shown() < before) return true;
        const had = cursor.mark !== undefined;
        cursor.clear();
        return had;
      },
      enterCursor() {
        const { mark } = cursor;
        if (!mark?.range()) return false;
        send({ type: 'open', now: now(), mark, entryId: mark.entryId, via: 'keyboard' });
        return state().open?.mark === mark;
      },
      leaveCursor: cursor.clear,
      back: (key) => send({ type: 'back', key, steps: 1 }),
      pin: (key) => send({ type: 'toggle-pin', now: now(), key }),
      copy: (key) => actions.copy(key, 'text'),
      known: (key) => actions.known(key),
      close: (key) => send({ type: 'close', now: now(), key }),
      leaveCard: (key) => {
        focus.leave();
        if (state().open?.key === key) send({ type: 'close', now: now(), key });
      },
    },
    signal,
  );

  watchDrags(
    root,
    {
      begin(key, sheet) {
        const element = windows.element(key);
        const box = windows.box(key);
        if (!element || !box) return undefined;
        return ({ dx, dy, done }) => {
          if (!sheet) {
            windows.move(key, { x: box.left + dx, y: box.top + dy });
            place();
            return;
          }
          element.style.translate = done ? '' : `0 ${Math.max(0, dy)}px`;
          if (done && dy > SHEET_PULL) send({ type: 'close', now: now(), key });
        };
      },
    },
    signal,
  );
  focus.watch({ onHold: (on) => send({ type: 'hold', on: on || actions.menuOpen(state().open?.key) }) }, signal);
  return pointer;
}
