/**
 * On which pages terms are marked. Pure. A pattern is a host, which covers its subdomains, with an optional path glob:
 * `example.com`, `docs.example.com/guide/*`. The narrowest pattern that fits decides.
 */
import { DEFAULT_EXCLUSIONS } from './default-exclusions';
import type { OffReason } from './messages';
import type { Sites } from './settings';

/** The host pattern that stands for pages opened from disk. */
export const FILES = 'file';

export type PatternError = 'empty' | 'scheme' | 'spaces' | 'wildcard' | 'host';

/** The host of a page as a pattern, without `www.`; undefined for pages no extension may touch (about:, chrome:, …). */
export function siteOf(url: string): string | undefined {
  const page = parse(url);
  if (page?.protocol === 'file:') return FILES;
  if (page?.protocol !== 'http:' && page?.protocol !== 'https:') return undefined;
  return page.hostname.replace(/^www\./, '');
}

/** What is wrong with a pattern as typed, or undefined when it can be used. */
export function patternError(text: string): PatternError | undefined {
  const pattern = text.trim();
  if (pattern === '') return 'empty';
  if (/\s/.test(pattern)) return 'spaces';
  if (pattern.includes('://')) return 'scheme';
  const host = pattern.split('/', 1)[0]!;
  if (host.includes('*')) return 'wildcard';
  const asUrl = parse(`http://${host}`);
  return asUrl && asUrl.host !== '' && !/[@?#]/.test(host) ? undefined : 'host';
}

/** The pattern in the one spelling that is stored: lower-case ASCII host, no `www.`, no trailing slash. Call after `patternError`. */
export function tidyPattern(text: string): string {
  const [host = '', ...path] = text.trim().split('/');
  const ascii = parse(`http://${host}`)?.hostname ?? host.toLowerCase();
  const tail = path.join('/');
  return ascii.replace(/^www\./, '') + (tail === '' || tail === '*' ? '' : `/${tail}`);
}

/** How narrowly a pattern fits a page: 0 when it does not, else larger for longer hosts and paths. */
export function fit(pattern: string, url: string): number {
  const page = parse(url);
  if (!page) return 0;
  const host = page.protocol === 'file:' ? FILES : page.hostname.replace(/^www\./, '');
  const slash = pattern.indexOf('/');
  const wanted = slash < 0 ? pattern : pattern.slice(0, slash);
  if (host !== wanted && !host.endsWith(`.${wanted}`)) return 0;
  if (slash < 0) return wanted.length;
  const glob = pattern.slice(slash);
  return globMatches(glob, page.pathname) ? wanted.length * 1000 + glob.length : 0;
}

/** A snooze is an hour long. One that ends later than this was made under a clock that has been set back since. ms */
const LONGEST_SNOOZE_MS = 2 * 3_600_000;

const isRunning = (until: number, now: number) => until > now && until - now <= LONGEST_SNOOZE_MS;

/** Why a page is not marked, or undefined when it is. `now` in Unix ms. */
export function offReason(url: string, sites: Sites, now: number): OffReason | undefined {
  for (const [pattern, until] of Object.entries(sites.snoozed))
    if (isRunning(until, now) && fit(pattern, url) > 0) return 'snoozed';
  if (sites.mode === 'only')
    return narrowest(sites.only, url) > narrowest(sites.barred, url) ? undefined : 'not-on-list';
  const allowed = narrowest(sites.allowed, url);
  const except = narrowest(sites.except, url);
  if (except > 0 && except >= allowed) return 'site';
  return narrowest(DEFAULT_EXCLUSIONS, url) > allowed ? 'sensitive' : undefined;
}

/** The sites with one pattern switched on or off in the present mode; a snooze of it ends. */
export function withSite(sites: Sites, pattern: string, on: boolean): Sites {
  const snoozed = Object.fromEntries(
    Object.entries(sites.snoozed).filter(([other]) => !(on && fit(other, `http://${pattern}`) > 0)),
  );
  const [offList, onList] = sites.mode === 'except' ? (['except', 'allowed'] as const) : (['barred', 'only'] as const);
  const without = (list: string[]) => list.filter((other) => other !== pattern);
  const next: Sites = { ...sites, snoozed, [offList]: without(sites[offList]), [onList]: without(sites[onList]) };
  const isOn = offReason(`http://${pattern}`, next, 0) === undefined;
  if (isOn === on) return next;
  const list = on ? onList : offList;
  return { ...next, [list]: [...next[list], pattern] };
}

/**
 * The sites with the page at this address switched on or off: its whole site, or it alone. Where a narrower pattern
 * still decides otherwise for this page, it is switched as well: the switch never does nothing.
 */
export function withPage(sites: Sites, url: string, on: boolean, alone = false): Sites {
  const site = siteOf(url);
  if (!site) return sites;
  const first = alone ? sites : withSite(sites, site, on);
  const isOn = offReason(url, first, 0) === undefined;
  return isOn === on ? first : withSite(first, pagePattern(url, site), on);
}

/** Whether the reader asked for marks on this very site: then a password field on the page does not speak against it. */
export function isChosen(url: string, sites: Sites): boolean {
  return sites.mode === 'only' || narrowest(sites.allowed, url) > 0;
}

/** The sites with this one asked for. */
export function withChosen(sites: Sites, url: string): Sites {
  const site = siteOf(url);
  return !site || isChosen(url, sites) ? sites : { ...sites, allowed: [...sites.allowed, site] };
}

function pagePattern(url: string, site: string): string {
  return site + new URL(url).pathname.replace(/\/$/, '');
}

/** When the next snooze that concerns a page ends, in Unix ms. */
export function snoozedUntil(url: string, sites: Sites, now: number): number | undefined {
  const ends = Object.entries(sites.snoozed).filter(
    ([pattern, until]) => isRunning(until, now) && fit(pattern, url) > 0,
  );
  return ends.length > 0 ? Math.max(...ends.map(([, until]) => until)) : undefined;
}

const narrowest = (patterns: readonly string[], url: string) =>
  patterns.reduce((best, pattern) => Math.max(best, fit(pattern, url)), 0);

/** By searching for the pieces in turn: a regular expression would take for ever on some imported patterns. */
function globMatches(glob: string, path: string): boolean {
  const [first = '', ...rest] = glob.split('*');
  const last = rest.pop();
  if (last === undefined) return path === glob || path.startsWith(`${glob}/`);
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}

function parse(url: string): URL | undefined {
  return URL.canParse(url) ? new URL(url) : undefined;
}
