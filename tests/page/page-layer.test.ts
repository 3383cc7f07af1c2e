// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { type PagePreferences, createPageLayer } from '@/lib/page/page-layer';

const PREFERENCES: PagePreferences = {
  density: 'all',
  underline: 'dotted',
  strength: 1,
  marksPerScreen: 0,
  isFaint: () => false,
  rank: () => 0,
  isWanted: () => true,
};

afterEach(() => vi.unstubAllGlobals());

/** A layer over a page of slow texts, whose turns are called by hand. */
function slowPage(signal: AbortSignal) {
  const turns: (() => void)[] = [];
  const idle = { timeRemaining: () => 0, didTimeout: false };
  vi.stubGlobal('requestIdleCallback', (turn: (deadline: typeof idle) => void) => turns.push(() => turn(idle)));
  vi.stubGlobal('cancelIdleCallback', () => undefined);
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
  document.elementFromPoint = () => null;
  Element.prototype.checkVisibility = () => true;
  document.body.innerHTML = '<p>a term</p><p>b term</p><p>c term</p>';
  const read: string[] = [];
  const layer = createPageLayer<string>(
    {
      read(text) {
        const start = performance.now();
        while (performance.now() - start < 10);
        read.push(text);
        return text;
      },
      isEmpty: () => false,
      decide: (_, text) => [{ from: 2, to: text.length, entryId: 'x', reason: { type: 'sure' } }],
      add: () => undefined,
      remove: () => undefined,
      version: () => 1,
    },
    { includeCode: false, preferences: PREFERENCES, onRead: () => undefined, onReplaced: () => undefined },
    signal,
  );
  return { layer, read, turns };
}

it('reads on when preferences come between a full turn and the one kept for choosing', () => {
  const life = new AbortController();
  const { layer, read, turns } = slowPage(life.signal);
  for (let left = 50; turns.length > 0 && left > 0; left--) {
    turns.shift()!();
    layer.setPreferences(PREFERENCES);
  }
  expect(new Set(read)).toEqual(new Set(['a term', 'b term', 'c term']));
  life.abort();
});
