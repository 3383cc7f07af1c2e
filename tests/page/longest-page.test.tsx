/** How much of a page is read, with a matcher that finds nothing. */
import { describe, expect, it } from 'vitest';
import { createPageReader, LONGEST_PAGE } from '@/lib/page/page-reader';

function readAll(html: string) {
  document.body.innerHTML = html;
  let added = 0;
  const reader = createPageReader<string>(
    {
      read: (text) => text,
      isEmpty: () => true,
      decide: () => [],
      add: () => void added++,
      remove: () => void added--,
      version: () => 0,
    },
    { includeCode: false, meetHost: () => undefined, onMatches: () => undefined, onGone: () => undefined },
  );
  reader.readTree(document.body);
  while (reader.work(performance.now() + 50));
  return { tally: reader.tally, added };
}

describe('a page', () => {
  it('is read whole', () => {
    const { tally, added } = readAll('<p>one</p><p>two <b>three</b></p><p>four</p>');
    expect(tally).toMatchObject({ blocks: 3, characters: 16, cut: false });
    expect(added).toBe(3);
  });

  it('of any length is read to a limit, and says so', () => {
    const line = `<p>${'a word '.repeat(10_000)}</p>`;
    const { tally } = readAll(line.repeat(Math.ceil(LONGEST_PAGE / 70_000) + 20));
    expect(tally.cut).toBe(true);
    expect(tally.characters).toBeGreaterThanOrEqual(LONGEST_PAGE);
    expect(tally.characters).toBeLessThan(LONGEST_PAGE + 5000);
  });
});
