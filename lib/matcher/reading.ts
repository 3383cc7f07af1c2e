/** What was found in one block's text before the page's evidence is known. Depends on the text alone. */
import type { CueLists } from './cues';
import type { FormList } from './unpack';

/** Numbers per candidate in `Reading.spans`. */
export const STRIDE = 4;
/** Places in a candidate. */
export const AT = { from: 0, to: 1, form: 2, extra: 3 } as const;
/** Bits of a candidate's `extra`. */
export const EXTRA = { version: 1 } as const;

/** What every reading of one scanner shares. */
export type Lexicon = {
  readonly forms: FormList;
  readonly cues: CueLists;
  /** Makes text comparable with cue words: lower case, simplified characters. */
  readonly fold: (text: string) => string;
};

export type Reading = {
  readonly lexicon: Lexicon;
  /** Candidates in order of place, the longest first, STRIDE numbers each. */
  readonly spans: readonly number[];
  /** Length of the text in English words; a Chinese character counts as 0.6. */
  readonly words: number;
};

/** How many candidates a reading holds, doubtful ones included. */
export const candidatesIn = ({ spans }: Reading): number => spans.length / STRIDE;
