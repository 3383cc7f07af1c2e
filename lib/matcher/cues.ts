/** Cue words: words expected near a term that speak for or against one sense of it. */
import type { LoadedForm } from './unpack';

/** The cue words around one place. */
export type Cues = { for: string[]; against: string[] };

/** Units looked at on each side: about a sentence. */
const REACH = 90;

/** Text around a place, made comparable once and asked for many words. */
export type Surroundings = { has(cue: string): boolean };

/** The cues of a form and its entry that stand near it. The match itself does not count as its own cue. */
export function cuesNear(form: LoadedForm, around: Surroundings, words: readonly string[]): Cues {
  const near: Cues = { for: [], against: [] };
  for (const lists of [form.cues, form.owner.cues]) {
    if (!lists) continue;
    const caret = lists.indexOf('^');
    collect(lists.slice(0, caret), words, around, near.for);
    collect(lists.slice(caret + 1), words, around, near.against);
  }
  return near;
}

function collect(list: string, words: readonly string[], around: Surroundings, into: string[]) {
  if (!list) return;
  for (const number of list.split(',')) {
    const cue = words[Number.parseInt(number, 36)]!;
    if (!into.includes(cue) && around.has(cue)) into.push(cue);
  }
}

/** Folds the text around a match; `fold` maps one unit to the unit it counts as. */
export function surroundings(text: string, from: number, to: number, fold: (text: string) => string): Surroundings {
  const before = fold(text.slice(Math.max(0, from - REACH), from));
  const after = fold(text.slice(to, to + REACH));
  // The mark in between keeps words from being read across the match.
  const folded = `${before}\n${after}`;
  return { has: (cue) => stands(folded, cue) };
}

/** Latin cues stand as words, endings such as -s and -ing aside; Han cues anywhere. */
function stands(text: string, cue: string): boolean {
  if (!cue) return false;
  for (let at = text.indexOf(cue); at >= 0; at = text.indexOf(cue, at + 1)) {
    if (!LATIN.test(cue[0]!) || !LATIN.test(text[at - 1] ?? ' ')) {
      if (!LATIN.test(cue.at(-1)!)) return true;
      const rest = /^[a-z0-9]*/.exec(text.slice(at + cue.length, at + cue.length + 8))![0];
      if (rest === '' || (cue.length > 3 && ENDING.test(rest))) return true;
    }
  }
  return false;
}
const LATIN = /[a-z0-9]/;
const ENDING = /^(?:s|es|d|ed|ing|er|ers|'s)$/;
