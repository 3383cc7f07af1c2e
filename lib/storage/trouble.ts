/** What storage could not do, told to whichever page of ours is open: nothing fails without the reader's knowledge. */

/** `unread`: defaults stand in for what is stored. `full`, `unwritten`: a change was not remembered. */
export type Trouble = 'unread' | 'full' | 'unwritten';

const listeners = new Set<(trouble: Trouble | undefined) => void>();
let last: Trouble | undefined;

/** Calls back with what failed last in this context, if it has not worked since, and on every change of that. */
export function watchTrouble(onTrouble: (trouble: Trouble | undefined) => void, signal: AbortSignal): void {
  onTrouble(last);
  listeners.add(onTrouble);
  signal.addEventListener('abort', () => listeners.delete(onTrouble));
}

/** Says what failed and fails on: for a promise's `catch`. */
export const tell =
  (what: 'read' | 'write') =>
  (error: unknown): never => {
    note(what === 'read' ? 'unread' : isQuota(error) ? 'full' : 'unwritten');
    throw error;
  };

/** A change was remembered: what failed before is over. */
export const allWell = (): void => note(undefined);

function note(trouble: Trouble | undefined): void {
  if (trouble === last) return;
  last = trouble;
  for (const listener of listeners) listener(trouble);
}

/** Chrome says “Resource::kQuotaBytes quota exceeded”, Firefox “QuotaExceededError”. */
const isQuota = (error: unknown): boolean => /quota/i.test(String(error));
