import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createAlarm } from '@/lib/card/alarm';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  // A frame every 16 ms.
  vi.stubGlobal('requestAnimationFrame', (draw: () => void) => setTimeout(draw, 16));
  vi.stubGlobal('cancelAnimationFrame', (frame: ReturnType<typeof setTimeout>) => clearTimeout(frame));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('rings once, in the frame nearest to the due time, and says no earlier time than that', () => {
  const ring = vi.fn();
  const start = performance.now();
  createAlarm(ring, new AbortController().signal).set(start + 300);
  vi.advanceTimersByTime(290);
  expect(ring).not.toHaveBeenCalled();
  vi.advanceTimersByTime(18);
  expect(ring).toHaveBeenCalledOnce();
  expect(ring.mock.calls[0]![0]).toBeGreaterThanOrEqual(start + 300);
  vi.advanceTimersByTime(1000);
  expect(ring).toHaveBeenCalledOnce();
});

it('rings for the last time that was set, and not at all once it is called off or its life ends', () => {
  const ring = vi.fn();
  const life = new AbortController();
  const alarm = createAlarm(ring, life.signal);
  alarm.set(performance.now() + 100);
  alarm.set(performance.now() + 500);
  vi.advanceTimersByTime(400);
  expect(ring).not.toHaveBeenCalled();
  alarm.set(undefined);
  vi.advanceTimersByTime(1000);
  alarm.set(performance.now() + 10);
  life.abort();
  vi.advanceTimersByTime(1000);
  alarm.set(performance.now());
  vi.advanceTimersByTime(1000);
  expect(ring).not.toHaveBeenCalled();
});
