import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, DEFAULT_SITES, type Settings, type Sites } from '@/lib/settings';
import { followed, fromPieces, joined, type Ledger, type Mirrored, noted, pieces } from '@/lib/storage/ledger';

const having = (settings: Partial<Settings> = {}, sites: Partial<Sites> = {}): Mirrored => ({
  settings: { ...DEFAULT_SETTINGS, ...settings },
  sites: { ...DEFAULT_SITES, ...sites },
});
const line = fc.tuple(fc.oneof(fc.constant(null), fc.constant(true), fc.string()), fc.nat(5));
const ledger = fc.dictionary(fc.string(), line) as fc.Arbitrary<Ledger>;

describe('the ledger', () => {
  test('notes nothing for a reader who chose nothing', () => expect(noted({}, having(), 5)).toEqual({}));

  test('notes what changed since, and what was taken away', () => {
    const first = noted({}, having({ density: 'all' }, { except: ['a.example'] }), 5);
    expect(first).toEqual({ 'settings density': ['all', 5], 'except a.example': [true, 5] });
    const second = noted(first, having({ density: 'page' }), 9);
    expect(second).toEqual({ 'settings density': ['page', 9], 'except a.example': [null, 9] });
    expect(noted(second, having({ density: 'page' }), 12)).toBe(second);
  });

  test('the newer line of two browsers wins, and their sites are all kept', () => {
    const one = noted({}, having({ density: 'all', level: 2 }, { except: ['a.example'] }), 5);
    const two = noted({}, having({ density: 'page' }, { except: ['b.example'] }), 6);
    const both = followed(having(), joined(one, two));
    expect(both.settings).toMatchObject({ density: 'page', level: 2 });
    expect(both.sites.except.toSorted()).toEqual(['a.example', 'b.example']);
  });

  test('what one browser took away does not come back from another', () => {
    const before = noted({}, having({}, { only: ['a.example'] }), 5);
    const after = noted(before, having(), 7);
    expect(followed(having({}, { only: ['a.example'] }), joined(before, after)).sites.only).toEqual([]);
  });

  test('a snooze and the switch of the mirror stay in this browser', () => {
    const mine = having({ sync: true }, { snoozed: { 'a.example': 9 } });
    expect(noted({}, mine, 5)).toEqual({});
    expect(followed(mine, { 'settings sync': [false, 9] })).toEqual(mine);
  });

  test('joining does not depend on the order', () => {
    fc.assert(
      fc.property(ledger, ledger, ledger, (a, b, c) => {
        expect(joined(a, b)).toEqual(joined(b, a));
        expect(joined(joined(a, b), c)).toEqual(joined(a, joined(b, c)));
      }),
    );
  });

  test('a bad value from another browser becomes the default', () =>
    expect(followed(having(), { 'settings density': ['sideways', 9] }).settings.density).toBe('section'));

  test('is cut into pieces that storage.sync takes, and read back whole', () => {
    const many = noted({}, having({}, { except: Array.from({ length: 2000 }, (_, at) => `网站${at}.example`) }), 5);
    const cut = pieces(many);
    for (const [name, piece] of Object.entries(cut))
      expect(new TextEncoder().encode(name + JSON.stringify(piece)).length).toBeLessThanOrEqual(8192);
    expect(Object.keys(cut).length).toBeGreaterThan(5);
    expect(fromPieces(cut)).toEqual(many);
  });

  test('half a delivery loses nothing of what is here', () => {
    const all = noted({}, having({}, { except: Array.from({ length: 900 }, (_, at) => `${at}.example`) }), 5);
    const { 'ledger-0': first } = pieces(all);
    expect(joined(all, fromPieces({ 'ledger-0': first, 'ledger-1': 'broken' }))).toEqual(all);
  });
});
