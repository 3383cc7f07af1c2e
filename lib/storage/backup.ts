/** Everything the reader has, as one versioned file; read back with every field checked. Pure. */
import type { Settings, Sites, Terms } from '@/lib/settings';
import { migrate, VERSION } from './migrate';
import { damagedField, parseSettings, parseSites, parseTerms } from './parse';

export type Everything = { settings: Settings; sites: Sites; terms: Terms };

/** What is wrong with a file that is no backup of ours. */
export class BackupError extends Error {
  constructor(
    readonly reason: 'json' | 'not-ours' | 'newer' | 'damaged',
    /** Line of the fault, counted from 1, where there is one. */
    readonly line?: number,
  ) {
    super(reason);
  }
}

const FORMAT = 'termlens-backup';

/** The text of a backup file. */
export function writeBackup(everything: Everything): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, ...everything }, undefined, 2)}\n`;
}

/** Reads a backup file. Throws `BackupError` and nothing else. */
export function readBackup(text: string): Everything {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new BackupError('json', lineOf(text, error as Error));
  }
  const file = typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
  if (file['format'] !== FORMAT || typeof file['version'] !== 'number') throw new BackupError('not-ours');
  if (file['version'] > VERSION) throw new BackupError('newer');
  const contents = migrate(file);
  const read = {
    settings: parseSettings(contents['settings']),
    sites: parseSites(contents['sites']),
    terms: parseTerms(contents['terms']),
  };
  for (const part of ['settings', 'sites', 'terms'] as const) {
    const field = contents[part] === undefined ? undefined : damagedField(contents[part], read[part]);
    // A part left out would be lost without a word.
    if (field !== undefined) throw new BackupError('damaged', lineOfName(text, field || part));
  }
  return read;
}

/** The line in which a field of a JSON text begins. */
function lineOfName(text: string, name: string): number | undefined {
  const at = text.indexOf(`"${name}"`);
  return at < 0 ? undefined : text.slice(0, at).split('\n').length;
}

/** What applying a backup over what is there gives: lists are joined, settings are the file's, nothing of the reader's is lost. */
export function merged(now: Everything, file: Everything): Everything {
  const union = (a: string[], b: string[]) => [...new Set([...a, ...b])];
  const ownIds = new Set(file.terms.own.map((term) => term.id));
  return {
    settings: file.settings,
    sites: {
      ...file.sites,
      except: union(now.sites.except, file.sites.except),
      allowed: union(now.sites.allowed, file.sites.allowed),
      only: union(now.sites.only, file.sites.only),
      barred: union(now.sites.barred, file.sites.barred),
      snoozed: now.sites.snoozed,
    },
    terms: {
      own: [...now.terms.own.filter((term) => !ownIds.has(term.id)), ...file.terms.own],
      known: { ...now.terms.known, ...file.terms.known },
      hidden: { ...now.terms.hidden, ...file.terms.hidden },
      recent: now.terms.recent,
    },
  };
}

/** How many settings, sites and terms differ between two states. */
export function difference(before: Everything, after: Everything): { settings: number; sites: number; terms: number } {
  const changed = (a: object, b: object) => {
    const [one, two] = [a as Record<string, unknown>, b as Record<string, unknown>];
    return [...new Set([...Object.keys(one), ...Object.keys(two)])].filter(
      (key) => JSON.stringify(one[key]) !== JSON.stringify(two[key]),
    ).length;
  };
  const listed = (sites: Sites) =>
    Object.fromEntries(
      (['except', 'allowed', 'only', 'barred'] as const).flatMap((list) =>
        sites[list].map((pattern) => [`${list} ${pattern}`, true]),
      ),
    );
  const byId = (terms: Terms) => Object.fromEntries(terms.own.map((term) => [term.id, term]));
  return {
    settings: changed(before.settings, after.settings),
    sites: changed(listed(before.sites), listed(after.sites)) + (before.sites.mode === after.sites.mode ? 0 : 1),
    terms:
      changed(byId(before.terms), byId(after.terms)) +
      Object.keys(after.terms.known).filter((id) => !Object.hasOwn(before.terms.known, id)).length +
      Object.keys(after.terms.hidden).filter((id) => !Object.hasOwn(before.terms.hidden, id)).length,
  };
}

/** The line of a JSON fault: engines say “position 12” or “line 3”, or nothing. */
function lineOf(text: string, { message }: Error): number | undefined {
  const line = /line (\d+)/.exec(message)?.[1];
  if (line) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return position ? text.slice(0, Number(position)).split('\n').length : undefined;
}
