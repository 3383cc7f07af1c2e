/**
 * Which forms may begin at a place. A beginning is the first word (Latin) or the first two letters (Han); forms are
 * kept by their beginning and the letter after it. A filter says no for almost all text; only what passes it looks at
 * forms. Its size grows with the number of keys, so its answer stays as telling with 40,000 forms as with 400.
 */
import { DIGIT, WORD, type Letters } from './letters';
import { GAP, spell } from './spell';
import type { FormList } from './unpack';

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

export function createFormIndex(forms: FormList, letters: Letters): FormIndex {
  const { letters: spelled, offsets } = spell(forms, letters);
  const heads = new Int32Array(powerOfTwo(forms.size * 4)).fill(-1);
  const last = heads.length - 1;
  // Most forms have two or three keys.
  let [hashes, nexts, formOf] = [0, 0, 0].map(() => new Int32Array(forms.size * 3 + KEYS_MOST)) as Int32Array[] as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  let size = 0;
  let form = 0;
  const add = (beginning: number, next: number) => {
    const hash = keyOf(beginning, next);
    const first = heads[hash & last]!;
    for (let place = first; place >= 0 && formOf[place] === form; place = nexts[place]!)
      if (hashes[place] === hash) return;
    hashes[size] = hash;
    nexts[size] = first;
    formOf[size] = form;
    heads[hash & last] = size++;
  };
  const singles = new Uint8Array(WORD);
  for (; form < forms.size; form++) {
    const from = offsets[form]!;
    const to = offsets[form + 1]!;
    if (from === to) continue;
    if (size + KEYS_MOST > hashes.length) [hashes, nexts, formOf] = [doubled(hashes), doubled(nexts), doubled(formOf)];
    if (spelled[from]! >= WORD) addWordKeys(spelled, from, to, forms.versioned[form] === 1, add);
    else {
      if (to === from + 1) singles[spelled[from]!] = 1;
      addHanKey(spelled, from, to, add);
    }
  }
  hashes = hashes.slice(0, size);
  return {
    filter: filterOf(hashes),
    singles,
    letters: spelled,
    offsets,
    heads,
    hashes,
    nexts: nexts.slice(0, size),
    formOf: formOf.slice(0, size),
  };
}

function doubled(list: Int32Array): Int32Array {
  const out = new Int32Array(list.length * 2);
  out.set(list);
  return out;
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

/** The first two letters, with the third. */
function addHanKey(letters: Uint16Array, from: number, to: number, add: AddKey) {
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

function powerOfTwo(atLeast: number): number {
  let size = 64;
  while (size < atLeast) size *= 2;
  return size;
}
