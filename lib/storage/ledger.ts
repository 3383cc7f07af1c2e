/**
 * Settings and site lists as a ledger: one line for each choice, with when it was made. Two ledgers are joined line by
 * line, the newer line winning, so that browsers that write at the same time lose nothing. Pure.
 */
import type { Settings, Sites } from '@/lib/settings';
import { DEFAULT_SETTINGS, DEFAULT_SITES } from '@/lib/settings';
import { parseSettings, parseSites } from './parse';

/** Key → value and Unix ms of its last change; a null stands for what was taken away. */
export type Ledger = Record<string, [value: unknown, at: number]>;

export type Mirrored = { settings: Settings; sites: Sites };

const LISTS = ['except', 'allowed', 'only', 'barred'] as const;

/** Each choice under a key of its own. A snooze and the switch of the mirror itself belong to one browser only. */
function choices({ settings, sites }: Mirrored): Record<string, unknown> {
  const { sync: _here, ...shared } = settings;
  return Object.fromEntries([
    ...Object.entries(shared).map(([name, value]) => [`settings ${name}`, value] as const),
    ['mode', sites.mode] as const,
    ...LISTS.flatMap((list) => sites[list].map((pattern) => [`${list} ${pattern}`, true] as const)),
  ]);
}

/** The ledger with every choice that differs from its line written down as made at `at`; the same ledger when none does. */
export function noted(ledger: Ledger, now: Mirrored, at: number): Ledger {
  const chosen = choices(now);
  const usual = choices({ settings: DEFAULT_SETTINGS, sites: DEFAULT_SITES });
  const lines = [...new Set([...Object.keys(ledger), ...Object.keys(chosen)])].flatMap((key) => {
    const value = chosen[key] ?? null;
    // What was never chosen is no choice: it must not win over one made in another browser.
    const before = Object.hasOwn(ledger, key) ? ledger[key]![0] : (usual[key] ?? null);
    const line: Ledger[string] = [value, at];
    return same(value, before) ? [] : [[key, line] as const];
  });
  return lines.length === 0 ? ledger : { ...ledger, ...Object.fromEntries(lines) };
}

/** Both ledgers as one. In whichever order they are joined, the outcome is the same. */
export function joined(one: Ledger, other: Ledger): Ledger {
  const all = new Map(Object.entries(one));
  for (const [key, line] of Object.entries(other)) {
    const mine = all.get(key);
    if (!mine || isNewer(line, mine)) all.set(key, line);
  }
  return Object.fromEntries(all);
}

/** What the reader has once the ledger is followed; what it does not speak of stays. */
export function followed(now: Mirrored, ledger: Ledger): Mirrored {
  const value = (key: string, otherwise: unknown) => (Object.hasOwn(ledger, key) ? ledger[key]![0] : otherwise);
  const settings = Object.fromEntries(
    Object.entries(now.settings).map(([name, mine]) => [name, value(`settings ${name}`, mine)]),
  );
  const list = (name: (typeof LISTS)[number]) => [
    ...now.sites[name].filter((pattern) => value(`${name} ${pattern}`, true) === true),
    ...Object.entries(ledger).flatMap(([key, [here]]) => {
      const pattern = key.slice(name.length + 1);
      return here === true && key.startsWith(`${name} `) && !now.sites[name].includes(pattern) ? [pattern] : [];
    }),
  ];
  return {
    settings: { ...parseSettings(settings), sync: now.settings.sync },
    sites: {
      ...parseSites({
        mode: value('mode', now.sites.mode),
        ...Object.fromEntries(LISTS.map((name) => [name, list(name)])),
      }),
      snoozed: now.sites.snoozed,
    },
  };
}

/** The browser's limit for one item of storage.sync is 8,192 bytes, its key included. */
const PIECE_BYTES = 7500;
const PREFIX = 'ledger-';

/** The ledger in pieces that fit storage.sync. Each can be read by itself, so that half a delivery does no harm. */
export function pieces(ledger: Ledger): Record<string, Ledger> {
  const encoder = new TextEncoder();
  const bytes = (line: unknown) => encoder.encode(JSON.stringify(line)).length;
  const made: [string, Ledger[string]][][] = [];
  let room = 0;
  for (const [key, line] of Object.entries(ledger)) {
    const size = bytes(key) + bytes(line) + 2;
    if (size > PIECE_BYTES) continue;
    if (size > room) {
      made.push([]);
      room = PIECE_BYTES;
    }
    made.at(-1)!.push([key, line]);
    room -= size;
  }
  return Object.fromEntries(made.map((lines, at) => [`${PREFIX}${at}`, Object.fromEntries(lines)]));
}

/** The ledger from whatever storage.sync holds. Never throws. */
export function fromPieces(items: Record<string, unknown>): Ledger {
  const found = Object.entries(items).filter(([name]) => name.startsWith(PREFIX));
  return found.map(([, piece]) => parseLedger(piece)).reduce(joined, {});
}

/** The good lines of what was stored. Never throws. */
export function parseLedger(raw: unknown): Ledger {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return {};
  return Object.fromEntries(
    Object.entries(raw).filter(
      (pair): pair is [string, Ledger[string]] =>
        Array.isArray(pair[1]) && pair[1].length === 2 && Number.isFinite(pair[1][1]),
    ),
  );
}

/** The ledger without what was taken away long ago, for when storage.sync is full. */
export function withoutOldRemovals(ledger: Ledger, before: number): Ledger {
  return Object.fromEntries(Object.entries(ledger).filter(([, [value, at]]) => value !== null || at >= before));
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** At the very same moment the greater text wins: any rule does that all browsers share. */
const isNewer = (line: Ledger[string], than: Ledger[string]) =>
  line[1] > than[1] || (line[1] === than[1] && JSON.stringify(line[0]) > JSON.stringify(than[0]));
