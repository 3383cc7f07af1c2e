/** From a place where forms may begin to the candidates that stand there. */
import { HYPHEN, WORD } from './letters';
import { END, keyOf, spread, type FormIndex } from './form-index';
import type { LoadedForm } from './unpack';
import { versionEnd, wordEnd } from './ending';
import { AT, EXTRA, STRIDE } from './reading';
import { standsAlone } from './segment';
import { walkForm } from './walk';

/**
 * Appends the candidates at a place, the longest first, and returns where the scan may go on: the end of a match that
 * cannot be refused, else 0. Shorter forms are kept behind doubtful ones, which the page may refuse.
 */
export function candidateFinder(table: Uint16Array, forms: readonly LoadedForm[], index: FormIndex) {
  const { letters, offsets, filter, mask } = index;
  const collect = (text: string, from: number, key: number, spans: number[]) => {
    const slot = spread(key) & mask;
    if (((filter[slot >>> 5]! >>> (slot & 31)) & 1) === 0) return;
    for (let place = index.first(key); place >= 0; place = index.next(place)) {
      const number = index.form(place);
      const end = offsets[number + 1]!;
      const reached = walkForm(text, from, table, letters, offsets[number]!, end);
      if (reached < 0) continue;
      const form = forms[number]!;
      const to = ending(text, reached, form, letters[end - 1]!, table);
      if (to < 0 || !isAllowed(text, from, reached, to, form, table)) continue;
      spans.push(from, to, number, form.owner.versioned && to > reached + 1 ? EXTRA.version : 0);
    }
  };
  return (text: string, from: number, beginning: number, next: number, spans: number[]): number => {
    const before = spans.length;
    collect(text, from, keyOf(beginning, END), spans);
    if (next !== END) collect(text, from, keyOf(beginning, next), spans);
    if (spans.length === before) return 0;
    if (spans.length > before + STRIDE) spans.length = sortLongestFirst(spans, before, forms);
    const last = spans.length - STRIDE;
    return forms[spans[last + AT.form]!]!.evidence ? 0 : spans[last + AT.to]!;
  };
}

/** Sorts what was found at one place and drops what stands behind a sure form. */
function sortLongestFirst(numbers: number[], start: number, forms: readonly LoadedForm[]): number {
  const size = numbers.length;
  // Few are found at one place, so they are sorted where they lie.
  for (let at = start + STRIDE; at < size; at += STRIDE)
    for (let other = at; other > start && comesBefore(numbers, other, other - STRIDE, forms); other -= STRIDE)
      for (let i = 0; i < STRIDE; i++) {
        const kept = numbers[other + i]!;
        numbers[other + i] = numbers[other - STRIDE + i]!;
        numbers[other - STRIDE + i] = kept;
      }
  let sureTo = 0;
  let end = start;
  for (; end < size && numbers[end + AT.to]! >= sureTo; end += STRIDE)
    if (!forms[numbers[end + AT.form]!]!.evidence) sureTo = numbers[end + AT.to]!;
  return end;
}

/** The longer first; of equally long ones the doubtful first, so that the last one tells whether all may be refused. */
function comesBefore(numbers: readonly number[], one: number, other: number, forms: readonly LoadedForm[]): boolean {
  const longer = numbers[one + AT.to]! - numbers[other + AT.to]!;
  if (longer !== 0) return longer > 0;
  const first = numbers[one + AT.form]!;
  const second = numbers[other + AT.form]!;
  const doubt = Number(forms[first]!.evidence) - Number(forms[second]!.evidence);
  return doubt !== 0 ? doubt > 0 : first < second;
}

function ending(text: string, reached: number, form: LoadedForm, last: number, table: Uint16Array) {
  const to = wordEnd(text, reached, table, last);
  if (!form.owner.versioned) return to;
  const version = versionEnd(text, to < 0 ? reached : to);
  return version > reached ? version : to;
}

/** What the letters cannot tell: case, words that the form would cut in two, names inside identifiers. */
function isAllowed(text: string, from: number, reached: number, to: number, form: LoadedForm, table: Uint16Array) {
  if (form.exact && !sameCase(text.slice(from, reached), form.text, table)) return false;
  // Word borders of doubtful forms are looked at when they are about to be marked: the segmenter is slow.
  return form.evidence ? !isInIdentifier(text, from, to) : !form.segment || standsAlone(text, from, to);
}

function sameCase(found: string, form: string, table: Uint16Array): boolean {
  return capitals(found, table) === capitals(form, table);
}

/** The letters with their case, what may stand in a gap left out, full width as half width. */
function capitals(text: string, table: Uint16Array): string {
  let out = '';
  for (const character of text.normalize('NFKC')) {
    const letter = table[character.charCodeAt(0)]!;
    if (letter > HYPHEN) out += letter >= WORD ? character : '\0';
  }
  return out;
}

/** In token.length, --token, #token or user@token.io the word names something of a program, not the term. */
function isInIdentifier(text: string, from: number, to: number): boolean {
  if (/[.][A-Za-z_]/.test(text.slice(to, to + 2))) return true;
  const before = text.slice(Math.max(0, from - 2), from);
  return /(?:[A-Za-z0-9_)\]][.]|--|[@#$\\])$/.test(before) || /^@[A-Za-z]/.test(text.slice(to, to + 2));
}
