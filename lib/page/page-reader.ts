/** Reads the page into live blocks: first all of it, then what changes, in turns with a deadline. */
import type { Match } from '@/lib/matcher/match';
import type { SkipReason } from './element-kinds';
import { isSkipped } from './element-kinds';
import { type LiveBlock, type LiveBlocks, createLiveBlocks } from './live-blocks';
import type { Home, TextBlock } from './text-block';
import { textBlocks } from './text-blocks';
import type { Changes } from './watch-changes';

/** The matcher as the page layer sees it. */
export type TextReader<Reading> = {
  read(text: string): Reading;
  isEmpty(reading: Reading): boolean;
  decide(text: string, reading: Reading): Match[];
  /** What the page says about doubtful forms grows and shrinks with it. */
  add(reading: Reading): void;
  remove(reading: Reading): void;
  /** Changes when decisions may come out differently. */
  version(): number;
};

/** What reading the page has cost and met since the start. */
export type ReadingTally = {
  blocks: number;
  characters: number;
  milliseconds: number;
  skipped: Record<string, number>;
  /** The page is longer than is read. */
  cut: boolean;
};

export type PageReader<Reading> = {
  readonly blocks: LiveBlocks<Reading>;
  readonly tally: ReadingTally;
  /** Takes on a whole tree: the document's body or a shadow root. */
  readTree(root: Home): void;
  /** Reads some of a tree before anything else: what begins at or after this block, as the reader has it before them. */
  readFirst(root: Home, from: Element): void;
  readChanges(changes: Changes): void;
  readHome(home: Home): void;
  /** Works until the deadline (`performance.now()` ms); true when there is more to do. */
  work(deadline: number): boolean;
};

type Walk = {
  /** Walks are numbered as they start; 0 before. */
  number: number;
  turns: Generator<readonly TextBlock[]>;
  /** Blocks of the last turn, and how many of them are taken: one long text makes hundreds. */
  ready: readonly TextBlock[];
  taken: number;
  /** What the walk covers in full: homes in it that it does not meet are gone. */
  covers?: Home;
  /** The one home that is read. */
  own?: Home;
  /** UTF-16 units still to be read by a walk that only takes a first look. */
  room: number;
  /** UTF-16 units read. */
  size: number;
  /** What homes held that this walk has begun to read, where they held something. */
  fresh: Map<Home, readonly LiveBlock<unknown>[]>;
  last?: LiveBlock<unknown>;
};

type Options<Reading> = {
  includeCode: boolean;
  meetHost(host: Element): void;
  /** A block has matches now, or other ones. */
  onMatches(live: LiveBlock<Reading>): void;
  /** Blocks are gone. */
  onGone(blocks: readonly LiveBlock<Reading>[]): void;
};

/** Of a longer page only so much is read, about ten long novels, so that we do not take its memory. UTF-16 units. */
export const LONGEST_PAGE = 10_000_000;
/** About three screens of dense text. UTF-16 units. */
const FIRST_LOOK = 12_000;

