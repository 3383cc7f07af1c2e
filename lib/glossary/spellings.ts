/** What is spelt nearly like a query: a quick look at the letters leaves the few that Fuse weighs. Pure. */
import Fuse from 'fuse.js';
import { differing, lettersOf } from './letters';

/** How different a spelling may be, 0 to 1 (Fuse's threshold). */
const FUZZINESS = 0.34;

/** Fuse weighs every spelling anew with every key; so many of the most alike are enough. */
const WEIGHED = 90;

/** Gaps from here on are all the same: too wide to be a misspelling. */
const WIDEST = 32;

export type Similar<Spelling> = {
  spelling: Spelling;
  /** 0 the same, towards 1 the more they differ. */
  score: number;
};

/** Makes a search of `spellings` for those like a text. Never throws. */
export function createSpellings<Spelling extends { text: string }>(
  spellings: readonly Spelling[],
): (text: string) => Similar<Spelling>[] {
  const letters = Int32Array.from(spellings, ({ text }) => lettersOf(text));
  const lengths = Uint16Array.from(spellings, ({ text }) => text.length);
  const gaps = new Uint8Array(spellings.length);

  return (text) => {
    const own = lettersOf(text);
    const ofGap = new Uint32Array(WIDEST + 1);
    for (let at = 0; at < gaps.length; at++) {
      const gap = differing(own, letters[at]!) + Math.abs(lengths[at]! - text.length);
      ofGap[(gaps[at] = Math.min(gap, WIDEST))]!++;
    }
    let widest = 0;
    for (let many = ofGap[0]!; many < WEIGHED && widest < WIDEST - 1; many += ofGap[widest]!) widest++;
    const alike = spellings.filter((_spelling, at) => gaps[at]! <= widest);
    const fuse = new Fuse(alike, {
      keys: ['text'],
      threshold: FUZZINESS,
      ignoreLocation: true,
      includeScore: true,
      minMatchCharLength: 2,
    });
    return fuse.search(text).map(({ item, score = 1 }) => ({ spelling: item, score }));
  };
}
