/**
 * The letter table: every UTF-16 unit to the letter it counts as. Case, width, accents, apostrophes and traditional
 * characters fold here, one load per unit, so text keeps its length and offsets need no translation.
 */

/** Classes below the letters. Anything else the matcher has no use for is 0. */
export const IGNORABLE = 1;
export const SPACE = 2;
export const BREAK = 3;
export const HYPHEN = 4;
/** A Chinese character or kana that no form contains. */
export const OTHER_HAN = 5;
/** Symbols of forms are numbered from here, Chinese characters from HAN, those that forms begin with from STARTER. */
const SYMBOL = 16;
export const HAN = 0x400;
export const STARTER = 0x4000;

/** Letters of words (Latin, Greek, underscore) are at least this; the rest of the number is the folded unit. */
export const WORD = 0x8000;
/** Digits are at least this. */
export const DIGIT = 0xc000;

export type Letters = {
  /** Unit → letter. Live: `intern` adds to it. */
  readonly table: Uint16Array;
  /** The letter of a unit that occurs in a form; gives it one when it had none. First letters come first. */
  intern(unit: number, starts?: boolean): number;
  /** Gives traditional and full-width units the letters of their counterparts, once all forms are interned. */
  join(): void;
};

/** @param traditional Pairs of a traditional character and the simplified one it counts as, run together. */
export function createLetters(traditional: string): Letters {
  const table = new Uint16Array(0x10000);
  table.fill(OTHER_HAN, 0x3041, 0xa000);
  table.fill(OTHER_HAN, 0xf900, 0xfb00);
  for (let unit = 0xc0; unit < 0x400; unit++) table[unit] = foldedWordLetter(unit);
  for (let unit = 0x1e00; unit < 0x1f00; unit++) table[unit] = foldedWordLetter(unit);
  for (let at = 0; at < 26; at++) table[0x41 + at] = table[0x61 + at] = WORD | (0x61 + at);
  for (let at = 0; at < 10; at++) table[0x30 + at] = DIGIT | (0x30 + at);
  table[0x5f] = WORD | 0x5f;
  for (const [units, letter] of CLASSES) for (const unit of units) table[unit.charCodeAt(0)] = letter;

  let symbol = SYMBOL;
  let han = HAN;
  let starter = STARTER;
  const intern = (unit: number, starts = false) => {
    const known = table[unit]!;
    if (known !== 0 && known !== OTHER_HAN) return known;
    if (starts) return (table[unit] = starter++);
    return (table[unit] = known === OTHER_HAN || symbol === HAN ? han++ : symbol++);
  };
  table[0x2019] = table[0x2018] = table[0x2bc] = intern(0x27);
  for (let unit = 0xff01; unit < 0xff5f; unit++) table[unit] = table[unit - 0xfee0]!;
  const simple = new Map<number, number>();
  for (let at = 0; at + 1 < traditional.length; at += 2)
    simple.set(traditional.charCodeAt(at), traditional.charCodeAt(at + 1));
  return {
    table,
    intern: (unit, starts) => {
      const narrow = unit > 0xff00 && unit < 0xff5f ? unit - 0xfee0 : (simple.get(unit) ?? unit);
      return narrow === unit ? intern(unit, starts) : (table[unit] = intern(narrow, starts));
    },
    join: () => {
      for (const [unit, other] of simple) table[unit] = table[other]!;
      for (let unit = 0xff01; unit < 0xff5f; unit++) table[unit] = table[unit - 0xfee0]!;
    },
  };
}

const CLASSES: [string, number][] = [
  ['\u00ad\u200b\u200c\u200d\u2060\ufeff\ufe0f', IGNORABLE],
  [' \u00a0\u2002\u2003\u2009\u200a\u202f\u3000\t', SPACE],
  ['\n\r\u2028', BREAK],
  // The middle dots stand where a hyphen may: DALL·E, DALL-E.
  ['-\u2010\u2011\u2012\u2013\u2212\u00b7\u2022\u2027\u30fb', HYPHEN],
];

/** Lower case without accent, where that keeps one unit and is a letter; else 0. */
function foldedWordLetter(unit: number): number {
  const lower = String.fromCharCode(unit).toLowerCase();
  if (lower.length !== 1 || (lower === lower.toUpperCase() && lower !== 'ª' && lower !== 'º')) return 0;
  return WORD | lower.normalize('NFD').charCodeAt(0);
}
