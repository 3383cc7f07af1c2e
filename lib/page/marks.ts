/** The marks as the card sees them: what is under a point, what comes next, which of how many. */
import type { EntryId } from '@/lib/glossary/entry';
import type { Match } from '@/lib/matcher/match';
import type { PageReport } from '@/lib/messages';
import type { Highlighter } from './highlighter';
import { beneathOverlay, isOn, textAt } from './hit-test';
import type { LiveBlock, LiveBlocks } from './live-blocks';
import type { Marks } from './mark';
import type { MarkPainter } from './mark-painter';
import type { PageMark } from './page-mark';
import type { ReadingTally } from './page-reader';

type Sources<Reading> = {
  highlighter: Highlighter<PageMark>;
  painter: MarkPainter<Reading>;
  blocks: LiveBlocks<Reading>;
  shadowRoots(): ShadowRoot[];
};

export type PageMarks = Marks & {
  occurrence(id: EntryId, nth: number): PageMark | undefined;
  report(tally: ReadingTally): Pick<PageReport, 'terms' | 'scan'>;
};

export function createMarks<Reading>({ highlighter, painter, blocks, shadowRoots }: Sources<Reading>): PageMarks {
  const chosen = () => blocks.all().filter((live) => live.chosen.length > 0 && live.visible);
  const markAt = (list: readonly LiveBlock<Reading>[], index: number): PageMark | undefined => {
    let left = index;
    for (const live of list) {
      if (left < live.chosen.length) return painter.markOf(live, live.chosen[left]!);
      left -= live.chosen.length;
    }
    return undefined;
  };
  const indexOf = (list: readonly LiveBlock<Reading>[], mark: PageMark): number => {
    let before = 0;
    for (const live of list) {
      if (live.block === mark.block || live.block.home === mark.block.home) {
        const at = live.chosen.findIndex((match) => match.from === mark.from && match.entryId === mark.entryId);
        if (at >= 0) return before + at;
      }
      before += live.chosen.length;
    }
    return -1;
  };
  const count = (list: readonly LiveBlock<Reading>[]) => list.reduce((sum, live) => sum + live.chosen.length, 0);
  /** The first mark that is not above the viewport. */
  const firstInSight = (list: readonly LiveBlock<Reading>[]): number => {
    let before = 0;
    for (const live of list) {
      if (live.near)
        for (let at = 0; at < live.chosen.length; at++) {
          const range = painter.markOf(live, live.chosen[at]!).range();
          if (range && range.getBoundingClientRect().bottom > 0) return before + at;
        }
      before += live.chosen.length;
    }
    return 0;
  };

  return {
    at(x, y) {
      const isUnder = (mark: PageMark) => {
        const range = mark.range();
        return range !== undefined && isOn(range, x, y);
      };
      const place = textAt(x, y, shadowRoots());
      if (place) return highlighter.on(place.node).find(isUnder);
      const covered = new Set<Node>(beneathOverlay(x, y));
      if (covered.size === 0) return undefined;
      return [...highlighter.painted()].find((mark) => covered.has(mark.block.home) && isUnder(mark));
    },
    step(from, direction) {
      const list = chosen();
      const total = count(list);
      if (total === 0) return undefined;
      const at = from ? indexOf(list, from as PageMark) : -1;
      const next = at >= 0 ? at + direction : firstInSight(list) - (direction > 0 ? 0 : 1);
      // A mark whose text has just changed is passed over.
      for (let tried = 0; tried < total; tried++) {
        const mark = markAt(list, (((next + tried * direction) % total) + total) % total);
        if (mark?.range()) return mark;
      }
      return undefined;
    },
    position(mark) {
      const list = chosen();
      return { index: indexOf(list, mark as PageMark) + 1, count: count(list) };
    },
    setActive: (mark) => highlighter.accent('active', mark as PageMark | undefined),
    setFocus: (mark) => highlighter.accent('focus', mark as PageMark | undefined),
    occurrence(id, nth) {
      let left = nth;
      for (const live of blocks.all())
        for (const match of live.matches) if (match.entryId === id && left-- === 0) return painter.markOf(live, match);
      return undefined;
    },
    report(tally) {
      const terms = new Map<EntryId, { id: EntryId; count: number; marks: number }>();
      const term = ({ entryId }: Match) => {
        const known = terms.get(entryId);
        if (known) return known;
        const fresh = { id: entryId, count: 0, marks: 0 };
        terms.set(entryId, fresh);
        return fresh;
      };
      let matches = 0;
      let marks = 0;
      for (const live of blocks.all()) {
        for (const match of live.matches) term(match).count++;
        for (const match of live.chosen) term(match).marks++;
        matches += live.matches.length;
        marks += live.chosen.length;
      }
      return {
        terms: [...terms.values()],
        scan: { ...tally, milliseconds: Math.round(tally.milliseconds * 10) / 10, matches, marks },
      };
    },
  };
}
