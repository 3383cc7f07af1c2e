/** Which candidates of a block are marked, given what the page says, and why. */
import type { Evidence } from './evidence';
import { joinGloss } from './gloss';
import type { Match } from './match';
import { AT, STRIDE, type Reading } from './reading';
import { standsAlone } from './segment';
import { weigh } from './weigh';

/** The matches to mark in a block, given what the page says. Offsets are UTF-16 units of `text`. */
export function decide(text: string, reading: Reading, evidence: Evidence): Match[] {
  const { spans } = reading;
  if (!spans.length) return [];
  const matches: Match[] = [];
  let end = 0;
  for (let at = 0; at < spans.length;) {
    const from = spans[at + AT.from]!;
    const to = spans[at + AT.to]!;
    let next = at + STRIDE;
    while (next < spans.length && spans[next + AT.from] === from && spans[next + AT.to] === to) next += STRIDE;
    if (from >= end) {
      const match = choose({ text, reading, evidence }, at, next);
      if (match) {
        matches.push(match);
        end = to;
      }
    }
    at = next;
  }
  return joinGloss(text, matches, reading);
}

type Context = { text: string; reading: Reading; evidence: Evidence };

/** Of the forms that stand at one place, the one best supported; undefined when none is supported enough. */
function choose(context: Context, first: number, end: number): Match | undefined {
  const { spans, lexicon } = context.reading;
  const { forms } = lexicon;
  let best: { points: number; match: Match } | undefined;
  for (let at = first; at < end; at += STRIDE) {
    const form = forms.form(spans[at + AT.form]!);
    const place = { from: spans[at + AT.from]!, to: spans[at + AT.to]!, entryId: form.owner.id };
    if (form.own) return { ...place, reason: { type: 'own' } };
    if (!form.evidence) {
      if (!best || best.match.reason.type !== 'sure')
        best = { points: Infinity, match: { ...place, reason: { type: 'sure' } } };
      continue;
    }
    const doubt = { ...context, form, ...place, extra: spans[at + AT.extra]!, rivals: end - first > STRIDE };
    const weighed = weigh(doubt);
    if (!weighed || (best && weighed.points <= best.points)) continue;
    if (!form.segment || standsAlone(context.text, place.from, place.to))
      best = { points: weighed.points, match: { ...place, reason: weighed.reason } };
  }
  return best?.match;
}
