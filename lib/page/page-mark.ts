import type { Match } from '@/lib/matcher/match';
import type { Mark } from './mark';
import { type TextBlock, spanOf, stillSays } from './text-block';

/** A mark with what the page layer knows of it. */
export type PageMark = Mark & { readonly block: TextBlock; readonly from: number; readonly to: number };

/** `onStale` is told when the text under the mark turns out to have changed. */
export function createMark(block: TextBlock, match: Match, onStale: () => void): PageMark {
  const { from, to, entryId, reason } = match;
  return {
    block,
    from,
    to,
    entryId,
    reason,
    text: block.text.slice(from, to),
    range() {
      if (!stillSays(block, from, to)) {
        onStale();
        return undefined;
      }
      const { startNode, startOffset, endNode, endOffset } = spanOf(block, from, to);
      const range = startNode.ownerDocument.createRange();
      range.setStart(startNode, startOffset);
      range.setEnd(endNode, endOffset);
      return range;
    },
  };
}
