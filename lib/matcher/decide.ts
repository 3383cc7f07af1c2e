/** Which candidates of a block are marked, given what the page says, and why. */
import type { EntryId } from '@/lib/glossary/entry';
import { cuesNear, surroundings, type Cues } from './cues';
import type { Evidence } from './evidence';
import { joinGloss } from './gloss';
import type { Match } from './match';
import { AT, EXTRA, STRIDE, type Reading } from './reading';
import { standsAlone } from './segment';
import type { LoadedForm } from './unpack';

/** Points at which a doubtful form is taken for the term. */
const ENOUGH = 3.5;
/** What each witness is worth, and the most that one kind may add. */
const POINTS = {
  sameEntry: 1.5,
  block: 1,
  blockMost: 3,
  doubtful: 0.5,
  doubtfulMost: 1.5,
  cue: 1,
  cueMost: 2,
  anti: -4,
  version: 1.5,
};
/** Cues are ordinary words: they help only where the page, the block or a very short text is about the field. */
const SPEAKS = { strength: 0.5, block: 2, shortWords: 150 };
const REASON_ENTRIES = 3;

/** The matches to mark in a block, given what the page says. Offsets are UTF-16 units of `text`. */
export function decide(text: string, reading: Reading, evidence: Evidence): Match[] {
  const { spans } = reading;
  if (!spans.length) return [];
  const matches: Match[] = [];
  const block = blockEntries(reading);
  let end = 0;
  for (let at = 0; at < spans.length;) {
    const from = spans[at + AT.from]!;
    const to = spans[at + AT.to]!;
    let next = at + STRIDE;
    while (next < spans.length && spans[next + AT.from] === from && spans[next + AT.to] === to) next += STRIDE;
    if (from >= end) {
      const match = choose({ text, reading, evidence, block }, at, next);
      if (match) {
        matches.push(match);
        end = to;
      }
    }
    at = next;
  }
  return joinGloss(text, matches, reading);
}

type Context = { text: string; reading: Reading; evidence: Evidence; block: BlockEntries };

type BlockEntries = { sure: ReadonlySet<EntryId>; doubtful: ReadonlySet<EntryId> };

/** Of the forms that stand at one place, the one best supported; undefined when none is supported enough. */
function choose(context: Context, first: number, end: number): Match | undefined {
  const { spans, lexicon } = context.reading;
  const { forms } = lexicon;
  let best: { points: number; match: Match } | undefined;
  for (let at = first; at < end; at += STRIDE) {
    const form = forms[spans[at + AT.form]!]!;
    const place = { from: spans[at + AT.from]!, to: spans[at + AT.to]!, entryId: form.owner.id };
    if (form.own) return { ...place, reason: { type: 'own' } };
    if (!form.evidence) {
      if (!best || best.match.reason.type !== 'sure')
        best = { points: Infinity, match: { ...place, reason: { type: 'sure' } } };
      continue;
    }
    const weighed = weigh(context, form, place, { extra: spans[at + AT.extra]!, rivals: end - first > STRIDE });
    if (!weighed || weighed.points < ENOUGH || (best && weighed.points <= best.points)) continue;
    if (!form.segment || standsAlone(context.text, place.from, place.to))
      best = { points: weighed.points, match: { ...place, reason: weighed.reason } };
  }
  return best?.match;
}

function weigh(
  { text, reading, evidence, block }: Context,
  form: LoadedForm,
  { from, to, entryId }: { from: number; to: number; entryId: EntryId },
  { extra, rivals }: { extra: number; rivals: boolean },
): { points: number; reason: Match['reason'] } | undefined {
  const cues: Cues =
    form.cues || form.owner.cues
      ? cuesNear(form, surroundings(text, from, to, reading.lexicon.fold), reading.lexicon.cues)
      : { for: [], against: [] };
  const others = [...block.sure].filter((id) => id !== entryId);
  const ofTheField =
    evidence.strength >= SPEAKS.strength || others.length >= SPEAKS.block || evidence.words <= SPEAKS.shortWords;
  const named = ofTheField && evidence.names(entryId);
  // A form with cues of its own is an ordinary word: the page alone does not vouch for it. Where entries share a form
  // its cues tell them apart.
  if (!rivals && form.cues && !form.cues.startsWith('^') && !named && !cues.for.length) return undefined;
  const points =
    evidence.strength +
    Math.min(POINTS.blockMost, others.length * POINTS.block) +
    cues.against.length * POINTS.anti +
    (extra & EXTRA.version ? POINTS.version : 0) +
    (ofTheField ? Math.min(POINTS.doubtfulMost, (block.doubtful.size - 1) * POINTS.doubtful) : 0) +
    (ofTheField ? Math.min(POINTS.cueMost, cues.for.length * POINTS.cue) : 0) +
    (named ? POINTS.sameEntry : 0);
  const entries = [...new Set([...others, ...evidence.entries])]
    .filter((id) => id !== entryId)
    .slice(0, REASON_ENTRIES);
  return { points, reason: { type: 'evidence', entries, cues: cues.for } };
}

/** The entries of the block's candidates. */
function blockEntries({ lexicon: { forms }, spans }: Reading): BlockEntries {
  const sure = new Set<EntryId>();
  const doubtful = new Set<EntryId>();
  for (let at = 0; at < spans.length; at += STRIDE) {
    const { evidence, own, owner } = forms[spans[at + AT.form]!]!;
    if (!own) (evidence ? doubtful : sure).add(owner.id);
  }
  return { sure, doubtful };
}
