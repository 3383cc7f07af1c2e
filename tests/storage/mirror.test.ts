import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { mirror } from '@/lib/storage/mirror';
import { settings, sites } from '@/lib/storage/stored';

type Area = Record<string, unknown>;

/** What another browser of the reader left in storage.sync. */
let cloud: Area;
const browsers: Area[] = [];
/** Goes on as another browser of the same reader: its own storage.local, the same storage.sync. */
async function as(number: number): Promise<void> {
  browsers[current] = await fakeBrowser.storage.local.get();
  await fakeBrowser.storage.local.clear();
  current = number;
  await fakeBrowser.storage.local.set(browsers[number] ?? {});
}
let current = 0;

beforeEach(() => {
  fakeBrowser.reset();
  browsers.length = 0;
  current = 0;
  cloud = {};
});

describe('the mirror', () => {
  test('is off until asked for', async () => {
    await settings.update((now) => ({ ...now, density: 'all' }));
    await mirror();
    cloud = await fakeBrowser.storage.sync.get();
    expect(cloud).toEqual({});
  });

  test('brings two browsers together: the newest choice of each, all sites, and what was taken away', async () => {
    await settings.update((now) => ({ ...now, sync: true, density: 'all', level: 2 }));
    await sites.update((now) => ({ ...now, except: ['one.example'] }));
    await mirror();
    await as(1);
    await settings.update((now) => ({ ...now, sync: true, level: 3 }));
    await sites.update((now) => ({ ...now, except: ['two.example'] }));
    await mirror();
    // What was there first wins over an undated choice; nothing else is lost.
    expect(await settings.get()).toMatchObject({ density: 'all', level: 2 });
    expect((await sites.get()).except.toSorted()).toEqual(['one.example', 'two.example']);
    await settings.update((now) => ({ ...now, level: 3 }));
    await sites.update((now) => ({ ...now, except: ['two.example'] }));
    await mirror();
    await as(0);
    await mirror();
    expect((await settings.get()).level).toBe(3);
    expect((await sites.get()).except).toEqual(['two.example']);
  });

  test('tells when storage.sync is full, keeps all that is here, and is well again later', async () => {
    await settings.update((now) => ({ ...now, sync: true, density: 'all' }));
    const full = vi.spyOn(fakeBrowser.storage.sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
    await mirror();
    expect(await fakeBrowser.storage.local.get('mirror-problem')).toEqual({ 'mirror-problem': 'full' });
    expect((await settings.get()).density).toBe('all');
    full.mockRestore();
    await mirror();
    expect(await fakeBrowser.storage.local.get('mirror-problem')).toEqual({});
    expect(Object.keys(await fakeBrowser.storage.sync.get())).toEqual(['ledger-0']);
  });
});
