/** What pages and commands may change in storage. */
import type { Change } from '@/lib/messages';
import { offReason, siteOf, withPage, withSite } from '@/lib/sites';
import { sites, terms } from '@/lib/storage/stored';

const MINUTE_MS = 60_000;

/** Remembers a change a page asked for. */
export async function applyChange(change: Change): Promise<void> {
  switch (change.type) {
    case 'known':
    case 'hidden':
      await terms.update((now) => ({ ...now, [change.type]: withTime(now[change.type], change.id, change.on) }));
      return;
    case 'site':
      await sites.update((now) => withSite(now, change.host, change.on));
      return;
    case 'snooze':
      await sites.update((now) => ({ ...now, snoozed: withSnooze(now.snoozed, change.host, change.minutes) }));
  }
}

/** Switches the site of a page to the other state; pages no extension may touch stay as they are. */
export async function toggleSite(url: string): Promise<void> {
  if (siteOf(url)) await sites.update((now) => withPage(now, url, offReason(url, now, Date.now()) !== undefined));
}

function withTime(times: Record<string, number>, id: string, on: boolean): Record<string, number> {
  const { [id]: _old, ...rest } = times;
  return on ? { ...rest, [id]: Date.now() } : rest;
}

/** Zero minutes ends a snooze. Snoozes that are over are dropped on the way. */
function withSnooze(snoozed: Record<string, number>, host: string, minutes: number): Record<string, number> {
  const now = Date.now();
  const running = Object.fromEntries(Object.entries(snoozed).filter(([other, until]) => other !== host && until > now));
  return minutes > 0 ? { ...running, [host]: now + minutes * MINUTE_MS } : running;
}
