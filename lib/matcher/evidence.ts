/** What the whole page says about whether doubtful forms are meant. Grows and shrinks with the page. */
import type { EntryId } from '@/lib/glossary/entry';
import { AT, STRIDE, type Reading } from './reading';

export type Evidence = {
  add(reading: Reading): void;
  remove(reading: Reading): void;
  /** Changes whenever decisions already made may come out differently. */
  readonly version: number;
  /** How much the page is about the field: 0 not at all, 4 throughout. */
  readonly strength: number;
  /** Whether a sure form of this entry is on the page. */
  names(id: EntryId): boolean;
  /** The sure entries of the page, the most frequent first. */
  readonly entries: readonly EntryId[];
};

/** Steps of strength: at least so many different sure terms, so many sure terms per 1,000 words. */
const STEPS: { distinct: number; density: number }[] = [
  { distinct: 1, density: 0 },
  { distinct: 3, density: 1.5 },
  { distinct: 5, density: 4 },
  { distinct: 8, density: 8 },
];

export function createEvidence(): Evidence {
  const counts = new Map<EntryId, number>();
  let sure = 0;
  let words = 0;
  let entriesVersion = 0;

  const change = (reading: Reading, by: 1 | -1) => {
    words += by * reading.words;
    let end = -1;
    for (let at = 0; at < reading.spans.length; at += STRIDE) {
      const form = reading.forms[reading.spans[at + AT.form]!]!;
      if (form.evidence || form.own || reading.spans[at + AT.from]! < end) continue;
      end = reading.spans[at + AT.to]!;
      sure += by;
      const count = (counts.get(form.owner.id) ?? 0) + by;
      if (count > 0) counts.set(form.owner.id, count);
      else counts.delete(form.owner.id);
      if (count === (by > 0 ? 1 : 0)) entriesVersion++;
    }
  };
  const strength = () => {
    const density = words ? (sure * 1000) / words : 0;
    return STEPS.findLastIndex((step) => counts.size >= step.distinct && density >= step.density) + 1;
  };
  return {
    add: (reading) => change(reading, 1),
    remove: (reading) => change(reading, -1),
    get version() {
      return entriesVersion * 8 + strength();
    },
    get strength() {
      return strength();
    },
    names: (id) => counts.has(id),
    get entries() {
      return [...counts].sort((a, b) => b[1] - a[1]).map(([id]) => id);
    },
  };
}
