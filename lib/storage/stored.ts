/** The one module that touches browser storage. `storage.local` is the truth; whoever wants to know watches it. */
import { browser } from '#imports';
import { DEFAULT_SETTINGS, DEFAULT_SITES, DEFAULT_TERMS, type Settings, type Sites, type Terms } from '@/lib/settings';
import type { Everything } from './backup';
import { locked } from './locked';
import { migrate } from './migrate';
import { damagedField, parseSettings, parseSites, parseTerms } from './parse';
import { allWell, tell } from './trouble';

/** One remembered thing. */
export type Stored<T> = {
  /** What is stored now; the defaults when storage cannot be read. */
  get(): Promise<T>;
  /** Changes it. Changes from several windows queue up, so that none is lost. Rejects when storage refuses (quota). */
  update(change: (now: T) => T): Promise<T>;
  /** Calls back on every change, from any context, until aborted. */
  watch(onChange: (now: T) => void, signal: AbortSignal): void;
};

export const settings: Stored<Settings> = stored('settings', DEFAULT_SETTINGS, parseSettings);
export const sites: Stored<Sites> = stored('sites', DEFAULT_SITES, parseSites);
export const terms: Stored<Terms> = stored('terms', DEFAULT_TERMS, parseTerms);

/** All that is remembered. Rejects when storage cannot be read: the defaults must not pass for the reader's choices. */
export async function readEverything(): Promise<Everything> {
  const raw = await browser.storage.local.get(['settings', 'sites', 'terms']);
  return {
    settings: parseSettings(raw['settings']),
    sites: parseSites(raw['sites']),
    terms: parseTerms(raw['terms']),
  };
}

/** Replaces all that is remembered, at one stroke: all of it or, when storage refuses, nothing. */
export async function replaceEverything(next: Everything): Promise<void> {
  await locked(() => browser.storage.local.set(next)).then(allWell, tell('write'));
}

/** Run once by the background at start and update, before anything else reads. */
export async function migrateStorage(): Promise<void> {
  await locked(async () => {
    const before = await browser.storage.local.get();
    const after = migrate(before);
    if (after !== before) await browser.storage.local.set(after);
  });
}

function stored<T extends object>(key: string, fallback: T, parse: (raw: unknown) => T): Stored<T> {
  const read = async (): Promise<T> => {
    const raw = (await browser.storage.local.get(key))[key];
    return raw === undefined ? fallback : parse(raw);
  };
  return {
    get: () =>
      read()
        .catch(tell('read'))
        .catch(() => fallback),
    update: (change) =>
      locked(async () => {
        const raw = (await browser.storage.local.get(key))[key];
        const now = raw === undefined ? fallback : parse(raw);
        const next = change(now);
        // What cannot be read is about to be written over: a copy of it stays.
        const copy = raw !== undefined && damagedField(raw, now) !== undefined ? { [`corrupt-${key}`]: raw } : {};
        if (next !== now) await browser.storage.local.set({ ...copy, [key]: next });
        allWell();
        return next;
      }).catch(tell('write')),
    watch(onChange, signal) {
      const listener = (changes: Record<string, { newValue?: unknown }>) => {
        const change = changes[key];
        if (change) onChange(change.newValue === undefined ? fallback : parse(change.newValue));
      };
      browser.storage.local.onChanged.addListener(listener);
      signal.addEventListener('abort', () => {
        if (browser.runtime?.id) browser.storage.local.onChanged.removeListener(listener);
      });
    },
  };
}
