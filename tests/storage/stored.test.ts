import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DEFAULT_SETTINGS, DEFAULT_SITES, DEFAULT_TERMS } from '@/lib/settings';
import { migrate, VERSION } from '@/lib/storage/migrate';
import { parseSettings, parseSites, parseTerms } from '@/lib/storage/parse';
import { readEverything, replaceEverything, settings } from '@/lib/storage/stored';
import { type Trouble, watchTrouble } from '@/lib/storage/trouble';

beforeEach(() => fakeBrowser.reset());

describe('parsing', () => {
  test('keeps good fields and replaces bad ones', () => {
    const parsed = parseSettings({ density: 'all', level: 9, showDelay: 'soon', unknown: 1 });
    expect(parsed).toEqual({ ...DEFAULT_SETTINGS, density: 'all' });
  });

  test.each([undefined, null, 3, 'x', [], { own: [{}], known: { a: 'b' }, except: [1] }])(
    'never throws on %j',
    (raw) => {
      expect(parseSettings(raw)).toEqual(DEFAULT_SETTINGS);
      expect(parseSites(raw).except).toEqual([]);
      expect(parseTerms(raw)).toEqual({ own: [], known: {}, hidden: {}, recent: [] });
    },
  );
});

describe('stored', () => {
  test('tells watchers of a change, until aborted', async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    settings.watch((now) => seen.push(now.density), stop.signal);
    await settings.update((now) => ({ ...now, density: 'all' }));
    stop.abort();
    await settings.update((now) => ({ ...now, density: 'page' }));
    expect(seen).toEqual(['all']);
    expect((await settings.get()).density).toBe('page');
  });

  test('keeps a copy of corrupt storage and goes on with defaults', async () => {
    await fakeBrowser.storage.local.set({ settings: 'broken' });
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
    await settings.update((now) => ({ ...now, badge: false }));
    expect((await fakeBrowser.storage.local.get('corrupt-settings'))['corrupt-settings']).toBe('broken');
    expect((await settings.get()).badge).toBe(false);
  });
});

describe('storage that fails', () => {
  const { local } = fakeBrowser.storage;
  const troubles = () => {
    const seen: (Trouble | undefined)[] = [];
    watchTrouble((trouble) => seen.push(trouble), new AbortController().signal);
    return seen;
  };

  test('cannot be read: the defaults stand in, nothing is overwritten, the reader is told', async () => {
    await settings.update((now) => ({ ...now, density: 'all' }));
    const seen = troubles();
    const broken = vi.spyOn(local, 'get').mockRejectedValue(new Error('disk'));
    expect(await settings.get()).toEqual(DEFAULT_SETTINGS);
    await expect(settings.update((now) => ({ ...now, badge: false }))).rejects.toThrow('disk');
    await expect(readEverything()).rejects.toThrow('disk');
    broken.mockRestore();
    expect((await settings.get()).density).toBe('all');
    await settings.update((now) => ({ ...now, badge: false }));
    expect(seen).toEqual([undefined, 'unread', 'unwritten', undefined]);
  });

  test('is full: a change is refused and what was there stays; a backup is applied at one stroke', async () => {
    await settings.update((now) => ({ ...now, density: 'all' }));
    const seen = troubles();
    const full = vi.spyOn(local, 'set').mockRejectedValue(new Error('QuotaExceededError'));
    const backup = { settings: DEFAULT_SETTINGS, sites: DEFAULT_SITES, terms: DEFAULT_TERMS };
    await expect(settings.update((now) => ({ ...now, badge: false }))).rejects.toThrow('Quota');
    await expect(replaceEverything(backup)).rejects.toThrow('Quota');
    expect(full).toHaveBeenCalledTimes(2);
    full.mockRestore();
    expect(await settings.get()).toEqual({ ...DEFAULT_SETTINGS, density: 'all' });
    expect(seen).toEqual([undefined, 'full']);
  });
});

describe('migration', () => {
  test('is idempotent and leaves later versions alone', () => {
    const once = migrate({ settings: { density: 'all' } });
    expect(once).toEqual({ settings: { density: 'all' }, version: VERSION });
    expect(migrate(once)).toBe(once);
    expect(migrate({ version: VERSION + 1 })).toEqual({ version: VERSION + 1 });
  });
});
