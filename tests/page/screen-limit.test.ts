import { describe, expect, it } from 'vitest';
import { limitPerScreen } from '@/lib/page/screen-limit';

const item = (name: string, top: number, rank: number) => ({ name, top, rank });
const names = (items: Set<{ name: string }>) => [...items].map(({ name }) => name).sort();

describe('marks per screen', () => {
  const items = [item('a', 0, 1), item('b', 10, 3), item('c', 20, 3), item('d', 900, 0)];
  it('keeps the highest ranks of each screen, then the first on the page', () => {
    expect(names(limitPerScreen(items, 1, 800))).toEqual(['b', 'd']);
    expect(names(limitPerScreen(items, 2, 800))).toEqual(['b', 'c', 'd']);
  });
  it('keeps all when there is no limit', () => {
    expect(names(limitPerScreen(items, 0, 800))).toEqual(['a', 'b', 'c', 'd']);
  });
});
