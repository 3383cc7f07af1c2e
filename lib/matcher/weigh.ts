/** How well a doubtful form is supported at one place: by the page, by what stands near, by cue words. */
import type { EntryId } from '@/lib/glossary/entry';
import { cuesNear, surroundings, type Cues } from './cues';
import type { Evidence } from './evidence';
import type { Reason } from './match';
import { AT, EXTRA, STRIDE, type Reading } from './reading';
import type { LoadedForm } from './unpack';

/** Points at which a doubtful form is taken for the term. */
const ENOUGH = 3.5;
/** What each witness is worth, and the most that one kind may add. */
const POINTS = {
  sameEntry: 1.5,
  near: 1,
  nearMost: 3,
  doubtful: 0.5,
  doubtfulMost: 1.5,
  cue: 1,
  cueMost: 2,
  anti: -4,
  version: 1.5,
};
/**
 * Cues and other doubtful terms are ordinary words elsewhere: they help only where the page, what stands near or a very
 * short text is about the field.
 */
const SPEAKS = { strength: 0.5, near: 2, shortWords: 150 };
/** Units on each side within which terms of the block count as near: a few sentences. */
const REACH = 300;
const REASON_ENTRIES = 3;

/** One candidate of a block, as the question whether it is meant. */
export type Doubt = {
  text: string;
  reading: Reading;
  evidence: Evidence;
  form: LoadedForm;
  from: number;
  to: number;
  /** The candidate's `extra`. */
  extra: number;
  /** Whether other entries claim the same place. */
  rivals: boolean;
};

/** The points for a doubtful form and the reason to show, or undefined when they are not enough. */
export function weigh(doubt: Doubt): { points: number; reason: Reason } | undefined {
  const { text, reading, evidence, form, from, to, extra, rivals } = doubt;
  const { id } = form.owner;
  const near = nearEntries(doubt);
  const ofTheField =
    evidence.strength >= SPEAKS.strength || near.sure.size >= SPEAKS.near || evidence.words <= SPEAKS.shortWords;
  const others = evidence.strength + Math.min(POINTS.nearMost, near.sure.size * POINTS.near);
  // Nothing around it speaks for it: spare the search for cues.
  if (others === 0 && !ofTheField) return undefined;
  const cues: Cues =
    form.cues || form.owner.cues
      ? cuesNear(form, surroundings(text, from, to, reading.lexicon.fold), reading.lexicon.cues)
      : { for: [], against: [], ruledOut: false };
  if (cues.ruledOut) return undefined;
  const named = ofTheField && evidence.names(id);
  // A form with cues of its own is an ordinary word: the page alone does not vouch for it. Where entries share a form
  // its cues tell them apart.
  if (!rivals && form.cues && !form.cues.startsWith('^') && !named && !cues.for.length) return undefined;
  const points =
    others +
    cues.against.length * POINTS.anti +
    (extra & EXTRA.version ? POINTS.version : 0) +
    (ofTheField ? Math.min(POINTS.doubtfulMost, near.doubtful.size * POINTS.doubtful) : 0) +
    (ofTheField ? Math.min(POINTS.cueMost, cues.for.length * POINTS.cue) : 0) +
    (named ? POINTS.sameEntry : 0);
  if (points < ENOUGH) return undefined;
  return { points, reason: { type: 'evidence', entries: witnesses(near.sure, evidence.entries, id), cues: cues.for } };
}

/** The entries to name as the reason: those near first, then the page's most frequent. A page may have hundreds. */
function witnesses(near: ReadonlySet<EntryId>, page: readonly EntryId[], id: EntryId): EntryId[] {
  const named = [...near].slice(0, REASON_ENTRIES);
  for (let at = 0; at < page.length && named.length < REASON_ENTRIES; at++)
    if (page[at] !== id && !near.has(page[at]!)) named.push(page[at]!);
  return named;
}

/** Other entries whose forms stand near the candidate. */
function nearEntries({ reading: { spans, lexicon }, form, from, to }: Doubt) {
  const sure = new Set<EntryId>();
  const doubtful = new Set<EntryId>();
  for (let at = 0; at < spans.length; at += STRIDE) {
    if (spans[at + AT.to]! < from - REACH) continue;
    if (spans[at + AT.from]! > to + REACH) break;
    const { evidence, own, owner } = lexicon.forms.form(spans[at + AT.form]!);
    if (!own && owner.id !== form.owner.id) (evidence ? doubtful : sure).add(owner.id);
  }
  return { sure, doubtful };
}
