/**
 * Search over the names of all entries: Chinese, English, abbreviations, Traditional, pinyin and initials.
 * Exact beats prefix beats inside; where that finds too little, Fuse adds what is spelt nearly so.
 */
import type { EntryId } from './entry';
import type { EntryNames } from './names';
import { createSpellings } from './spellings';

export type Found = {
  entry: EntryNames;
  /** The part of the shown name that matched, as UTF-16 offsets into `entry.headword[in]`. */
  marked?: { in: 'zh' | 'en' | 'short'; from: number; to: number };
  /** Found by similar spelling only. */
  fuzzy: boolean;
};

export type Filter = Partial<Pick<EntryNames, 'topic' | 'kind' | 'level'>>;

/** Searches; at most `limit` results, best first. An empty query finds nothing. Never throws. */
export type Search = (query: string, filter?: Filter, limit?: number) => Found[];

/** Lower is better. */
const RANK = {
  exact: 0,
  initials: 1,
  prefix: 2,
  formExact: 1,
  formPrefix: 3,
  pinyinPrefix: 4,
  word: 5,
  inside: 6,
  none: Infinity,
};

const HAN = /\p{Script=Han}/u;

/** Below this many certain results the fuzzy search is asked as well. */
const ENOUGH = 6;

/** Longer queries are sentences, and Fuse's cost grows with them. */
const LONGEST_FUZZY = 32;

type Key = { text: string; weight: 'headword' | 'form' };
type Indexed = { entry: EntryNames; keys: Key[]; words: string[]; pinyin: string; initials: string };

/**
 * Builds the search. `fold` makes Traditional characters Simplified and full-width letters half-width without changing
 * the length (the matcher's fold).
 */
