/** Cue words: words expected near a term that speak for or against one sense of it. */
import type { LoadedForm } from './unpack';

/** The cue words around one place. */
export type Cues = {
  for: string[];
  against: string[];
  /** A cue against takes the place itself in: “estate agent”, “pay attention”, 最大模型. Then nothing else counts. */
  ruledOut: boolean;
};

/** Units looked at on each side: about a sentence. */
const REACH = 110;

/** Text around a place, made comparable once and asked for many words. */
export type Surroundings = { has(cue: string): boolean; takesIn(cue: string): boolean };

/** The cues of a form and its entry that stand near it. */
export function cuesNear(form: LoadedForm, around: Surroundings, cues: CueLists): Cues {
  const near: Cues = { for: [], against: [], ruledOut: false };
  for (const lists of [form.cues, form.owner.cues]) {
    if (!lists) continue;
    const open = cues(lists);
    collect(open.for, around, near.for);
    collect(open.against, around, near.against);
  }
  near.ruledOut = near.against.some(around.takesIn);
  return near;
}

function collect(cues: readonly string[], around: Surroundings, into: string[]) {
  for (const cue of cues) if (!into.includes(cue) && around.has(cue)) into.push(cue);
}

/** Opens packed `for^against` lists. */
export type CueLists = (packed: string) => { readonly for: readonly string[]; readonly against: readonly string[] };

/** Opens each list once; `words` are the cue words that lists number. */
export function cueLists(words: readonly string[]): CueLists {
  const opened = new Map<string, ReturnType<CueLists>>();
  const open = (list: string) => (list ? list.split(',').map((number) => words[Number.parseInt(number, 36)]!) : []);
  return (packed) => {
    let lists = opened.get(packed);
    if (!lists) {
      const caret = packed.indexOf('^');
      opened.set(packed, (lists = { for: open(packed.slice(0, caret)), against: open(packed.slice(caret + 1)) }));
    }
    return lists;
  };
}

/**
 * The text around a match, folded. A cue may take the match in (access token, 量化交易) but not be a part of it.
 */
export function surroundings(text: string, from: number, to: number, fold: (text: string) => string): Surroundings {
  const start = Math.max(0, from - REACH);
  const folded = fold(text.slice(start, to + REACH)).replace(/[^\S ]/g, ' ');
  const [first, last] = [from - start, to - start];
  return {
    has: (cue) => stands(folded, cue, first, last),
    takesIn(cue) {
      const at = folded.indexOf(cue, Math.max(0, last - cue.length));
      return at >= 0 && at <= first && cue.length > last - first;
    },
  };
}

/** Latin cues stand as words, endings such as -s and -ing aside; Han cues anywhere. */
function stands(text: string, cue: string, from: number, to: number): boolean {
  if (!cue) return false;
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    const end = at + cue.length;
    if (at >= from && end <= to) continue;
    if (LATIN.test(cue[0]!) && LATIN.test(text[at - 1] ?? ' ')) continue;
    if (!LATIN.test(cue.at(-1)!)) return true;
    const rest = /^[a-z0-9]*/.exec(text.slice(end, end + 8))![0];
    if (rest === '' || (cue.length > 3 && ENDING.test(rest))) return true;
  }
  return false;
}
const LATIN = /[a-z0-9]/;
const ENDING = /^(?:s|es|d|ed|ing|er|ers|'s)$/;
