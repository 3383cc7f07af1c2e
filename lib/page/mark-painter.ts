/** Keeps what is painted in step with what is chosen and near the screen. */
import type { Match } from '@/lib/matcher/match';
import type { Settings } from '@/lib/settings';
import { backgroundTone } from './background';
import type { Highlighter } from './highlighter';
import type { LiveBlock } from './live-blocks';
import { type NearViewport, type Nearness, watchNearViewport } from './near-viewport';
import { type PageMark, createMark } from './page-mark';
import { limitPerScreen } from './screen-limit';
import type { Home } from './text-block';
import { spanOf, stillSays } from './text-block';
import type { Look } from './highlight-style';
import type { Colour } from './tone';

export type PaintPreferences = Pick<Settings, 'marksPerScreen'> & {
  /** A known term that has come back is marked faintly. */
  isFaint(id: string): boolean;
  /** The higher, the more it deserves its place where marks are limited. */
  rank(id: string): number;
};

export type MarkPainter<Reading> = {
  /** Blocks that have marks, or would have if they could be seen, from now on. */
  follow(blocks: Iterable<LiveBlock<Reading>>): void;
  /** Brings the paint of these blocks up to date. */
  repaint(blocks: Iterable<LiveBlock<Reading>>): void;
  /** Takes the paint off blocks that are gone. */
  forget(blocks: Iterable<LiveBlock<Reading>>): void;
  /** Takes off at once what no longer stands on the page; called before the page is painted. */
  verify(blocks: Iterable<LiveBlock<Reading>>): void;
  markOf(live: LiveBlock<Reading>, match: Match): PageMark;
  /** All paint again, with the colours of the page as they are now. */
  recolour(): void;
  /** Elements still to be handed to the observer; true while there are more. */
  observeSome(): boolean;
};

/** So many elements are handed to the browser's observer in one turn. */
const OBSERVE_A_TURN = 300;

