import type { EntryNames } from './names';

/** The entries whose names share most with a query that no name answers; at most `limit`, none when nothing is shared. Pure. */
export function nearest(entries: readonly EntryNames[], query: string, limit = 3): EntryNames[] {
  const wanted = pairs(query);
  return entries
    .map((entry) => ({ entry, share: Math.max(...namesOf(entry).map((name) => likeness(pairs(name), wanted))) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .slice(0, limit)
    .map(({ entry }) => entry);
}

const namesOf = ({ headword, short, forms }: EntryNames) => [
  headword.zh,
  headword.en,
  ...(short ? [short] : []),
  ...forms,
];

/** Every two neighbouring characters; a single Han character counts by itself. */
function pairs(text: string): Set<string> {
  const bare = text.toLowerCase().replace(/\s+/g, '');
  const han = bare.match(/\p{Script=Han}/gu) ?? [];
  return new Set([...Array.from({ length: Math.max(0, bare.length - 1) }, (_, at) => bare.slice(at, at + 2)), ...han]);
}

/** Dice's measure, 0 to 1. */
function likeness(one: Set<string>, other: Set<string>): number {
  let shared = 0;
  for (const pair of other) if (one.has(pair)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (one.size + other.size);
}
