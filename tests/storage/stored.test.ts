import { beforeEach, describe, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { DEFAULT_SETTINGS } from '@/lib/settings';
import { migrate, VERSION } from '@/lib/storage/migrate';
import { parseSettings, parseSites, parseTerms } from '@/lib/storage/parse';
import { settings } from '@/lib/storage/stored';

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

describe('migration', () => {
  test('is idempotent and leaves later versions alone', () => {
    const once = migrate({ settings: { density: 'all' } });
    expect(once).toEqual({ settings: { density: 'all' }, version: VERSION });
    expect(migrate(once)).toBe(once);
    expect(migrate({ version: VERSION + 1 })).toEqual({ version: VERSION + 1 });
  });
});
