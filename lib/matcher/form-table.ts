/**
 * The table of forms as it travels in the content script: plain JSON, mostly one string, because a string costs least
 * to load. `compile.ts` packs it at build time, `unpack.ts` opens it on the page.
 *
 * Entries are parted by ¶. An entry is its fields parted by |: its head, then its forms. The head is the id, or `=n`
 * when the id can be read off form n, then `+` when versions may follow the names and `~` when pages on other subjects name it too, then `^for^against` with numbers of
 * cues in base 36. A form is one flag letter, its text, and `^for^against` when it has cues of its own. A JOINT in its
 * text stands where it may be written apart.
 */
export type FormTable = {
  /** Pairs of a traditional and its simplified character, run together. */
  traditional: string;
  /** Cue words, parted by |. Lists refer to them by number. */
  cues: string;
  /** The entries. */
  entries: string;
};

export const BETWEEN_ENTRIES = '¶';
export const BETWEEN_FIELDS = '|';
export const BEFORE_CUES = '^';
export const VERSIONED = '+';
export const WEAK = '~';

/** Bits of a form's flag letter, added to `A`. */
export const FLAG = { evidence: 1, exact: 2, segment: 4 } as const;
export const FLAG_BASE = 0x41;

/** A soft hyphen: pre\u00ADtraining is also found as pre-training. */
export const JOINT = '\u00AD';

/** Beginnings of English words that are as often written apart: pre-training, over-fitting, data set. */
const PREFIX =
  /(?<![^ -])(?:(?:pre|post|multi|semi|cross|meta|hyper|super|over|under|auto|back|down|fine)(?=[a-z]{4})|data(?=set)|chat(?=bot)|soft(?=max))/gi;

/** A form's text with its joints. */
export const withJoints = (text: string): string => text.replace(PREFIX, `$&${JOINT}`);

/** The id that a headword suggests: `large language model` → `large-language-model`. */
export function idFromText(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Whether letter case must agree where the form does not say: short names with a capital after the first letter. */
export function isExactByDefault(text: string): boolean {
  const latin = text.match(/[A-Za-z]/g) ?? [];
  return latin.length <= 4 && /[A-Z]/.test(latin.slice(1).join(''));
}