export function createMarkPainter<Reading>(
  highlighter: Highlighter<PageMark>,
  preferences: () => PaintPreferences,
  callbacks: { onStale(home: Home): void; onVisibility(): void },
  signal: AbortSignal,
): MarkPainter<Reading> {
  const marks = new WeakMap<Match, PageMark>();
  const painted = new WeakMap<LiveBlock<Reading>, PageMark[]>();
  const boxes = new Map<Element, Set<LiveBlock<Reading>>>();
  const toObserve = new Set<Element>();
  const left = new Set<Element>();
  let tones = new Map<Element, Colour>();

  const near: NearViewport = watchNearViewport((changes) => {
    tones = new Map();
    let visibilityChanged = false;
    const touched: LiveBlock<Reading>[] = [];
    for (const [box, nearness] of changes) {
      for (const live of boxes.get(box) ?? []) {
        if (update(live, nearness)) visibilityChanged = true;
        touched.push(live);
      }
    }
    if (visibilityChanged) callbacks.onVisibility();
    repaint(touched);
  }, signal);

  const markOf = (live: LiveBlock<Reading>, match: Match): PageMark => {
    let mark = marks.get(match);
    if (!mark || mark.block !== live.block) {
      mark = createMark(live.block, match, () => callbacks.onStale(live.block.home));
      marks.set(match, mark);
    }
    return mark;
  };
  const lookOf = (live: LiveBlock<Reading>, mark: PageMark): Look => {
    const element = spanOf(mark.block, mark.from, mark.to).startNode.parentElement ?? live.box!;
    return {
      tone: backgroundTone(element, tones),
      link: element.closest('a[href]') !== null,
      faint: preferences().isFaint(mark.entryId),
    };
  };
  const paintBlock = (live: LiveBlock<Reading>, wanted: readonly PageMark[], fresh: [PageMark, Look][] = []) => {
    const before = painted.get(live);
    if (before) for (const mark of before) if (!wanted.includes(mark)) highlighter.unpaint(mark);
    for (const mark of wanted) {
      if (highlighter.isPainted(mark) || !stillSays(mark.block, mark.from, mark.to)) continue;
      fresh.push([mark, lookOf(live, mark)]);
    }
    if (wanted.length > 0) painted.set(live, [...wanted]);
    else painted.delete(live);
  };
  const repaint = (blocks: Iterable<LiveBlock<Reading>>) => {
    const { marksPerScreen, rank } = preferences();
    const wanted = new Map<LiveBlock<Reading>, PageMark[]>();
    const limited: { live: LiveBlock<Reading>; mark: PageMark; top: number; rank: number }[] = [];
    // The limit weighs a screen's marks against each other: all that are near have a say.
    const concerned = marksPerScreen > 0 ? new Set([...blocks, ...nearBlocks()]) : blocks;
    for (const live of concerned) {
      const own = live.near && !live.gone ? live.chosen.map((match) => markOf(live, match)) : [];
      wanted.set(live, marksPerScreen > 0 ? [] : own);
      if (marksPerScreen > 0)
        for (const mark of own) limited.push({ live, mark, top: live.top, rank: rank(mark.entryId) });
    }
    for (const { live, mark } of limitPerScreen(limited, marksPerScreen > 0 ? marksPerScreen : 0, innerHeight))
      if (marksPerScreen > 0) wanted.get(live)!.push(mark);
    // All looks before any paint: the first paint adopts a sheet, after which asking style would compute the whole page anew.
    const fresh: [PageMark, Look][] = [];
    for (const [live, list] of wanted) paintBlock(live, list, fresh);
    for (const [mark, look] of fresh) highlighter.paint(mark, look);
  };
  const nearBlocks = () => [...boxes.values()].flatMap((blocks) => [...blocks].filter((live) => live.near));
  const unfollow = (live: LiveBlock<Reading>) => {
    const group = live.box && boxes.get(live.box);
    if (!group?.delete(live) || group.size > 0) return;
    boxes.delete(live.box!);
    // A home that is only read again keeps its box; who is still without blocks later is let go.
    left.add(live.box!);
  };
  return {
    markOf,
    repaint,
    follow(blocks) {
      for (const live of blocks) {
        if (!live.box) continue;
        const group = boxes.get(live.box);
        if (group) {
          const [other] = group;
          if (other && other !== live && !group.has(live)) Object.assign(live, { near: other.near, top: other.top });
          group.add(live);
          continue;
        }
        boxes.set(live.box, new Set([live]));
        // What the browser said while nobody followed the box was lost, unless it was handed down.
        if (!left.delete(live.box) || !live.near) toObserve.add(live.box);
      }
    },
    forget(blocks) {
      for (const live of blocks) {
        paintBlock(live, []);
        unfollow(live);
      }
    },
    verify(blocks) {
      for (const live of blocks)
        for (const mark of painted.get(live) ?? [])
          if (!stillSays(mark.block, mark.from, mark.to)) highlighter.unpaint(mark);
    },
    recolour() {
      tones = new Map();
      const blocks = nearBlocks();
      for (const live of blocks)
        for (const mark of painted.get(live) ?? [])
          // What has been taken out of the page has no colours.
          if (stillSays(mark.block, mark.from, mark.to)) highlighter.paint(mark, lookOf(live, mark));
          else highlighter.unpaint(mark);
    },
    observeSome() {
      for (const box of left) {
        toObserve.delete(box);
        near.unobserve(box);
      }
      left.clear();
      let room = OBSERVE_A_TURN;
      for (const box of toObserve) {
        if (--room < 0) return true;
        toObserve.delete(box);
        // Anew, so that it is told even of a box it knows.
        near.unobserve(box);
        near.observe(box);
      }
      return false;
    },
  };
}

/** Takes in what the browser says of a block's box; true when it came into sight or left it. */
function update<Reading>(live: LiveBlock<Reading>, { near, boxed, top }: Nearness): boolean {
  const before = live.visible;
  live.near = near && boxed;
  live.top = top + scrollY;
  // Not just its box: the block may be shown while its text is not.
  live.visible = boxed && isShown(live);
  return before !== live.visible;
}

/** Whether style lets the block's text be seen; asks style, never layout. */
export function isShown<Reading>(live: LiveBlock<Reading>): boolean {
  const { nodes, home } = live.block;
  // A text that has just been replaced says nothing of the one that comes in its place.
  const element = (nodes[0]?.isConnected && nodes[0].parentElement) || (hostOf(home) ?? (home as Element));
  return element.checkVisibility({ visibilityProperty: true });
}

/** The element whose box is the block's: its home, or the nearest ancestor that has a box. */
export function boxOf(home: Home): Element {
  let element = hostOf(home) ?? (home as Element);
  while (element.parentElement && getComputedStyle(element).display === 'contents') element = element.parentElement;
  return element;
}

function hostOf(home: Home): Element | undefined {
  return home.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? (home as ShadowRoot).host : undefined;
}
