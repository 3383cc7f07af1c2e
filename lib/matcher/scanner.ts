/**
 * Finds terms in the text of blocks: `read` once per text, `decide` with the page's evidence. A text is mapped to letters
 * once; then each word, and each three Han letters, cost two looks into a filter and nothing else unless a form may
 * stand there.
 */
import type { OwnTerm } from '@/lib/settings';
import type { FormTable } from './form-table';
import { createFormIndex, END, ENDS, hashLetter, hashPair, mayBegin } from './form-index';
import { createLetters, DIGIT, HAN, HYPHEN, IGNORABLE, OTHER_HAN, WORD } from './letters';
import { candidateFinder } from './candidates';
import type { Lexicon, Reading } from './reading';
import { cueLists } from './cues';
import { cueFold } from './fold';
import { passSpace } from './walk';
import { unpackForms } from './unpack';

export type { Reading } from './reading';
export { createEvidence, type Evidence } from './evidence';
export { decide } from './decide';

export type Scanner = {
  /** Reads one block's text. Pure; empty readings are cheap. */
  read(text: string): Reading;
};

const WORDS_PER_HAN = 0.6;

export function createScanner(formTable: FormTable, own: readonly OwnTerm[] = []): Scanner {
  const letters = createLetters(formTable.traditional);
  const forms = unpackForms(formTable, own);
  const index = createFormIndex(forms, letters);
  const { table } = letters;
  const { filter, singles } = index;
  const lexicon: Lexicon = { forms, cues: cueLists(formTable.cues.split('|')), fold: cueFold(formTable.traditional) };
  const find = candidateFinder(table, forms, index);
  /** The text as letters, ended by zeros. Used again for every text. */
  let folded = new Uint16Array(FOLDED_LEAST);
  const found: number[] = [];

  /** Reads a word with digits or invisible characters in it and answers where to go on: GPT4 may be GPT-4. */
  const readMixedWord = (text: string, from: number): number => {
    let at = from;
    let hash = 0;
    let to = 0;
    let letter = folded[at]!;
    while (letter >= WORD && letter < DIGIT) {
      hash = hashLetter(hash, letter);
      letter = folded[++at]!;
      while (letter === IGNORABLE) letter = folded[++at]!;
    }
    if (letter >= DIGIT) {
      const may = at > from ? mayBegin(filter, hash, letter) : 0;
      if (may !== 0) to = find(text, folded, from, may, hash, letter, found);
      for (; letter >= WORD || letter === IGNORABLE; letter = folded[++at]!)
        if (letter !== IGNORABLE) hash = hashLetter(hash, letter);
    }
    const next = letterAfter(folded, at);
    const may = mayBegin(filter, hash, next);
    if (may !== 0) to = Math.max(to, find(text, folded, from, may, hash, next, found));
    return Math.max(at, to);
  };

  const read = (text: string): Reading => {
    const size = text.length;
    if (size + ZEROS > folded.length) folded = new Uint16Array(2 * (size + ZEROS));
    const units = folded;
    for (let at = 0; at < size; at++) units[at] = table[text.charCodeAt(at)]!;
    for (let at = size; at < size + ZEROS; at++) units[at] = 0;
    if (found.length > 0) found.length = 0;
    let words = 0;
    let han = 0;
    let at = 0;
    while (at < size) {
      let letter = units[at]!;
      if (letter >= WORD) {
        const from = at;
        let hash = 0;
        let seen = 0;
        do {
          seen |= letter;
          hash = hashLetter(hash, letter);
          letter = units[++at]!;
        } while (letter >= WORD);
        words++;
        // Digits and invisible characters inside words are rare enough to read such a word twice.
        if (letter === IGNORABLE || (seen & DIGIT) === DIGIT) at = readMixedWord(text, from);
        else {
          const next = (letter - 1) >>> 0 < HYPHEN ? letterAfter(units, at) : letter;
          const may = mayBegin(filter, hash, next);
          if (may !== 0) at = Math.max(at, find(text, units, from, may, hash, next, found));
        }
      } else if (letter >= OTHER_HAN) {
        let second = units[at + 1]!;
        let third = units[at + 2]!;
        do {
          if (letter === OTHER_HAN || letter >= HAN) han++;
          const from = at++;
          let next = second;
          let after = third;
          // Gaps are rare in Han.
          if ((next - 1) >>> 0 < HYPHEN || (after - 1) >>> 0 < HYPHEN) {
            const place = secondLetter(units, at);
            next = units[place]!;
            after = next === 0 ? END : letterAfter(units, place + 1);
          }
          const hash = hashPair(letter, next);
          letter = second;
          second = third;
          third = units[at + 2]!;
          let to = 0;
          const may = mayBegin(filter, hash, after);
          if (may !== 0) to = find(text, units, from, may, hash, after, found);
          if (singles[units[from]!] === 1)
            to = Math.max(to, find(text, units, from, ENDS, hashPair(units[from]!, 0), END, found));
          if (to > at) {
            at = to;
            break;
          }
        } while (letter >= OTHER_HAN && letter < WORD);
      } else at++;
    }
    words += han * WORDS_PER_HAN;
    return { lexicon, spans: found.length ? found.slice() : NONE, words };
  };
  return { read };
}

/** Zeros after a text, so that looking ahead needs no bounds. */
const ZEROS = 4;
const FOLDED_LEAST = 8192;

/** The next letter, whatever may stand in a gap or between Han passed over. */
function letterAfter(folded: Uint16Array, at: number): number {
  let letter = folded[at]!;
  for (let place = at + 1; letter > 0 && letter < OTHER_HAN; place++) letter = folded[place]!;
  return letter;
}

/** Where a Han form goes on after its first letter. */
function secondLetter(folded: Uint16Array, at: number): number {
  const letter = folded[at]!;
  if (letter === 0 || letter >= OTHER_HAN) return at;
  const place = passSpace(folded, at);
  return folded[place] === HYPHEN ? place + 1 : place;
}

/** Shared by all readings that found nothing; never added to. */
const NONE: number[] = [];
