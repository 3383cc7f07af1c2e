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
};

export type PageReader<Reading> = {
  readonly blocks: LiveBlocks<Reading>;
  readonly tally: ReadingTally;
  /** Takes on a whole tree: the document's body or a shadow root. */
  readTree(root: Home): void;
  readChanges(changes: Changes): void;
  readHome(home: Home): void;
  /** Works until the deadline (`performance.now()` ms); true when there is more to do. */
  work(deadline: number): boolean;
};

type Walk = {
  number: number;
  turns: Generator<readonly TextBlock[]>;
  /** Blocks of the last turn not taken yet, the next one last: one long text makes hundreds. */
  ready: TextBlock[];
  /** What the walk covers in full: homes in it that it does not meet are gone. */
  covers?: Home;
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

export function createPageReader<Reading>(reader: TextReader<Reading>, options: Options<Reading>): PageReader<Reading> {
  const blocks = createLiveBlocks<Reading>();
  const tally: ReadingTally = { blocks: 0, characters: 0, milliseconds: 0, skipped: {} };
  const walks: Walk[] = [];
  let homes = new Set<Home>();
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
  const decideOn = (live: LiveBlock<Reading>) => {
    live.decidedAt = reader.version();
    const matches = reader.decide(live.block.text, live.reading);
    if (sameMatches(matches, live.matches)) return;
    live.matches = matches;
    options.onMatches(live);
  };
  const take = (block: TextBlock, walk: Walk | undefined, old: readonly LiveBlock<Reading>[]) => {
    const same = old.find((live) => live.block.text === block.text);
    const reading = same ? same.reading : reader.read(block.text);
    reader.add(reading);
    tally.blocks++;
    tally.characters += block.text.length;
    const number = walk?.number ?? ++walkNumber;
    if (reader.isEmpty(reading) && !block.heading) return blocks.addEmpty(block.home, reading, number);
    const live = newLive(block, reading);
    blocks.add(live, number, walk?.last as LiveBlock<Reading> | undefined);
    if (walk) walk.last = live as LiveBlock<unknown>;
    // What is known of the home's place on the screen still holds.
    if (old[0]) Object.assign(live, { box: old[0].box, visible: old[0].visible, near: old[0].near, top: old[0].top });
    if (same && sameNodes(same.block, block)) Object.assign(live, { matches: same.matches, decidedAt: same.decidedAt });
    // While a whole tree is read each new term would overthrow what was decided before: that waits for the end.
    else if (!walk?.covers) decideOn(live);
    if (live.matches.length > 0) options.onMatches(live);
  };
  const readOwn = (home: Home) => {
    const old = drop(home);
    if (home.isConnected)
      for (const turn of textBlocks(home, rules, true)) for (const block of turn) take(block, undefined, old);
    if (old.length > 0) options.onGone(old);
  };
  const advance = (walk: Walk): boolean => {
    let done: boolean | undefined = false;
    if (walk.ready.length === 0) {
      const turn = walk.turns.next();
      done = turn.done;
      if (turn.value) walk.ready = [...turn.value].reverse();
    }
    const block = walk.ready.pop();
    if (block) {
      let old = walk.fresh.get(block.home) as readonly LiveBlock<Reading>[] | undefined;
      if (!old) {
        old = drop(block.home);
        walk.fresh.set(block.home, old as readonly LiveBlock<unknown>[]);
      }
      take(block, walk, old);
    }
    if (!done) return true;
    const { covers } = walk;
    const old = [...walk.fresh.values()].flat() as LiveBlock<Reading>[];
    if (covers) {
      const missed = blocks.homes((home, number) => number < walk.number && covers.contains(home));
      for (const home of missed) old.push(...drop(home));
    }
    if (old.length > 0) options.onGone(old);
    return false;
  };
  const begin = (root: Home, covers: boolean) => {
    walks.push({
      number: ++walkNumber,
      turns: textBlocks(root, rules),
      ready: [],
      ...(covers && { covers: root }),
      fresh: new Map(),
    });
  };

  return {
    blocks,
    tally,
    readTree: (root) => begin(root, true),
    readHome: (home) => void homes.add(home),
    readChanges(changes) {
      if (changes.removed) {
        const gone = blocks.homes((home) => !home.isConnected).flatMap(drop);
        if (gone.length > 0) options.onGone(gone);
      }
      for (const root of changes.trees) {
        const home = root.nodeType === Node.DOCUMENT_NODE ? (root as Document).body : (root as ShadowRoot);
        if (home?.isConnected) begin(home, true);
      }
      for (const home of changes.homes) if (!changes.trees.has(home.getRootNode() as Document)) homes.add(home);
      for (const element of changes.subtrees) {
        if (!element.isConnected || changes.trees.has(element.getRootNode() as Document)) continue;
        const skipped = isSkipped(element, options.includeCode);
        if (skipped) options.onGone(blocks.homes((home) => element.contains(home)).flatMap(drop));
        else begin(element, false);
      }
    },
    work(deadline) {
      const start = performance.now();
      let now = start;
      while (now < deadline && homes.size > 0) {
        const [home] = homes as Iterable<Home> as [Home];
        homes.delete(home);
        readOwn(home);
        now = performance.now();
      }
      while (now < deadline && walks.length > 0) {
        if (!advance(walks[0]!)) walks.shift();
        now = performance.now();
      }
      const reading = homes.size > 0 || walks.length > 0;
      // Decisions wait for the end of the reading: until then every new term would overthrow them.
      const version = reader.version();
      if (redecideVersion !== version) redecided = 0;
      redecideVersion = version;
      const all = blocks.all();
      if (reading) redecided = 0;
      for (const end = reading ? 0 : all.length; now < deadline && redecided < end; redecided++) {
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
