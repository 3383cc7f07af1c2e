/**
 * Copies settings and site lists to storage.sync and back, for a reader who asked for it. storage.local stays the
 * truth: whatever goes wrong here, this browser keeps what it has.
 */
import { browser } from '#imports';
import {
  followed,
  fromPieces,
  joined,
  type Ledger,
  type Mirrored,
  noted,
  parseLedger,
  pieces,
  withoutOldRemovals,
} from './ledger';
import { readEverything, settings, sites } from './stored';

/** Why the last copy was not taken: more than storage.sync holds, or refused by the browser. */
export type MirrorProblem = 'full' | 'refused';

const LEDGER = 'ledger';
const PROBLEM = 'mirror-problem';
/** Sliders change many times a second; storage.sync takes two writes a second. ms */
const QUIET_MS = 1000;
const REMOVALS_KEPT_MS = 90 * 86_400_000;

/** Mirrors from now on. Called by the background at every start: what was missed while it slept is made up for. */
export function startMirror(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let last: Promise<void> = Promise.resolve();
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (last = last.then(mirror)), QUIET_MS);
  };
  browser.storage.local.onChanged.addListener((changes) => {
    if ('settings' in changes || 'sites' in changes) soon();
  });
  browser.storage.sync.onChanged.addListener(soon);
  soon();
}

/** One exchange with storage.sync; running it again changes nothing. Never rejects. */
export async function mirror(): Promise<void> {
  try {
    // Not what `get` gives: were storage not to be read, the defaults would pass for choices and spread.
    const now: Mirrored = await readEverything();
    if (!now.settings.sync) return;
    const there = await browser.storage.sync.get();
    const remote = fromPieces(there);
    const kept = parseLedger((await browser.storage.local.get(LEDGER))[LEDGER]);
    const isFirst = Object.keys(kept).length === 0 && Object.keys(remote).length > 0;
    // Choices made before this browser joined have no date: those that are in storage.sync already go before them.
    const mine = noted(kept, now, isFirst ? 0 : Date.now());
    const all = joined(mine, remote);
    await browser.storage.local.set({ [LEDGER]: all });
    // Asked again under the lock: a choice made this instant is newer than all that came.
    const follow = (latest: Mirrored) => followed(latest, joined(noted(mine, latest, Date.now()), remote));
    const next = follow(now);
    if (differs(next.settings, now.settings))
      await settings.update((latest) => follow({ ...now, settings: latest }).settings);
    if (differs(next.sites, now.sites)) await sites.update((latest) => follow({ ...now, sites: latest }).sites);
    await push(all, there);
    await browser.storage.local.remove(PROBLEM);
  } catch (error) {
    const problem: MirrorProblem = /quota|exceed/i.test(String(error)) ? 'full' : 'refused';
    await browser.storage.local.set({ [PROBLEM]: problem }).catch(() => undefined);
  }
}

/** Why the last copy was not taken; calls back at once and on every change until aborted. */
export function watchMirrorProblem(onChange: (problem: MirrorProblem | undefined) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (PROBLEM in changes) onChange(changes[PROBLEM]!.newValue as MirrorProblem | undefined);
  };
  browser.storage.local.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.local.onChanged.removeListener(listener));
  void browser.storage.local
    .get(PROBLEM)
    .then((found) => !signal.aborted && onChange(found[PROBLEM] as MirrorProblem | undefined));
}

async function push(ledger: Ledger, there: Record<string, unknown>): Promise<void> {
  const write = async (what: Ledger) => {
    const wanted = pieces(what);
    const changed = Object.entries(wanted).filter(([name, piece]) => differs(piece, there[name]));
    if (changed.length > 0) await browser.storage.sync.set(Object.fromEntries(changed));
    const stale = Object.keys(there).filter((name) => name.startsWith('ledger-') && !(name in wanted));
    if (stale.length > 0) await browser.storage.sync.remove(stale);
  };
  await write(ledger).catch(() => write(withoutOldRemovals(ledger, Date.now() - REMOVALS_KEPT_MS)));
}

const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
