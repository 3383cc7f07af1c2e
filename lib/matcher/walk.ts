/** Compares one form with the text at one place, letter by letter. */
import { BREAK, HAN, HYPHEN, IGNORABLE, SPACE, WORD } from './letters';
import { GAP, Y } from './form-index';

/**
 * Where the form ends in the text when it begins at `from`, or -1. A GAP of the form takes a hyphen, white space, a
 * line broken after a hyphen, or nothing. Invisible characters are passed over, line breaks between Han too.
 */
export function walkForm(
  text: string,
  from: number,
  table: Uint16Array,
  letters: Uint16Array,
  first: number,
  end: number,
): number {
  let at = from;
  let place = first;
  while (place < end) {
    const wanted = letters[place]!;
    if (wanted === GAP) {
      at = passGap(text, at, table);
      place++;
      continue;
    }
    const letter = table[text.charCodeAt(at)];
    if (letter === wanted) {
      at++;
      place++;
    } else if (letter === undefined || at === from) return -1;
    else if (letter === IGNORABLE) at++;
    else if (letter === BREAK && isHan(wanted) && isHan(letters[place - 1]!)) at = passSpace(text, at, table);
    else if (place === end - 1 && wanted === Y) return endsInIes(text, at, table);
    else return -1;
  }
  return at;
}

/** The letter at a place, invisible characters passed over. */
export function letterAt(text: string, at: number, table: Uint16Array): number {
  let letter = table[text.charCodeAt(at)] ?? 0;
  while (letter === IGNORABLE) letter = table[text.charCodeAt(++at)] ?? 0;
  return letter;
}

/** The place after white space and invisible characters. */
export function passSpace(text: string, at: number, table: Uint16Array): number {
  let letter = table[text.charCodeAt(at)];
  while (letter === SPACE || letter === BREAK || letter === IGNORABLE) letter = table[text.charCodeAt(++at)];
  return at;
}

function passGap(text: string, from: number, table: Uint16Array): number {
  let at = from;
  while (table[text.charCodeAt(at)] === IGNORABLE) at++;
  if (table[text.charCodeAt(at)] !== HYPHEN) return passSpace(text, at, table);
  at++;
  // Two hyphens are a dash in the TeX world: encoder--decoder.
  if (table[text.charCodeAt(at)] === HYPHEN) at++;
  while (table[text.charCodeAt(at)] === IGNORABLE) at++;
  return table[text.charCodeAt(at)] === BREAK ? passSpace(text, at, table) : at;
}

/** The end of a plural in -ies where the form has its final y. */
function endsInIes(text: string, at: number, table: Uint16Array): number {
  const ies = [0x69, 0x65, 0x73];
  return ies.every((unit, i) => table[text.charCodeAt(at + i)] === (WORD | unit)) ? at + 3 : -1;
}

const isHan = (letter: number) => letter >= HAN && letter < WORD;
