/** Forms as letters: what may be left out of the text or be a space or hyphen there is one GAP. */
import { HAN, HYPHEN, IGNORABLE, OTHER_HAN, SPACE, WORD, type Letters } from './letters';
import { JOINT } from './form-table';
import type { FormList } from './unpack';

/** Marks a place in a form's letters where the text may have a hyphen, a space or nothing. */
export const GAP = HYPHEN;

export type Spelling = {
  /** The letters of all forms, one after the other. */
  readonly letters: Uint16Array;
  /** Form → where its letters begin; one more than there are forms. */
  readonly offsets: Uint32Array;
};

const JOINT_UNIT = JOINT.charCodeAt(0);

/** Spells all forms and gives every character of theirs a letter. */
export function spell({ source, starts, ends, size }: FormList, { table, intern, join }: Letters): Spelling {
  let room = 0;
  for (let form = 0; form < size; form++) {
    intern(source.charCodeAt(starts[form]!), true);
    room += (ends[form]! - starts[form]!) * 2;
  }
  const letters = new Uint16Array(room);
  const offsets = new Uint32Array(size + 1);
  let at = 0;
  for (let form = 0; form < size; form++) {
    const end = ends[form]!;
    const first = at;
    let before = 0;
    for (let place = starts[form]!; place < end; place++) {
      const unit = source.charCodeAt(place);
      let letter = table[unit]!;
      if (letter === 0 || letter === OTHER_HAN) letter = intern(unit);
      if (letter >= SPACE && letter <= HYPHEN) letter = GAP;
      else if (unit === JOINT_UNIT) letter = GAP;
      else if (letter === IGNORABLE) continue;
      else if (before >= WORD ? letter >= HAN && letter < WORD : letter >= WORD && before >= HAN) letters[at++] = GAP;
      // No gap at the beginning, no two in a row.
      if (letter === GAP && (before === 0 || before === GAP)) continue;
      letters[at++] = before = letter;
    }
    if (at > first && before === GAP) at--;
    offsets[form] = first;
  }
  offsets[size] = at;
  join();
  return { letters: letters.slice(0, at), offsets };
}
