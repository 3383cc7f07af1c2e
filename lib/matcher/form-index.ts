/**
 * Which forms may begin at a place. A beginning is the first word (Latin) or the first two letters (Han); forms are
 * kept by their beginning and the letter after it. A filter says no for almost all text; only what passes it looks at
 * forms. Its size grows with the number of keys, so its answer stays as telling with 40,000 forms as with 400.
 */
import { DIGIT, HAN, HYPHEN, IGNORABLE, SPACE, WORD, type Letters } from './letters';
import type { LoadedForm } from './unpack';

/** Marks a place in a form's letters where the text may have a hyphen, a space or nothing. */
export const GAP = HYPHEN;

export type FormIndex = {
  /** See `mayHold`. */
  readonly filter: Int32Array;
  /** Letter → 1 when it is a Han form on its own; the beginning of that form is `hashPair(letter, 0)`. */
  readonly singles: Uint8Array;
  /** Lists of places: the first of a key's is `heads[key & (heads.length - 1)]`, the next `nexts[place]`, then -1. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  /** Place → its key (a list holds others too) and its form. */
  readonly hashes: Int32Array;
  readonly formOf: Int32Array;
  /** The letters of all forms, one after the other. */
  readonly letters: Uint16Array;
  /** Form → where its letters begin; one more than there are forms. */
  readonly offsets: Uint32Array;
};

export function hashLetter(hash: number, letter: number): number {
  return (Math.imul(hash, 0x01000193) ^ letter) | 0;
}

export function hashPair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3b) ^ Math.imul(second, 0x01000193)) | 0;
}

/** Stands for the letter after the beginning when the form ends there. */
export const END = 0;

/** The key of a beginning and the letter after it. */
export function keyOf(beginning: number, next: number): number {
  const key = Math.imul(beginning ^ 0x5bd1e995, 0x9e3779b1) ^ Math.imul(next + 1, 0x85ebca6b);
  return key ^ (key >>> 15);
}

/**
 * Whether a form may have this beginning and go on with the letter `next` (GOES_ON), or end there (ENDS); both added up. Three bits of one number
 * answer for a key, so that each costs one load; of the keys that no form has, one in two hundred passes. No branches: what text says
 * cannot be foreseen.
 */
export function mayBegin(filter: Int32Array, beginning: number, next: number): number {
  const mixed = Math.imul(beginning ^ 0x5bd1e995, 0x9e3779b1);
  const longer = mixed ^ Math.imul(next + 1, 0x85ebca6b);
  const key = longer ^ (longer >>> 15);
  const bits = filter[(key >>> 15) & (filter.length - 1)]!;
  const whole = mixed ^ 0x85ebca6b;
  const endKey = whole ^ (whole >>> 15);
  const endBits = filter[(endKey >>> 15) & (filter.length - 1)]!;
  return (
    ((bits >>> key) & (bits >>> (key >>> 5)) & (bits >>> (key >>> 10)) & GOES_ON) |
    (((endBits >>> endKey) & (endBits >>> (endKey >>> 5)) & (endBits >>> (endKey >>> 10)) & 1) << 1)
  );
}
/** Answers of `mayBegin`. */
export const GOES_ON = 1;
export const ENDS = 2;

/** Memory of the filter: small enough for the processor's nearest cache with the bundled forms. */
const FILTER_BITS_PER_KEY = 16;
const MAX_JOINED_WORDS = 5;
/** Joined beginnings, plurals and a version's v. */
const KEYS_MOST = MAX_JOINED_WORDS + 4;

export function createFormIndex(forms: readonly LoadedForm[], { intern, join }: Letters): FormIndex {
  for (const { text } of forms) intern(text.charCodeAt(0), true);
  const { letters, offsets } = formLetters(forms, intern);
  join();
  const heads = new Int32Array(powerOfTwo(forms.length * 4)).fill(-1);
  const headOf = (key: number) => key & (heads.length - 1);
  let hashes = new Int32Array(forms.length * KEYS_MOST);
  let nexts = new Int32Array(forms.length * KEYS_MOST);
  let formOf = new Int32Array(forms.length * KEYS_MOST);
  let size = 0;

  const singles = new Uint8Array(WORD);
  const add = (beginning: number, next: number, form: number) => {
    const hash = keyOf(beginning, next);
    const head = headOf(hash);
    for (let place = heads[head]!; place >= 0 && formOf[place] === form; place = nexts[place]!)
      if (hashes[place] === hash) return;
    hashes[size] = hash;
    nexts[size] = heads[head]!;
    formOf[size] = form;
    heads[head] = size++;
  };
  for (let form = 0; form < forms.length; form++) {
    const from = offsets[form]!;
    const to = offsets[form + 1]!;
    if (from === to) continue;
    if (to === from + 1 && letters[from]! < WORD) singles[letters[from]!] = 1;
    addKeys(letters, from, to, forms[form]!.owner.versioned, (beginning, next) => add(beginning, next, form));
  }
  hashes = hashes.slice(0, size);
  nexts = nexts.slice(0, size);
  formOf = formOf.slice(0, size);

  return { filter: filterOf(hashes), singles, letters, offsets, heads, hashes, nexts, formOf };
}