export function createSearch(
  entries: readonly EntryNames[],
  fold: (text: string) => string = (text) => text.toLowerCase(),
): Search {
  const bare = (text: string) => fold(text).replace(/[\s\-_.·‐‑–’'()（）/]/g, '');
  const index = entries.map((entry): Indexed => {
    const syllables = entry.pinyin.map(withoutTone);
    const headwords = [entry.headword.zh, entry.headword.en, ...(entry.short ? [entry.short] : [])];
    return {
      entry,
      keys: [
        ...headwords.map((text): Key => ({ text: bare(text), weight: 'headword' })),
        ...entry.forms.map((text): Key => ({ text: bare(text), weight: 'form' })),
      ],
      words: fold(entry.headword.en).split(/[^\p{L}\p{N}]+/u),
      pinyin: syllables.join(''),
      initials: syllables.map((syllable) => syllable.slice(0, 1)).join(''),
    };
  });
  const similarTo = createSpellings(
    index.flatMap((item) =>
      [...item.keys.map((key) => key.text), ...(item.pinyin === '' ? [] : [item.pinyin])].map((text) => ({
        text,
        item,
      })),
    ),
  );

  return (query, filter = {}, limit = 40) => {
    const whole = bare(query);
    if (whole === '') return [];
    const kept = (item: Indexed) =>
      Object.entries(filter).every(
        ([field, value]) => value === undefined || item.entry[field as keyof Filter] === value,
      );
    const words = fold(query).split(/\s+/).map(bare).filter(Boolean);
    const certain = index
      .filter(kept)
      .map((item) => ({ item, rank: Math.min(rankOf(item, whole), rankOfAll(item, words)) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank || byPlainness(a.item, b.item))
      .slice(0, limit);
    const found = certain.map(({ item }): Found => ({
      entry: item.entry,
      fuzzy: false,
      ...markedPart(item, whole, fold),
    }));
    if (found.length >= ENOUGH || whole.length < 2) return found;
    const seen = new Set<EntryId>(found.map(({ entry }) => entry.id));
    if (whole.length > LONGEST_FUZZY) return found;
    const similar = similarTo(whole)
      .map(({ spelling: { text, item }, score }) => ({ item, rank: score + lengthGap(text, whole) }))
      .filter(({ item }) => kept(item))
      .sort((a, b) => a.rank - b.rank)
      .filter(({ item }) => seen.size < seen.add(item.entry.id).size)
      .map(({ item }): Found => ({ entry: item.entry, fuzzy: true }));
    return [...found, ...similar].slice(0, limit);
  };
}

/** 0 when a name is as long as the query, towards 1 the more they differ: a misspelling keeps the length. */
function lengthGap(name: string, query: string): number {
  return Math.abs(name.length - query.length) / Math.max(name.length, query.length);
}

function rankOf(item: Indexed, query: string): number {
  let best: number = RANK.none;
  for (const { text, weight } of item.keys) {
    const isHeadword = weight === 'headword';
    if (text === query) best = Math.min(best, isHeadword ? RANK.exact : RANK.formExact);
    else if (text.startsWith(query)) best = Math.min(best, isHeadword ? RANK.prefix : RANK.formPrefix);
    else if (best > RANK.inside && text.includes(query) && (query.length > 1 || HAN.test(query))) best = RANK.inside;
  }
  if (best <= RANK.prefix || item.pinyin === '') return best;
  if (item.initials === query || item.pinyin === query) return Math.min(best, RANK.initials);
  if (item.pinyin.startsWith(query)) return Math.min(best, RANK.pinyinPrefix);
  if (query.length > 1 && item.initials.startsWith(query)) return Math.min(best, RANK.pinyinPrefix);
  if (query.length > 2 && (item.initials.includes(query) || item.pinyin.includes(query)))
    return Math.min(best, RANK.inside);
  return item.words.some((word) => word.startsWith(query)) ? Math.min(best, RANK.word) : best;
}

/** Mixed queries such as “注意力 attention”: every word must be found; the worst counts. */
function rankOfAll(item: Indexed, words: string[]): number {
  return words.length < 2 ? RANK.none : Math.max(...words.map((word) => rankOf(item, word))) + 1;
}

/** Among equals the term that newcomers meet first, then the shorter name. */
function byPlainness(a: Indexed, b: Indexed): number {
  return a.entry.level - b.entry.level || a.entry.headword.en.length - b.entry.headword.en.length;
}

function markedPart(
  { entry, initials, pinyin }: Indexed,
  query: string,
  fold: (text: string) => string,
): Pick<Found, 'marked'> {
  for (const name of ['zh', 'short', 'en'] as const) {
    const shown = name === 'short' ? entry.short : entry.headword[name];
    if (!shown) continue;
    const from = fold(shown).indexOf(query);
    if (from >= 0) return { marked: { in: name, from, to: from + query.length } };
  }
  const syllable = initials.indexOf(query);
  const fromInitials =
    syllable >= 0 && query.length > 1 ? charactersOf(entry.pinyin, syllable, query.length) : undefined;
  const part =
    fromInitials ??
    (pinyin.startsWith(query) ? charactersOf(entry.pinyin, 0, syllablesIn(entry.pinyin, query.length)) : undefined);
  return part ? { marked: { in: 'zh', ...part } } : {};
}

/** The characters that a run of syllables stands for. */
function charactersOf(pinyin: string[], first: number, count: number): { from: number; to: number } | undefined {
  const places = pinyin.flatMap((syllable, at) => (syllable === '' ? [] : [at]));
  const from = places[first];
  const last = places[first + count - 1] ?? places.at(-1);
  return from === undefined || last === undefined ? undefined : { from, to: last + 1 };
}

/** How many syllables the first `letters` letters of the pinyin touch. */
function syllablesIn(pinyin: string[], letters: number): number {
  let left = letters;
  let count = 0;
  for (const syllable of pinyin.map(withoutTone)) {
    if (syllable === '') continue;
    if (left <= 0) break;
    left -= syllable.length;
    count++;
  }
  return count;
}

/** `yǒng` → `yong`, `lǜ` → `lv` as typed on a keyboard. */
function withoutTone(syllable: string): string {
  return syllable
    .replace(/[üǖǘǚǜ]/g, 'v')
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '');
}
