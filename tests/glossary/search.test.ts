import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { createSearch } from '@/lib/glossary/search';
import { cueFold } from '@/lib/matcher/fold';
import { traditionalPairs } from '@/lib/matcher/traditional';
import { readEntryFiles } from '@/scripts/glossary/files';
import { entryNames } from '@/scripts/glossary/names';
import queries from './queries.json';

const names = entryNames(readEntryFiles());
const search = createSearch(names, cueFold(traditionalPairs(new Set(JSON.stringify(names)))));

const firstThree = (query: string) =>
  search(query)
    .slice(0, 3)
    .map(({ entry }) => entry.id);
const missed = (some: Record<string, string>) =>
  Object.entries(some)
    .filter(([query, id]) => !firstThree(query).includes(id))
    .map(([query, id]) => `${query}: ${id} not in ${firstThree(query).join(', ')}`);

describe('search', () => {
  test('finds every exact query among the first three', () => expect(missed(queries.exact)).toEqual([]));

  test('finds every pinyin query among the first three', () => expect(missed(queries.pinyin)).toEqual([]));

  test('finds 95 % of misspelt queries among the first three', () => {
    const wrong = missed(queries.typo);
    expect(wrong.length / Object.keys(queries.typo).length, wrong.join('\n')).toBeLessThanOrEqual(0.05);
  });

  test('marks the part of the name that matched', () => {
    expect(search('yxnl')[0]?.marked).toEqual({ in: 'zh', from: 0, to: 4 });
    expect(search('湧現')[0]?.marked).toEqual({ in: 'zh', from: 0, to: 2 });
  });

  test('keeps to a filter', () => {
    const found = search('学习', { topic: 'reinforcement-learning' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ entry }) => entry.topic === 'reinforcement-learning')).toBe(true);
  });

  test('finds nothing for nothing', () => {
    expect(search('')).toEqual([]);
    expect(search(' -_ ')).toEqual([]);
  });

  test('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
        expect(search(query).length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 200 },
    );
  });
});
