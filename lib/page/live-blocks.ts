import type { Match } from '@/lib/matcher/match';
import type { Choosable } from './choose';
import { precedes } from './document-order';
import type { Home, TextBlock } from './text-block';

/** A block that holds candidates (or starts a section), as long as the page says what it said. */
export type LiveBlock<Reading> = Choosable & {
  readonly block: TextBlock;
  readonly reading: Reading;
  matches: readonly Match[];
  /** The version of the page's evidence that `matches` were decided with. */
  decidedAt: number;
  /** The matches that became marks. */
  chosen: readonly Match[];
  /** The element whose place on the screen stands for the block's; unknown until there is something to show. */
  box?: Element;
  visible: boolean;
  near: boolean;
  /** Distance from the top of the page in CSS px when last seen. */
  top: number;
  /** No longer on the page. */
  gone: boolean;
};

/** What one home holds: its live blocks and the readings of those in which nothing was found. */
type Holding<Reading> = { blocks: LiveBlock<Reading>[]; empty: Reading[]; walk: number };

/** The live blocks of the page in document order, and by home. */
export type LiveBlocks<Reading> = {
  /** In document order. */
  all(): readonly LiveBlock<Reading>[];
  has(home: Home): boolean;
  of(home: Home): readonly LiveBlock<Reading>[];
  /** Takes out what a home held. */
  take(home: Home): Holding<Reading> | undefined;
  /** The number of the walk that last read of this home. */
  readBy(home: Home): number | undefined;
  /** A walk met a home that another had just read. Gives the last of its blocks. */
  touch(home: Home, walk: number): LiveBlock<Reading> | undefined;
  addEmpty(home: Home, reading: Reading, walk: number): void;
  /** Adds a block; `after` is the block before it when the caller knows. */
  add(live: LiveBlock<Reading>, walk: number, after?: LiveBlock<Reading>): void;
  /** The homes for which the test holds. */
  homes(ok: (home: Home, walk: number) => boolean): Home[];
};

export function createLiveBlocks<Reading>(): LiveBlocks<Reading> {
  const holdings = new Map<Home, Holding<Reading>>();
  let order: LiveBlock<Reading>[] = [];
  let someGone = false;

  const compact = () => {
    if (someGone) order = order.filter((live) => !live.gone);
    someGone = false;
    return order;
  };
  const hold = (home: Home, walk: number) => {
    let holding = holdings.get(home);
    if (!holding) holdings.set(home, (holding = { blocks: NONE, empty: NONE, walk }));
    holding.walk = walk;
    return holding;
  };
  return {
    all: compact,
    has: (home) => holdings.has(home),
    of: (home) => holdings.get(home)?.blocks ?? [],
    take(home) {
      const holding = holdings.get(home);
      if (!holding) return undefined;
      holdings.delete(home);
      for (const live of holding.blocks) live.gone = someGone = true;
      return holding;
    },
    readBy: (home) => holdings.get(home)?.walk,
    touch(home, walk) {
      const holding = holdings.get(home);
      if (!holding) return undefined;
      holding.walk = walk;
      return holding.blocks[holding.blocks.length - 1];
    },
    addEmpty(home, reading, walk) {
      const holding = hold(home, walk);
      holding.empty = withOneMore(holding.empty, reading);
    },
    add(live, walk, after) {
      const holding = hold(live.block.home, walk);
      holding.blocks = withOneMore(holding.blocks, live);
      if (after && !after.gone && order[order.length - 1] === after) {
        order.push(live);
        return;
      }
      const blocks = compact();
      const known = after && !after.gone ? blocks.lastIndexOf(after) : -1;
      blocks.splice(known >= 0 ? known + 1 : placeOf(live, blocks), 0, live);
    },
    homes: (ok) => [...holdings].filter(([home, { walk }]) => ok(home, walk)).map(([home]) => home),
  };
}

const NONE: never[] = [];

/** Pages have many homes and most hold one block: a list that begins with its item takes far less room. */
function withOneMore<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** Where a block belongs among blocks in document order. */
function placeOf<Reading>(live: LiveBlock<Reading>, blocks: readonly LiveBlock<Reading>[]): number {
  const node = live.block.nodes[0]!;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (precedes(blocks[middle]!.block.nodes[0]!, node)) low = middle + 1;
    else high = middle;
  }
  return low;
}
