/** What the whole page says about whether doubtful forms are meant. Grows and shrinks with the page. */
import type { EntryId } from '@/lib/glossary/entry';
import { AT, STRIDE, type Reading } from './reading';

export type Evidence = {
  add(reading: Reading): void;
  remove(reading: Reading): void;
  /** Changes whenever decisions already made may come out differently. */
  readonly version: number;
  /** How much the page is about the field, in points: 0 not at all, 4.5 throughout. */
  readonly strength: number;
  /** Length of the page in English words. */
  readonly words: number;
  /** Whether a sure form of this entry is on the page. */
  names(id: EntryId): boolean;
  /** The sure entries of the page, the most frequent first. */
  readonly entries: readonly EntryId[];
};

/** Strength of a page that is about the field throughout. */
const FULL = 4.5;
/** Sure terms per 1,000 words from which a page is dense; pages on other subjects hardly reach one. */
const DENSE = 6;
/** Different sure terms expected: two in a short text, more in a long one. */
const DISTINCT = { least: 1.5, most: 5, wordsForOneMore: 250 };
/** One term repeated throughout a page says no more than this many mentions. */
const MENTIONS_MOST = 8;
/** What a term counts that other subjects use too: firms, business, people. */
const WEAK_WITNESS = 0.5;

export function createEvidence(): Evidence {
  const counts = new Map<EntryId, number>();
  let distinct = 0;
  let mentions = 0;
  let words = 0;
  let named = 0;
  let ranking: EntryId[] | undefined;

  const change = (reading: Reading, by: 1 | -1) => {
    words += by * reading.words;
    if (reading.spans.length) ranking = undefined;
    let end = -1;
    for (let at = 0; at < reading.spans.length; at += STRIDE) {
      const { evidence, own, owner } = reading.lexicon.forms.form(reading.spans[at + AT.form]!);
      if (evidence || own || reading.spans[at + AT.from]! < end) continue;
      end = reading.spans[at + AT.to]!;
      const before = counts.get(owner.id) ?? 0;
      const count = before + by;
      const weight = owner.weak ? WEAK_WITNESS : 1;
      mentions += weight * (Math.min(count, MENTIONS_MOST) - Math.min(before, MENTIONS_MOST));
      if (count > 0) counts.set(owner.id, count);
      else counts.delete(owner.id);
      if (before === 0 || count === 0) {
        distinct += by * weight;
        if (owner.doubtful) named++;
      }
    }
  };
  const strength = () => {
    if (words <= 0) return 0;
    const expected = Math.min(DISTINCT.most, DISTINCT.least + words / DISTINCT.wordsForOneMore);
    const density = (mentions * 1000) / words;
    const points = FULL * Math.min(1, distinct / expected) * Math.min(1, density / DENSE);
    // In halves, so that a page that grows is not decided anew with every word.
    return Math.round(points * 2) / 2;
  };
  return {
    add: (reading) => change(reading, 1),
    remove: (reading) => change(reading, -1),
    get version() {
      return named * 16 + strength() * 2;
    },
    get strength() {
      return strength();
    },
    get words() {
      return words;
    },
    names: (id) => counts.has(id),
    get entries() {
      return (ranking ??= [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id));
    },
  };
}
