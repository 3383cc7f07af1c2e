/** Compares one form with the text at one place, letter by letter. `folded` is a text as letters, ended by zeros. */
import { BREAK, HAN, HYPHEN, IGNORABLE, SPACE, WORD } from './letters';
import { Y } from './form-index';
import { GAP } from './spell';

/**
 * Where the form ends in the text when it begins at `from`, or -1. A GAP of the form takes a hyphen, white space, a
 * line broken after a hyphen, or nothing. Invisible characters are passed over, line breaks between Han too.
 */
export function walkForm(folded: Uint16Array, from: number, letters: Uint16Array, first: number, end: number): number {
  let at = from;
  let place = first;
  while (place < end) {
    const wanted = letters[place]!;
    if (wanted === GAP) {
      at = passGap(folded, at);
      place++;
      continue;
    }
    const letter = folded[at]!;
    if (letter === wanted) {
      at++;
      place++;
    } else if (at === from) return -1;
    else if (letter === IGNORABLE) at++;
    else if (letter === BREAK && isHan(wanted) && isHan(letters[place - 1]!)) at = passSpace(folded, at);
    else if (place === end - 1 && wanted === Y) return endsInIes(folded, at);
    else return -1;
  }
  return at;
}

/** The letter at a place, invisible characters passed over. */
export function letterAt(folded: Uint16Array, at: number): number {
  let place = at;
  while (folded[place] === IGNORABLE) place++;
  return folded[place]!;
}

/** The place after white space and invisible characters. */
export function passSpace(folded: Uint16Array, at: number): number {
  let place = at;
  let letter = folded[place];
  while (letter === SPACE || letter === BREAK || letter === IGNORABLE) letter = folded[++place];
  return place;
}

function passGap(folded: Uint16Array, from: number): number {
  let at = from;
  while (folded[at] === IGNORABLE) at++;
  if (folded[at] !== HYPHEN) return passSpace(folded, at);
  at++;
  // Two hyphens are a dash in the TeX world: encoder--decoder.
  if (folded[at] === HYPHEN) at++;
  while (folded[at] === IGNORABLE) at++;
  return folded[at] === BREAK ? passSpace(folded, at) : at;
}

/** The end of a plural in -ies where the form has its final y. */
function endsInIes(folded: Uint16Array, at: number): number {
  return folded[at] === (WORD | 0x69) && folded[at + 1] === (WORD | 0x65) && folded[at + 2] === (WORD | 0x73)
    ? at + 3
    : -1;
}

const isHan = (letter: number) => letter >= HAN && letter < WORD;
