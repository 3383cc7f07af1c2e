/** A gloss in brackets right after its term, 涌现能力（emergent abilities）, is one mention with it. */
import type { Match } from './match';
import { AT, STRIDE, type Reading } from './reading';

const OPENS = /^[\s\u00a0]*[“”"'*]?[\s\u00a0]*[（(【[]/;
/** What may stand in the brackets beside names of the entry. */
const FILLER =
  /^(?:[\s\u00a0,，、;；:：/"“”'‘’*]|简称|簡稱|又称|又稱|也称|也稱|即|英文|全称|全稱|缩写|縮寫|或|aka|or|also|called|abbreviated|as|i\.e\.)*$/i;
const GLOSS_MOST = 90;

/** Widens a match over the brackets after it when these hold nothing but names of the same entry. */
export function joinGloss(text: string, matches: readonly Match[], reading: Reading): Match[] {
  const joined: Match[] = [];
  let end = 0;
  for (const match of matches) {
    if (match.from < end) continue;
    const to = glossEnd(text, match, reading);
    end = to;
    joined.push(to === match.to ? match : { ...match, to });
  }
  return joined;
}

function glossEnd(text: string, { to, entryId }: Match, { spans, lexicon: { forms } }: Reading): number {
  const open = OPENS.exec(text.slice(to, to + 6));
  if (!open) return to;
  const start = to + open[0].length;
  const length = text.slice(start, start + GLOSS_MOST).search(/[）)】\]]/);
  if (length <= 0) return to;
  const close = start + length;
  let rest = '';
  let at = start;
  let named = false;
  for (let i = 0; i < spans.length; i += STRIDE) {
    const from = spans[i + AT.from]!;
    if (from < at || spans[i + AT.to]! > close) continue;
    if (forms.form(spans[i + AT.form]!).owner.id !== entryId) continue;
    rest += text.slice(at, from);
    at = spans[i + AT.to]!;
    named = true;
  }
  rest += text.slice(at, close);
  return named && FILLER.test(rest) ? close + 1 : to;
}
