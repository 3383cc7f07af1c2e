/** From a place where forms may begin to the candidates that stand there. */
import { HYPHEN, WORD } from './letters';
import { END, ENDS, GOES_ON, keyOf, type FormIndex } from './form-index';
import type { FormList, LoadedForm } from './unpack';
import { mayHaveVersion, versionEnd, wordEnd } from './ending';
import { AT, EXTRA, STRIDE } from './reading';
import { standsAlone } from './segment';
import { walkForm } from './walk';

/**
 * Appends the candidates at a place whose beginning `mayBegin` let pass, the longest first, and returns where the scan
 * may go on: the end of a match that cannot be refused, else 0. Shorter forms are kept behind doubtful ones, which the
 * page may refuse.
 */
export function candidateFinder(table: Uint16Array, forms: FormList, index: FormIndex) {
  const { letters, offsets, heads, nexts, hashes, formOf } = index;
  const collect = (text: string, folded: Uint16Array, from: number, key: number, spans: number[]) => {
    for (let place = heads[key & (heads.length - 1)]!; place >= 0; place = nexts[place]!) {
      if (hashes[place] !== key) continue;
      const number = formOf[place]!;
      const end = offsets[number + 1]!;
      const reached = walkForm(folded, from, letters, offsets[number]!, end);
      if (reached < 0) continue;
      const form = forms.form(number);
      let to = wordEnd(text, folded, reached, letters[end - 1]!);
      if (form.owner.versioned && mayHaveVersion(text, folded, to < 0 ? reached : to)) {
        const version = versionEnd(text, to < 0 ? reached : to);
        if (version > reached) to = version;
      }
      if (to < 0 || !isAllowed(text, from, reached, to, form, table)) continue;
      spans.push(from, to, number, form.owner.versioned && to > reached + 1 ? EXTRA.version : 0);
    }
  };
  return (
    text: string,
    folded: Uint16Array,
    from: number,
    may: number,
    beginning: number,
    next: number,
    spans: number[],
  ): number => {
    const before = spans.length;
    if (may & ENDS) collect(text, folded, from, keyOf(beginning, END), spans);
    if (may & GOES_ON && next !== END) collect(text, folded, from, keyOf(beginning, next), spans);
    if (spans.length === before) return 0;
    if (spans.length > before + STRIDE) {
      const end = sortLongestFirst(spans, before, forms);
      if (end < spans.length) spans.length = end;
    }
    const last = spans.length - STRIDE;
    return forms.form(spans[last + AT.form]!).evidence ? 0 : spans[last + AT.to]!;
  };
}

/** Sorts what was found at one place and drops what stands behind a sure form. */
function sortLongestFirst(numbers: number[], start: number, forms: FormList): number {
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
    if (!forms.form(numbers[end + AT.form]!).evidence) sureTo = numbers[end + AT.to]!;
  return end;
}

/** The longer first; of equally long ones the doubtful first, so that the last one tells whether all may be refused. */
function comesBefore(numbers: readonly number[], one: number, other: number, forms: FormList): boolean {
  const longer = numbers[one + AT.to]! - numbers[other + AT.to]!;
  if (longer !== 0) return longer > 0;
  const first = numbers[one + AT.form]!;
  const second = numbers[other + AT.form]!;
  const doubt = Number(forms.form(first).evidence) - Number(forms.form(second).evidence);
  return doubt !== 0 ? doubt > 0 : first < second;
}

/** What the letters cannot tell: case, words that the form would cut in two, names inside identifiers. */
function isAllowed(text: string, from: number, reached: number, to: number, form: LoadedForm, table: Uint16Array) {
  if (form.exact && !sameCase(text, from, reached, form.text, table)) return false;
  // Word borders of doubtful forms are looked at when they are about to be marked: the segmenter is slow.
  return form.evidence ? !isInIdentifier(text, from, to) : !form.segment || standsAlone(text, from, to);
}

function sameCase(text: string, from: number, to: number, form: string, table: Uint16Array): boolean {
  let at = from;
  for (let i = 0; i < form.length; i++) {
    const unit = form.charCodeAt(i);
    if (table[unit]! <= HYPHEN) continue;
    while (at < to && table[text.charCodeAt(at)]! <= HYPHEN) at++;
    const found = at < to ? text.charCodeAt(at++) : 0;
    if (found === unit || (table[found] === table[unit] && table[unit]! < WORD)) continue;
    // Full width, and whatever else is the same letter in other units.
    return found > 0x7f && capitals(text.slice(from, to), table) === capitals(form, table);
  }
  while (at < to && table[text.charCodeAt(at)]! <= HYPHEN) at++;
  return at === to;
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
  const after = text[to];
  if ((after === '.' && NAME_START.test(text[to + 1] ?? '')) || (after === '@' && LATIN.test(text[to + 1] ?? '')))
    return true;
  const before = text[from - 1] ?? '';
  if (before === '.') return BEFORE_DOT.test(text[from - 2] ?? '');
  return before === '-' ? text[from - 2] === '-' : before !== '' && '@#$\\'.includes(before);
}
const NAME_START = /[A-Za-z_]/;
const LATIN = /[A-Za-z]/;
const BEFORE_DOT = /[A-Za-z0-9_)\]]/;
