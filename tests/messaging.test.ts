/** What a sender learns of a background that was stopped, refuses or is gone. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { answerPages, RefusedError, send } from '@/lib/messaging';

const { runtime } = fakeBrowser;
const change = { type: 'known', id: 'rlhf', on: true } as const;

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

test('a background that was stopped before it had answered is asked again', async () => {
  const asked = vi
    .spyOn(runtime, 'sendMessage')
    .mockResolvedValueOnce(undefined)
    .mockRejectedValueOnce(new Error('The message channel closed before a response was received'))
    .mockResolvedValueOnce({});
  await expect(send('change', change)).resolves.toBeUndefined();
  expect(asked).toHaveBeenCalledTimes(3);
});

test('a background that never answers is no success', async () => {
  vi.spyOn(runtime, 'sendMessage').mockResolvedValue(undefined);
  await expect(send('change', change)).rejects.toThrow('Stopped');
});

test('a refusal is passed on at once, with its reason', async () => {
  const refuse = () => Promise.reject(new Error('quota exceeded'));
  const answers = { getEntries: () => ({}), topUrl: () => undefined, reportPage: () => undefined, change: refuse };
  const listen = vi.spyOn(runtime.onMessage, 'addListener');
  answerPages(answers);
  const listener = listen.mock.calls[0]![0] as (message: unknown, sender: object) => Promise<unknown>;
  const asked = vi
    .spyOn(runtime, 'sendMessage')
    .mockImplementation(((message: unknown) => listener(message, { id: runtime.id })) as never);
  await expect(send('change', change)).rejects.toThrow(RefusedError);
  await expect(send('change', change)).rejects.toThrow('quota exceeded');
  expect(asked).toHaveBeenCalledTimes(2);
  await expect(send('topUrl')).resolves.toBeUndefined();
});

test('a stranger gets no answer', () => {
  const listen = vi.spyOn(runtime.onMessage, 'addListener');
  const told = vi.fn();
  answerPages({ getEntries: () => ({}), topUrl: () => undefined, reportPage: () => undefined, change: told });
  const listener = listen.mock.calls[0]![0] as (message: unknown, sender: object) => unknown;
  expect(listener({ termlens: 'change', args: [change] }, { id: 'another-extension' })).toBeUndefined();
  for (const odd of [undefined, null, 3, 'change', {}, { termlens: 'constructor', args: [] }, { termlens: 'change' }])
    expect(listener(odd, { id: runtime.id })).toBeUndefined();
  expect(told).not.toHaveBeenCalled();
});
