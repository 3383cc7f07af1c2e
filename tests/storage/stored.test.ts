import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DEFAULT_SETTINGS, DEFAULT_SITES, DEFAULT_TERMS } from '@/lib/settings';
import { migrate, VERSION } from '@/lib/storage/migrate';
import { parseSettings, parseSites, parseTerms } from '@/lib/storage/parse';
import { readEverything, replaceEverything, settings, terms } from '@/lib/storage/stored';
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

  test('keeps a copy of terms of which one cannot be read', async () => {
    const raw = { own: [{ id: 'own-1', forms: ['a'], gloss: 'b', edited: 1 }, { id: 'own-2' }], known: {} };
    await fakeBrowser.storage.local.set({ terms: raw });
    await terms.update((now) => ({ ...now, known: { gpt: 1 } }));
    expect((await terms.get()).own).toHaveLength(1);
    expect((await fakeBrowser.storage.local.get('corrupt-terms'))['corrupt-terms']).toEqual(raw);
  });

  test('makes no copy of what is sound', async () => {
    await settings.update((now) => ({ ...now, density: 'all' }));
    await settings.update((now) => ({ ...now, density: 'page' }));
    expect(Object.keys(await fakeBrowser.storage.local.get())).toEqual(['settings']);
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
  /** What each version stored, and what the reader must find afterwards. */
  const STORED_BY: object[] = [
    { settings: { density: 'all' }, sites: { mode: 'only', only: ['a.example'] } },
    { version: 1, settings: { density: 'all' }, sites: { mode: 'only', only: ['a.example'] } },
  ];

  test('has an example of every version', () => expect(STORED_BY).toHaveLength(VERSION + 1));

  test.each(STORED_BY.map((contents, version) => [version, contents] as const))(
    'from version %i loses nothing',
    (_version, contents) => {
      const after = migrate({ ...contents });
      expect(after['version']).toBe(VERSION);
      expect(parseSettings(after['settings']).density).toBe('all');
      expect(parseSites(after['sites'])).toMatchObject({ mode: 'only', only: ['a.example'] });
    },
  );

  test('is idempotent and leaves later versions alone', () => {
    const once = migrate({ settings: { density: 'all' } });
    expect(once).toEqual({ settings: { density: 'all' }, version: VERSION });
    expect(migrate(once)).toBe(once);
    expect(migrate({ version: VERSION + 1 })).toEqual({ version: VERSION + 1 });
  });
});
