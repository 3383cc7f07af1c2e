import { alike, lettersOf } from './letters';
import type { EntryNames } from './names';

/** Only so many entries are compared pair by pair. */
const COMPARED = 60;

/** Finds the entries whose names share most with a query that no name answers; none when nothing is shared. Pure. */
export function createNearest(
  entries: readonly EntryNames[],
): (query: string, filter?: (entry: EntryNames) => boolean, limit?: number) => EntryNames[] {
  const index = entries.map((entry) => ({ entry, letters: namesOf(entry).map((name) => lettersOf(bareOf(name))) }));
  return (query, filter = () => true, limit = 3) => {
    const wanted = pairs(query);
    const letters = lettersOf(bareOf(query));
    return index
      .filter(({ entry }) => filter(entry))
      .map((item) => ({ ...item, rough: Math.max(...item.letters.map((mine) => alike(mine, letters))) }))
      .sort((a, b) => b.rough - a.rough)
      .slice(0, COMPARED)
      .map(({ entry }) => ({ entry, share: Math.max(...namesOf(entry).map((name) => likeness(pairs(name), wanted))) }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, limit)
      .map(({ entry }) => entry);
  };
}

const bareOf = (text: string) => text.toLowerCase().replace(/\s+/g, '');

const namesOf = ({ headword, short, forms }: EntryNames) => [
  headword.zh,
  headword.en,
  ...(short ? [short] : []),
  ...forms,
];

/** Every two neighbouring characters; a single Han character counts by itself. */
function pairs(text: string): Set<string> {
  const bare = bareOf(text);
  const han = bare.match(/\p{Script=Han}/gu) ?? [];
  return new Set([...Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)), ...han]);
}

/** Dice's measure, 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  let shared = 0;
  for (const pair of other) if (one.has(pair)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
