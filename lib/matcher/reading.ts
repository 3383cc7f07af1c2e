/** What was found in one block's text before the page's evidence is known. Depends on the text alone. */
import type { LoadedForm } from './unpack';

/** Numbers per candidate in `Reading.spans`. */
export const STRIDE = 4;
/** Places in a candidate. */
export const AT = { from: 0, to: 1, form: 2, extra: 3 } as const;
/** Bits of a candidate's `extra`. */
export const EXTRA = { version: 1 } as const;

export type Reading = {
  /** The forms that candidates number. */
  readonly forms: readonly LoadedForm[];
  /** The cue words that forms number. */
  readonly cues: readonly string[];
  /** Makes text comparable with cue words: lower case, simplified characters. */
  readonly fold: (text: string) => string;
  /** Candidates in order of place, the longest first, STRIDE numbers each. */
  readonly spans: Int32Array | readonly number[];
  /** Length of the text in English words; a Chinese character counts as 0.6. */
  readonly words: number;
};
