/** A snooze under a clock that jumps: marking comes back when its hour is over by whatever the clock says. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { whileMarked } from '@/entrypoints/content/while-marked';
import { DEFAULT_SITES } from '@/lib/settings';
import { sites } from '@/lib/storage/stored';

const HOUR_MS = 3_600_000;
const NOW = Date.UTC(2026, 10, 23);
let life: AbortController;
let marked: number;

beforeEach(async () => {
  fakeBrowser.reset();
  vi.useFakeTimers({ now: NOW });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue({});
  Object.defineProperty(document, 'contentType', { value: 'text/html', configurable: true });
  location.href = 'http://example.com/';
  await sites.update(() => ({ ...DEFAULT_SITES, snoozed: { 'example.com': NOW + HOUR_MS } }));
  life = new AbortController();
  marked = 0;
  await whileMarked(() => void marked++, life.signal);
  expect(marked).toBe(0);
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

test('forward: within a minute, timers or not', () => {
  vi.setSystemTime(NOW + 2 * HOUR_MS);
  vi.advanceTimersByTime(61_000);
  expect(marked).toBe(1);
});

test('forward: at once when the reader comes back to the tab', () => {
  vi.setSystemTime(NOW + 2 * HOUR_MS);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(marked).toBe(1);
});

test('back by days: the snooze is over, not days long', () => {
  vi.setSystemTime(NOW - 72 * HOUR_MS);
  vi.advanceTimersByTime(61_000);
  expect(marked).toBe(1);
});