export function createPageReader<Reading>(reader: TextReader<Reading>, options: Options<Reading>): PageReader<Reading> {
  const blocks = createLiveBlocks<Reading>();
  const tally: ReadingTally = { blocks: 0, characters: 0, milliseconds: 0, skipped: {}, cut: false };
  const walks: Walk[] = [];
  const homes = new Set<Home>();
  /** Read in full by a first look, and not to be read again by the walk that covers all. */
  const firstSeen = new Set<Home>();
  let walkNumber = 0;
  /** Where deciding anew has come to. */
  let redecided = 0;
  let redecideVersion = 0;

  const rules = {
    includeCode: options.includeCode,
    meetHost: options.meetHost,
    meetSkipped: (reason: SkipReason) => void (tally.skipped[reason] = (tally.skipped[reason] ?? 0) + 1),
  };
  const drop = (home: Home): readonly LiveBlock<Reading>[] => {
    const held = blocks.take(home);
    if (!held) return [];
    for (const reading of held.empty) reader.remove(reading);
    for (const live of held.blocks) reader.remove(live.reading);
    return held.blocks;
  };
  const decideOn = (live: LiveBlock<Reading>, onlySure = false) => {
    live.decidedAt = onlySure ? -1 : reader.version();
    let matches = reader.decide(live.block.text, live.reading);
    if (onlySure) matches = matches.filter(({ reason }) => reason.type !== 'evidence');
    if (sameMatches(matches, live.matches)) return;
    live.matches = matches;
    options.onMatches(live);
  };
  const take = (block: TextBlock, walk: Walk, old: readonly LiveBlock<Reading>[]) => {
    const same = old.find((live) => live.block.text === block.text);
    const reading = same ? same.reading : reader.read(block.text);
    reader.add(reading);
    tally.blocks++;
    tally.characters += block.text.length;
    if (reader.isEmpty(reading) && !block.heading) return blocks.addEmpty(block.home, reading, walk.number);
    const live = newLive(block, reading);
    blocks.add(live, walk.number, walk.last as LiveBlock<Reading> | undefined);
    walk.last = live as LiveBlock<unknown>;
    // What is known of the home's place on the screen still holds.
    if (old[0]) Object.assign(live, { box: old[0].box, visible: old[0].visible, near: old[0].near, top: old[0].top });
    if (same && sameNodes(same.block, block)) Object.assign(live, { matches: same.matches, decidedAt: same.decidedAt });
    // While a whole tree is read each new term would overthrow what was decided before: that waits for the end.
    else if (!walk.covers) decideOn(live, walk.room < Infinity);
    if (live.matches.length > 0) options.onMatches(live);
  };
  /** Takes the next block of a walk, or ends it; true while there is more. */
  const advance = (walk: Walk): boolean => {
    let done: boolean | undefined = false;
    walk.number ||= ++walkNumber;
    if (walk.taken === walk.ready.length) {
      const turn = walk.turns.next();
      done = turn.done;
      walk.ready = turn.value ?? NO_BLOCKS;
      walk.taken = 0;
    }
    const next = walk.ready[walk.taken];
    if (next) walk.taken++;
    // What was taken out before its turn came has been dropped already, and nobody would drop it again.
    const block = next?.home.isConnected ? next : undefined;
    const readBy = block && (blocks.readBy(block.home) ?? 0);
    if (block && ((walk.covers && firstSeen.has(block.home)) || readBy! > walk.number)) {
      // Read a moment ago, by a first look or because it has changed since this walk was there.
      const last = blocks.touch(block.home, readBy! > walk.number ? readBy! : walk.number);
      if (last) walk.last = last as LiveBlock<unknown>;
    } else if (block) {
      let old = walk.fresh.get(block.home) as readonly LiveBlock<Reading>[] | undefined;
      if (!old && readBy !== walk.number) {
        if (walk.room <= 0) return endFirstLook(walk, block.home);
        old = drop(block.home);
        if (old.length > 0 || walk.room < Infinity) walk.fresh.set(block.home, old as readonly LiveBlock<unknown>[]);
      }
      walk.room -= block.text.length;
      walk.size += block.text.length;
      take(block, walk, old ?? NO_LIVE);
    }
    if (walk.covers && walk.size >= LONGEST_PAGE) tally.cut = done = true;
    if (!done) return true;
    end(walk);
    return false;
  };
  const end = ({ covers, number, fresh, room }: Walk) => {
    const old = [...fresh.values()].flat() as LiveBlock<Reading>[];
    if (covers) {
      firstSeen.clear();
      // Its blocks are undecided, however little they change what the page says.
      redecided = 0;
      const missed = blocks.homes((home, walk) => walk < number && covers.contains(home));
      for (const home of missed) old.push(...drop(home));
    }
    if (room < Infinity) for (const home of fresh.keys()) firstSeen.add(home);
    if (old.length > 0) options.onGone(old);
  };
  /** `next` was not read any more: it and what it stands in may have text that is not known yet. */
  const endFirstLook = (walk: Walk, next: Home): false => {
    end(walk);
    for (let up: Node | null = next; up; up = up.parentNode) firstSeen.delete(up as Home);
    return false;
  };
  const begin = (root: Home, walk: Pick<Walk, 'covers' | 'own'>, from?: Element): Walk => ({
    number: 0,
    turns: textBlocks(root, rules, { own: walk.own !== undefined, ...(from && { from }) }),
    ready: NO_BLOCKS,
    taken: 0,
    ...walk,
    room: from ? FIRST_LOOK : Infinity,
    size: 0,
    fresh: new Map(),
  });
  /** The walk over a home's own line, which may be long. */
  let own: Walk | undefined;
  const beginOwn = (home: Home): Walk | undefined => {
    firstSeen.delete(home);
    const old = drop(home);
    if (!home.isConnected) {
      options.onGone(old);
      return undefined;
    }
    const walk = begin(home, { own: home });
    walk.fresh.set(home, old as readonly LiveBlock<unknown>[]);
    return walk;
  };
  const readHome = (home: Home) => {
    homes.add(home);
    // What has been read of it so far is out of date.
    if (own?.own === home) {
      end(own);
      own = undefined;
    }
  };

  return {
    blocks,
    tally,
    readTree: (root) => void walks.push(begin(root, { covers: root })),
    readFirst: (root, from) => void walks.unshift(begin(root, {}, from)),
    readHome,
    readChanges(changes) {
      if (changes.removed) {
        const gone = blocks.homes((home) => !home.isConnected).flatMap(drop);
        if (gone.length > 0) options.onGone(gone);
      }
      for (const root of changes.trees) {
        const home = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).body : (root as ShadowRoot);
        if (home?.isConnected) walks.push(begin(home, { covers: home }));
      }
      for (const home of changes.homes) if (!changes.trees.has(home.getRootNode() as Document)) readHome(home);
      for (const element of changes.subtrees) {
        if (!element.isConnected || changes.trees.has(element.getRootNode() as Document)) continue;
        const skipped = isSkipped(element, options.includeCode);
        if (skipped) options.onGone(blocks.homes((home) => element.contains(home)).flatMap(drop));
        else walks.push(begin(element, {}));
      }
    },
    work(deadline) {
      const start = performance.now();
      let now = start;
      while (now < deadline && (own || homes.size > 0)) {
        if (!own) {
          const [home] = homes as Iterable<Home> as [Home];
          homes.delete(home);
          own = beginOwn(home);
        }
        if (own && !advance(own)) own = undefined;
        now = performance.now();
      }
      while (now < deadline && walks.length > 0) {
        if (!advance(walks[0]!)) walks.shift();
        now = performance.now();
      }
      const reading = own !== undefined || homes.size > 0 || walks.length > 0;
      // Decisions wait for the end of the reading: until then every new term would overthrow them.
      const version = reader.version();
      if (redecideVersion !== version) redecided = 0;
      redecideVersion = version;
      const all = blocks.all();
      if (reading) redecided = 0;
      for (const size = reading ? 0 : all.length; now < deadline && redecided < size; redecided++) {
        const live = all[redecided]!;
        if (live.decidedAt === version) continue;
        decideOn(live);
        now = performance.now();
      }
      tally.milliseconds += now - start;
      return reading || redecided < all.length;
    },
  };
}

const NO_BLOCKS: readonly TextBlock[] = [];
const NO_LIVE: readonly never[] = [];

function newLive<Reading>(block: TextBlock, reading: Reading): LiveBlock<Reading> {
  const live: LiveBlock<Reading> = {
    block,
    reading,
    heading: block.heading,
    matches: [],
    decidedAt: -1,
    chosen: [],
    visible: false,
    near: false,
    top: 0,
    gone: false,
    isVisible: () => live.visible,
  };
  return live;
}

function sameNodes(one: TextBlock, other: TextBlock): boolean {
  return one.nodes.length === other.nodes.length && one.nodes.every((node, at) => node === other.nodes[at]);
}

function sameMatches(one: readonly Match[], other: readonly Match[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ from, to, entryId }, at) => {
      const match = other[at]!;
      return match.from === from && match.to === to && match.entryId === entryId;
    })
  );
}
