/** The page the popup was opened on, and what its frames report. */
import { browser, type Browser } from '#imports';
import { useEffect, useState } from 'preact/hooks';
import { reportsFor, reportsOf, type TabReports, watchReports } from '@/lib/storage/page-reports';
import { siteOf } from '@/lib/sites';

export type CurrentTab = {
  id: number;
  url: string;
  /** False where the reader has not granted access to the site. */
  permitted: boolean;
  /** In a private window, what is looked up is not remembered. */
  isPrivate: boolean;
  reports: TabReports;
};

/** The tab under the popup; undefined until known, null where there is none. */
export function useTab(): CurrentTab | undefined | null {
  const [tab, setTab] = useState<CurrentTab | null>();
  useEffect(() => {
    const stop = new AbortController();
    void currentTab().then(async (found) => {
      if (stop.signal.aborted) return;
      if (found?.id === undefined) {
        setTab(null);
        return;
      }
      const { id, url = '', incognito: isPrivate } = found;
      const look = async () => {
        const permitted = await isPermitted(url);
        const reports = reportsFor(url, await reportsOf(id));
        if (!stop.signal.aborted) setTab({ id, url, permitted, isPrivate, reports });
      };
      watchReports(id, () => void look(), stop.signal);
      watchPermissions(() => void look(), stop.signal);
      await look();
    });
    return () => stop.abort();
  }, []);
  return tab;
}

async function isPermitted(url: string): Promise<boolean> {
  if (url && siteOf(url) === undefined) return true;
  const origin = url ? url.replace(/^(\w+:\/\/[^/]*).*/, '$1/*') : '<all_urls>';
  return browser.permissions.contains({ origins: [origin] }).catch(() => true);
}

/** Calls back when the reader allows or forbids sites, until aborted. */
function watchPermissions(onChange: () => void, signal: AbortSignal): void {
  for (const event of [browser.permissions.onAdded, browser.permissions.onRemoved]) {
    event.addListener(onChange);
    signal.addEventListener('abort', () => event.removeListener(onChange));
  }
}

/** The active tab; when the popup itself is opened as a tab (as on Android), the page the reader came from. */
async function currentTab(): Promise<Browser.tabs.Tab | undefined> {
  const own = browser.runtime.getURL('/');
  const tabs = await browser.tabs.query({ currentWindow: true });
  const active = tabs.find((tab) => tab.active);
  if (active && !active.url?.startsWith(own)) return active;
  return tabs
    .filter((tab) => !tab.url?.startsWith(own))
    .sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0];
}
