/** What the site strip does to the site lists. Pure but for the clock. */
import type { Sites } from '@/lib/settings';
import { fit } from '@/lib/sites';

const HOUR_MS = 3_600_000;

/** The site paused for an hour, or awake again. */
export function snoozeSite(sites: Sites, site: string, on: boolean): Sites {
  const others = Object.entries(sites.snoozed).filter(([pattern]) => fit(pattern, `http://${site}/`) === 0);
  return { ...sites, snoozed: Object.fromEntries(on ? [...others, [site, Date.now() + HOUR_MS]] : others) };
}
