// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createSlices } from '@/lib/page/slices';

let frames: (() => void)[] = [];
beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => frames.push(frame));
  vi.stubGlobal('requestIdleCallback', (turn: (deadline: { timeRemaining(): number }) => void) =>
    setTimeout(() => turn({ timeRemaining: () => 0 })),
  );
  vi.stubGlobal('cancelIdleCallback', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Slices with so many turns of work, and the number of turns taken. */
function working(turns: number) {
  const life = new AbortController();
  let taken = 0;
  const slices = createSlices(() => ++taken < turns, life.signal);
  slices.start();
  return { slices, life, taken: () => taken };
}

it('takes turns until there is no more to do', () => {
  const { taken } = working(3);
  vi.advanceTimersByTime(100);
  expect(taken()).toBe(3);
});

it('takes no turn between new rules and the frame that shows them', () => {
  const { slices, taken } = working(3);
  vi.advanceTimersToNextTimer();
  expect(taken()).toBe(1);
  slices.letPaint();
  vi.advanceTimersByTime(400);
  expect(taken()).toBe(1);
  frames.shift()!();
  expect(taken()).toBe(1);
  vi.advanceTimersByTime(100);
  expect(taken()).toBe(3);
});

it('goes on where nothing is ever painted', () => {
  const { slices, taken } = working(3);
  slices.letPaint();
  vi.advanceTimersByTime(700);
  expect(taken()).toBe(3);
});

it('stops with its signal', () => {
  const { life, taken } = working(3);
  vi.advanceTimersToNextTimer();
  life.abort();
  vi.advanceTimersByTime(1000);
  expect(taken()).toBe(1);
});
