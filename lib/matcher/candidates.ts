/** From a place where forms may begin to the candidates that stand there. */
import { HYPHEN, WORD } from './letters';
import type { FormIndex } from './form-index';
import type { LoadedForm } from './unpack';
import { versionEnd, wordEnd } from './ending';
import { EXTRA, STRIDE } from './reading';
import { standsAlone } from './segment';
import { walkForm } from './walk';

/**
 * Appends the candidates at a place, the longest first, and returns where the scan may go on: the end of a match that
 * cannot be refused, else 0. Shorter forms are kept behind doubtful ones, which the page may refuse.
 */
export function candidateFinder(table: Uint16Array, forms: readonly LoadedForm[], index: FormIndex) {
  const { letters, offsets } = index;
  return (text: string, from: number, hash: number, spans: number[]): number => {
    let found: number[] | undefined;
    for (let place = index.first(hash); place >= 0; place = index.next(place)) {
      const number = index.form(place);
      const end = offsets[number + 1]!;
      const reached = walkForm(text, from, table, letters, offsets[number]!, end);
      if (reached < 0) continue;
      const form = forms[number]!;
      const to = ending(text, from, reached, form, letters[end - 1]!, table);
      if (to <= reached - 1 || !isAllowed(text, from, reached, to, form, table)) continue;
      (found ??= []).push(from, to, number, form.owner.versioned && to > reached + 1 ? EXTRA.version : 0);
    }
    if (!found) return 0;
    return keep(found, forms, spans);
  };
}

function ending(text: string, _from: number, reached: number, form: LoadedForm, last: number, table: Uint16Array) {
  const to = wordEnd(text, reached, table, last);
  if (!form.owner.versioned) return to;
  const version = versionEnd(text, to < 0 ? reached : to);
  return version > reached ? version : to;
}

/** What the letters cannot tell: case, words that the form would cut in two, names inside identifiers. */
function isAllowed(text: string, from: number, reached: number, to: number, form: LoadedForm, table: Uint16Array) {
  if (form.exact && !sameCase(text.slice(from, reached), form.text, table)) return false;
  if (form.segment && !standsAlone(text, from, to)) return false;
  return !form.evidence || !isInIdentifier(text, from, to);
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

/** Sorts longest first and drops what stands behind a sure form. */
function keep(found: number[], forms: readonly LoadedForm[], spans: number[]): number {
  const order = Array.from({ length: found.length / STRIDE }, (_, i) => i * STRIDE);
  order.sort((a, b) => found[b + 1]! - found[a + 1]! || found[a + 2]! - found[b + 2]!);
  let sureTo = 0;
  for (const at of order) {
    const to = found[at + 1]!;
    if (to < sureTo) break;
    if (!forms[found[at + 2]!]!.evidence) sureTo = to;
    for (let i = 0; i < STRIDE; i++) spans.push(found[at + i]!);
  }
  return sureTo;
}
