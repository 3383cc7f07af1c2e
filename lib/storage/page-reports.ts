/** What the frames of each tab reported, kept in memory for the session only: never written to disk. */
import { browser } from '#imports';
import type { PageReport } from '@/lib/messages';
import { locked } from './locked';

/** Frame id → its report; frame 0 is the page itself. */
export type TabReports = Record<number, PageReport>;

const PREFIX = 'tab-';
const keyOf = (tabId: number) => `${PREFIX}${tabId}`;

/** Tab → what its frames reported, for all tabs. */
export async function allReports(): Promise<Map<number, TabReports>> {
  const kept = Object.entries(await browser.storage.session.get()).filter(([key]) => key.startsWith(PREFIX));
  return new Map(kept.map(([key, reports]) => [Number(key.slice(PREFIX.length)), reports as TabReports]));
}

/** The reports of a tab's frames. */
export async function reportsOf(tabId: number): Promise<TabReports> {
  return ((await browser.storage.session.get(keyOf(tabId)))[keyOf(tabId)] as TabReports | undefined) ?? {};
}

/**
 * The reports as far as they speak of the page at this address. Pages where no extension runs report nothing, so what the
 * page before them said is still kept. A page may change its own address, but not its origin.
 */
export function reportsFor(url: string, reports: TabReports): TabReports {
  const said = reports[0]?.url;
  if (said === undefined || !URL.canParse(url)) return {};
  const [now, then] = [new URL(url), new URL(said)];
  const isOther = now.origin !== then.origin || (isPdf(url) && now.pathname !== then.pathname);
  return isOther ? {} : reports;
}

/** Whether an address looks like that of a PDF; arXiv's end in a number. */
export const isPdf = (url: string): boolean => /\.pdf($|[?#])|^https?:\/\/arxiv\.org\/pdf\//i.test(url);

/** Adds a frame's report; a new page in the top frame replaces all of its tab's. */
export function keepReport(tabId: number, frameId: number, report: PageReport): Promise<TabReports> {
  // Frames report at the same time.
  return locked(async () => {
    const before = await reportsOf(tabId);
    const navigated = frameId === 0 && before[0]?.url !== report.url;
    const after = { ...(navigated ? {} : before), [frameId]: report };
    await browser.storage.session.set({ [keyOf(tabId)]: after });
    return after;
  });
}

/** Forgets a closed tab. */
export async function forgetTab(tabId: number): Promise<void> {
  await locked(() => browser.storage.session.remove(keyOf(tabId)));
}

export type TabTerm = PageReport['terms'][number] & { frameId: number };

/** The distinct terms of all frames, in page order, counts added up; each with the frame it occurs in first. */
export function termsInTab(reports: TabReports): TabTerm[] {
  const byId = new Map<string, TabTerm>();
  for (const [frame, { terms }] of Object.entries(reports)) {
    for (const term of terms) {
      const known = byId.get(term.id);
      byId.set(
        term.id,
        known
          ? { ...known, count: known.count + term.count, marks: known.marks + term.marks }
          : { ...term, frameId: Number(frame) },
      );
    }
  }
  return [...byId.values()];
}

/** Calls back whenever a frame of the tab reports, until aborted. */
export function watchReports(tabId: number, onChange: (reports: TabReports) => void, signal: AbortSignal): void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    const change = changes[keyOf(tabId)];
    if (change) onChange((change.newValue ?? {}) as TabReports);
  };
  browser.storage.session.onChanged.addListener(listener);
  signal.addEventListener('abort', () => browser.storage.session.onChanged.removeListener(listener));
}
