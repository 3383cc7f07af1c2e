/**
 * Finds terms in the text of blocks: `read` once per text, `decide` with the page's evidence. The pass over the text
 * is one load from the letter table per unit; a word or pair of letters that no form begins with costs one look in a
 * byte filter and nothing else.
 */
import type { OwnTerm } from '@/lib/settings';
import type { FormTable } from './form-table';
import { createFormIndex, END, hashLetter, hashPair, spread } from './form-index';
import { createLetters, DIGIT, HAN, HYPHEN, IGNORABLE, OTHER_HAN, STARTER, WORD } from './letters';
import { candidateFinder } from './candidates';
import type { Lexicon, Reading } from './reading';
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
  const { filter, mask, singles } = index;
  const lexicon: Lexicon = { forms, cues: formTable.cues.split('|'), fold: cueFold(formTable.traditional) };
  const find = candidateFinder(table, forms, index);

  const mayStart = (hash: number) => {
    const slot = spread(hash) & mask;
    return (filter[slot >>> 5]! >>> (slot & 31)) & 1;
  };

  /** The next letter, whatever may stand in a gap or between Han passed over. */
  const letterAfter = (text: string, at: number): number => {
    let place = at;
    let letter = table[text.charCodeAt(place)] ?? END;
    while (letter > 0 && letter < OTHER_HAN) letter = table[text.charCodeAt(++place)] ?? END;
    return letter;
  };

  const read = (text: string): Reading => {
    let spans = NONE;
    let words = 0;
    let han = 0;
    let at = 0;
    const size = text.length;
    while (at < size) {
      let letter = table[text.charCodeAt(at)]!;
      if (letter >= WORD) {
        const from = at;
        let hash = 0;
        while (letter >= WORD && letter < DIGIT) {
          hash = hashLetter(hash, letter);
          letter = ++at < size ? table[text.charCodeAt(at)]! : 0;
          while (letter === IGNORABLE) letter = ++at < size ? table[text.charCodeAt(at)]! : 0;
        }
        let to = 0;
        if (letter >= DIGIT) {
          if (at > from && mayStart(hash)) to = find(text, from, hash, letter, spans === NONE ? (spans = []) : spans);
          while (letter >= WORD) {
            hash = hashLetter(hash, letter);
            letter = ++at < size ? table[text.charCodeAt(at)]! : 0;
          }
        }
        words++;
        if (mayStart(hash))
          to = Math.max(to, find(text, from, hash, letterAfter(text, at), spans === NONE ? (spans = []) : spans));
        if (to > at) at = to;
      } else if (letter >= STARTER) {
        han++;
        const from = at++;
        let second = at;
        let next = at < size ? table[text.charCodeAt(at)]! : 0;
        if (next < OTHER_HAN && next > 0) {
          second = passSpace(text, at, table);
          if (table[text.charCodeAt(second)] === HYPHEN) second++;
          next = table[text.charCodeAt(second)] ?? 0;
        }
        const hash = hashPair(letter, next);
        let to = 0;
        if (mayStart(hash))
          to = find(text, from, hash, letterAfter(text, second + 1), spans === NONE ? (spans = []) : spans);
        if (singles && mayStart(hashPair(letter, 0)))
          to = Math.max(to, find(text, from, hashPair(letter, 0), END, spans === NONE ? (spans = []) : spans));
        if (to > at) at = to;
      } else {
        if (letter === OTHER_HAN || letter >= HAN) han++;
        at++;
      }
    }
    words += han * WORDS_PER_HAN;
    return { lexicon, spans, words };
  };
  return { read };
}

/** Shared by all readings that found nothing; never added to. */
const NONE: number[] = [];