function filterOf(keys: Int32Array): Int32Array {
  const filter = new Int32Array(powerOfTwo((keys.length * FILTER_BITS_PER_KEY) / 32));
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at]!;
    filter[(key >>> 15) & (filter.length - 1)]! |= (1 << key) | (1 << (key >>> 5)) | (1 << (key >>> 10));
  }
  return filter;
}

type AddKey = (beginning: number, next: number) => void;

/** Every beginning, with the letter after it, under which the scan may come across the form. */
function addKeys(letters: Uint16Array, from: number, to: number, versioned: boolean, add: AddKey) {
  if (letters[from]! >= WORD) return addWordKeys(letters, from, to, versioned, add);
  let at = from;
  const next = () => {
    while (at < to && letters[at] === GAP) at++;
    return at < to ? letters[at++]! : END;
  };
  add(hashPair(next(), next()), next());
}

/** The words of fine-tuning may be joined, so each joined beginning is a key too. */
function addWordKeys(letters: Uint16Array, from: number, to: number, versioned: boolean, add: AddKey) {
  let hash = 0;
  let words = 1;
  let at = from;
  for (; at < to; at++) {
    const letter = letters[at]!;
    if (letter === GAP) {
      add(hash, letters[at + 1]!);
      if (words++ === MAX_JOINED_WORDS) return;
    } else if (letter < WORD) return add(hash, letter);
    else hash = hashLetter(hash, letter);
  }
  add(hash, END);
  const last = letters[to - 1]!;
  if (last >= DIGIT) return;
  add(hashLetter(hash, S), END);
  if (ES_ENDINGS.has(last & 0xff)) add(hashLetter(hashLetter(hash, E), S), END);
  if (last === Y && to - from > 2) {
    let stem = 0;
    for (let i = from; i < to - 1; i++) if (letters[i] !== GAP) stem = hashLetter(stem, letters[i]!);
    add(hashLetter(hashLetter(hashLetter(stem, WORD | 0x69), E), S), END);
  }
  if (versioned) add(hashLetter(hash, WORD | 0x76), END);
}

const S = WORD | 0x73;
const E = WORD | 0x65;
export const Y = WORD | 0x79;
/** Letters after which a plural takes -es: s, x, z, h. */
export const ES_ENDINGS: ReadonlySet<number> = new Set([0x73, 0x78, 0x7a, 0x68]);

/** Beginnings of English words that are as often written apart: pre-training, over-fitting, data set. */
const PREFIX =
  /(?:(?:pre|post|multi|semi|cross|meta|hyper|super|over|under|auto|back|down|fine)(?=[a-z]{4})|data(?=set)|chat(?=bot)|soft(?=max))/iy;

/** Forms as letters: what may be left out of the text or be a space or hyphen there is one GAP. */
function formLetters(forms: readonly LoadedForm[], intern: (unit: number) => number) {
  let size = 0;
  for (const form of forms) size += form.text.length * 2;
  const letters = new Uint16Array(size);
  const offsets = new Uint32Array(forms.length + 1);
  let at = 0;
  for (let form = 0; form < forms.length; form++) {
    const { text } = forms[form]!;
    offsets[form] = at;
    let prefixEnd = -1;
    for (let i = 0; i < text.length; i++) {
      if (i === 0 || text[i - 1] === ' ' || text[i - 1] === '-') {
        PREFIX.lastIndex = i;
        if (PREFIX.test(text)) prefixEnd = PREFIX.lastIndex;
      } else if (i === prefixEnd) letters[at++] = GAP;
      const letter = intern(text.charCodeAt(i));
      if (letter === IGNORABLE) continue;
      const before = at > offsets[form]! ? letters[at - 1]! : 0;
      if (letter <= HYPHEN && letter >= SPACE) {
        if (before && before !== GAP) letters[at++] = GAP;
        continue;
      }
      if ((before >= WORD && isHan(letter)) || (letter >= WORD && isHan(before))) letters[at++] = GAP;
      letters[at++] = letter;
    }
    if (at > offsets[form]! && letters[at - 1] === GAP) at--;
  }
  offsets[forms.length] = at;
  return { letters: letters.slice(0, at), offsets };
}
const isHan = (letter: number) => letter >= HAN && letter < WORD;

function powerOfTwo(atLeast: number): number {
  let size = 64;
  while (size < atLeast) size *= 2;
  return size;
}
