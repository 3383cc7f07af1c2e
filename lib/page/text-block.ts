/** A run of text that the reader sees as continuous, with the way back to the nodes it came from. */

/** The element, or shadow root, whose own line of text a block is. */
export type Home = Element | ShadowRoot;

export type TextBlock = {
  readonly home: Home;
  readonly text: string;
  /** The text nodes in order; one appears twice when something invisible was left out of its middle. */
  readonly nodes: readonly Text[];
  /** Per node: where its piece starts in `text`, and where in the node. UTF-16 units. */
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
  /** The block is a heading: a section of the page starts here. */
  readonly heading: boolean;
};

/** Where a stretch of a block's text stands in the page. */
export type Span = { startNode: Text; startOffset: number; endNode: Text; endOffset: number };

/** The place of `from … to` (`to` exclusive) of a block's text; both ends are seen characters. */
export function spanOf(block: TextBlock, from: number, to: number): Span {
  const first = pieceAt(block.starts, from);
  const last = pieceAt(block.starts, to - 1);
  return {
    startNode: block.nodes[first]!,
    startOffset: block.offsets[first]! + from - block.starts[first]!,
    endNode: block.nodes[last]!,
    endOffset: block.offsets[last]! + to - block.starts[last]!,
  };
}

/** The last piece that starts at or before an offset. */
function pieceAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether the page still says, between these places, what the block said when it was read. */
export function stillSays(block: TextBlock, from: number, to: number): boolean {
  const last = pieceAt(block.starts, to - 1);
  for (let piece = pieceAt(block.starts, from); piece <= last; piece++) {
    const node = block.nodes[piece]!;
    const start = Math.max(from, block.starts[piece]!);
    const end = Math.min(to, block.starts[piece + 1] ?? block.text.length);
    const offset = block.offsets[piece]! + start - block.starts[piece]!;
    // A virtual line break after the piece belongs to no node; it never begins or ends a match.
    const said = node.data.slice(offset, offset + end - start);
    const wanted = block.text.slice(start, start + said.length);
    if (!node.isConnected || said !== wanted || (said.length < end - start && piece === last)) return false;
  }
  return true;
}
