/** Which matches become marks, by density and by what the reader does not want marked. Pure. */
import type { EntryId } from '@/lib/glossary/entry';
import type { Match } from '@/lib/matcher/match';

export type Density = 'section' | 'page' | 'all';

/** One block as far as the choice goes. */
export type Choosable = {
  readonly heading: boolean;
  readonly matches: readonly Match[];
  /** Whether the reader can see the block; asked only when the answer matters. */
  isVisible(): boolean;
};

/**
 * The matches to mark, per block, for blocks in page order. A section starts at a heading. A block that cannot be seen
 * takes nothing from those after it; it is told to `waiting`, since its turn may come.
 */
export function choose<Block extends Choosable>(
  blocks: Iterable<Block>,
  density: Density,
  isWanted: (id: EntryId) => boolean,
  waiting: (block: Block) => void,
): Map<Block, Match[]> {
  const chosen = new Map<Block, Match[]>();
  const seen = new Set<EntryId>();
  for (const block of blocks) {
    if (block.heading && density === 'section') seen.clear();
    let marks: Match[] | undefined;
    for (const match of block.matches) {
      if (seen.has(match.entryId) || !isWanted(match.entryId)) continue;
      if (!marks && !block.isVisible()) {
        waiting(block);
        break;
      }
      (marks ??= []).push(match);
      if (density !== 'all') seen.add(match.entryId);
    }
    if (marks) chosen.set(block, marks);
  }
  return chosen;
}
