import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import type { PagePreferences } from '@/lib/page/page-layer';
import type { Settings, Terms } from '@/lib/settings';

const DAY_MS = 86_400_000;

/**
 * What the page layer needs of the reader's settings. Where a choice depends on an entry that has not arrived yet, the
 * term is not marked yet. Pure but for the clock.
 */
export function pagePreferences(
  settings: Settings,
  terms: Terms,
  entryOf: (id: EntryId) => CardEntry | undefined,
): PagePreferences {
  const { level, topicsOff, knownFadesAfterDays } = settings;
  const now = Date.now();
  const own = new Set(terms.own.map((term) => term.id));
  const hasFaded = (id: EntryId) => knownFadesAfterDays > 0 && now - terms.known[id]! > knownFadesAfterDays * DAY_MS;
  const isKnown = (id: EntryId) => Object.hasOwn(terms.known, id);
  const fitsReader = (id: EntryId) => {
    if ((level === 1 && topicsOff.length === 0) || own.has(id)) return true;
    const entry = entryOf(id);
    return entry !== undefined && entry.level >= level && !(topicsOff as string[]).includes(entry.topic);
  };
  return {
    density: settings.density,
    marksPerScreen: settings.marksPerScreen,
    underline: settings.underline,
    strength: settings.strength,
    isWanted: (id) => !Object.hasOwn(terms.hidden, id) && (!isKnown(id) || hasFaded(id)) && fitsReader(id),
    isFaint: isKnown,
    // Unknown terms first, then the harder ones.
    rank: (id) => (isKnown(id) ? 0 : 10) + (entryOf(id)?.level ?? 1),
  };
}
