import { describe, expect, it } from 'vitest';
import type { Match } from '@/lib/matcher/match';
import { type Choosable, choose } from '@/lib/page/choose';

type Block = Choosable & { name: string };

/** A block from a line such as `# a b` (a heading) or `a a c`; a leading `-` hides it. */
function block(line: string, name: string): Block {
  const ids = line
    .replace(/^[#-] /, '')
    .split(' ')
    .filter(Boolean);
  const matches = ids.map((entryId, at): Match => ({ from: at, to: at + 1, entryId, reason: { type: 'sure' } }));
  return { name, heading: line.startsWith('#'), matches, isVisible: () => !line.startsWith('-') };
}

function chosen(lines: string[], density: 'section' | 'page' | 'all', unwanted = ''): string[] {
  const blocks = lines.map((line, at) => block(line, String(at)));
  const waiting: string[] = [];
  const marks = choose(
    blocks,
    density,
    (id) => id !== unwanted,
    (one) => waiting.push(one.name),
  );
  return [
    ...[...marks].map(([one, matches]) => `${one.name}: ${matches.map((match) => match.entryId).join(' ')}`),
    ...waiting.map((name) => `${name} waits`),
  ];
}

describe('choosing marks', () => {
  it('takes the first of each entry in a section, anew after a heading', () => {
    expect(chosen(['a a b', 'b c', '# a', 'a c'], 'section')).toEqual(['0: a b', '1: c', '2: a', '3: c']);
  });
  it('takes the first of each entry on the page', () => {
    expect(chosen(['a a', '# b', 'a c'], 'page')).toEqual(['0: a', '1: b', '2: c']);
  });
  it('takes all', () => {
    expect(chosen(['a a', 'a'], 'all')).toEqual(['0: a a', '1: a']);
  });
  it('gives the turn of a hidden block to the next, and lets it wait', () => {
    expect(chosen(['- a', 'a'], 'section')).toEqual(['1: a', '0 waits']);
  });
  it('passes over what the reader does not want', () => {
    expect(chosen(['a b'], 'all', 'a')).toEqual(['0: b']);
  });
});
