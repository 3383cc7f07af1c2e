import { describe, expect, it, vi } from 'vitest';
import { createEntryShelf } from '@/lib/card/entry-shelf';
import type { CardEntry } from '@/lib/glossary/card-entry';

const entry = (id: string, neighbours: string[] = []) =>
  ({ id, refs: Object.fromEntries(neighbours.map((other) => [other, {}])) }) as unknown as CardEntry;

describe('entries at hand for cards', () => {
  it('asks nobody for what the page holds', async () => {
    const request = vi.fn();
    const shelf = createEntryShelf((id) => entry(id), request);
    expect(shelf.get('rlhf')?.id).toBe('rlhf');
    expect((await shelf.load('rlhf'))?.id).toBe('rlhf');
    expect(request).not.toHaveBeenCalled();
  });

  it('asks once for what is missing and keeps the answer', async () => {
    const request = vi.fn((id: string) => Promise.resolve(entry(id)));
    const shelf = createEntryShelf(() => undefined, request);
    expect(shelf.get('dpo')).toBeUndefined();
    await Promise.all([shelf.load('dpo'), shelf.load('dpo')]);
    expect(shelf.get('dpo')?.id).toBe('dpo');
    expect(request).toHaveBeenCalledOnce();
  });

  it('has nothing to show when nobody answers, and asks again the next time', async () => {
    const request = vi.fn(() => Promise.reject(new Error('updated')));
    const shelf = createEntryShelf(() => undefined, request);
    expect(await shelf.load('dpo')).toBeUndefined();
    expect(shelf.get('dpo')).toBeUndefined();
    await shelf.load('dpo');
    expect(request).toHaveBeenCalledTimes(2);
  });

  it('fetches the neighbours of an entry while it is read', async () => {
    const request = vi.fn((id: string) => Promise.resolve(entry(id)));
    const shelf = createEntryShelf(() => undefined, request);
    shelf.fetchNeighbours(entry('rlhf', ['dpo', 'ppo']));
    await vi.waitFor(() => expect([shelf.get('dpo')?.id, shelf.get('ppo')?.id]).toEqual(['dpo', 'ppo']));
  });
});
