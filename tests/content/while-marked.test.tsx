/** What time and the browser do to a page: clocks that jump, pages rendered ahead (no driver of Chrome lets it do that). */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { whileMarked } from '@/entrypoints/content/while-marked';
import { showOnIcon } from '@/lib/background/icon';
import type { PageReport } from '@/lib/messages';
import { DEFAULT_SITES } from '@/lib/settings';
import { reportsOf } from '@/lib/storage/page-reports';
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

test('a clock that jumps forward ends a snooze within a minute, timers or not', () => {
  vi.setSystemTime(NOW + 2 * HOUR_MS);
  vi.advanceTimersByTime(61_000);
  expect(marked).toBe(1);
});

test('a clock that jumps forward ends a snooze at once when the reader comes back to the tab', () => {
  vi.setSystemTime(NOW + 2 * HOUR_MS);
  document.dispatchEvent(new Event('visibilitychange'));
  expect(marked).toBe(1);
});

test('a clock that is set back by days ends a snooze, which is not days long then', () => {
  vi.setSystemTime(NOW - 72 * HOUR_MS);
  vi.advanceTimersByTime(61_000);
  expect(marked).toBe(1);
});

test('a page rendered ahead reports again when it is shown, and counts only then', async () => {
  const sent = vi.mocked(fakeBrowser.runtime.sendMessage);
  const reports = () =>
    sent.mock.calls.filter(([message]) => (message as { termlens: string }).termlens === 'reportPage');
  const [message] = reports()[0]! as unknown as [{ args: [PageReport] }];
  const sender = { tab: { id: 7 }, frameId: 0, documentLifecycle: 'prerender' } as never;
  await showOnIcon(sender, message.args[0]);
  expect(await reportsOf(7)).toEqual({});
  const before = reports().length;
  document.dispatchEvent(new Event('prerenderingchange'));
  await vi.advanceTimersByTimeAsync(10);
  expect(reports().length).toBeGreaterThan(before);
});
