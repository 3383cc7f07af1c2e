/**
 * Finds terms in the text of blocks: `read` once per text, `decide` with the page's evidence. The pass over the text
 * is one load from the letter table per unit; a word or pair of letters that no form begins with costs one look in a
 * byte filter and nothing else.
 */
import type { OwnTerm } from '@/lib/settings';
import type { FormTable } from './form-table';
import { createFormIndex, hashLetter, hashPair, spread } from './form-index';
import { createLetters, DIGIT, HAN, OTHER_HAN, WORD, IGNORABLE } from './letters';
import { candidateFinder } from './candidates';
import type { Reading } from './reading';
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
  const shared = { forms, cues: formTable.cues.split('|'), fold: cueFold(formTable.traditional) };
  const find = candidateFinder(table, forms, index);

  const read = (text: string): Reading => {
    let spans: number[] | undefined;
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
          if (at > from && filter[spread(hash) & mask]) to = find(text, from, hash, (spans ??= []));
          while (letter >= WORD) {
            hash = hashLetter(hash, letter);
            letter = ++at < size ? table[text.charCodeAt(at)]! : 0;
          }
        }
        words++;
        if (filter[spread(hash) & mask]) to = Math.max(to, find(text, from, hash, (spans ??= [])));
        if (to > at) at = to;
      } else if (letter >= OTHER_HAN) {
        if (letter === OTHER_HAN) {
          han++;
          at++;
          continue;
        }
        if (letter >= HAN) han++;
        let next = at + 1 < size ? table[text.charCodeAt(at + 1)]! : 0;
        if (next < OTHER_HAN && next > 0) next = table[text.charCodeAt(passSpace(text, at + 1, table))] ?? 0;
        const hash = hashPair(letter, next);
        let to = 0;
        if (filter[spread(hash) & mask]) to = find(text, at, hash, (spans ??= []));
        if (singles) {
          const single = hashPair(letter, 0);
          if (filter[spread(single) & mask]) to = Math.max(to, find(text, at, single, (spans ??= [])));
        }
        at = to > at ? to : at + 1;
      } else at++;
    }
    words += han * WORDS_PER_HAN;
    return { ...shared, spans: spans?.length ? Int32Array.from(spans) : NONE, words };
  };
  return { read };
}

const NONE: readonly number[] = [];
