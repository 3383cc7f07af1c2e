/** The toolbar icon of each tab: off on this site, and how many terms there are. */
import { browser } from '#imports';
import type { Runtime } from 'webextension-polyfill';
import type { PageReport } from '@/lib/messages';
import { allReports, keepReport, type TabReports, termsInTab } from '@/lib/storage/page-reports';
import type { Settings } from '@/lib/settings';
import { settings } from '@/lib/storage/stored';

const SIZES = [16, 32, 48] as const;
const iconPaths = (state: 'on' | 'off') =>
  Object.fromEntries(SIZES.map((size) => [size, `/icon/${state}-${size}.png`]));

/** Keeps what a frame reported and shows it on its tab's icon. */
export async function showOnIcon(sender: Runtime.MessageSender, report: PageReport): Promise<void> {
  const tabId = sender.tab?.id;
  // A page rendered ahead is in no tab yet; it reports again when it is shown.
  if (tabId === undefined || (sender as { documentLifecycle?: string }).documentLifecycle === 'prerender') return;
  await draw(tabId, await keepReport(tabId, sender.frameId ?? 0, report));
}

/** Draws the icons of all tabs anew whenever the reader switches the number on them on or off. */
export function redrawWithSettings(): void {
  let last: boolean | undefined;
  const look = async ({ badge }: Settings) => {
    if (badge === last) return;
    last = badge;
    await Promise.all([...(await allReports())].map(([tabId, reports]) => draw(tabId, reports)));
  };
  settings.watch((next) => void look(next), new AbortController().signal);
}

async function draw(tabId: number, reports: TabReports): Promise<void> {
  const count = termsInTab(reports).length;
  const { badge } = await settings.get();
  const state = reports[0]?.off ? 'off' : 'on';
  // The tab may have closed meanwhile; then there is no icon to change.
  await Promise.allSettled([
    browser.action.setIcon({ tabId, path: iconPaths(state) }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#6b665e' }),
    browser.action.setBadgeText({ tabId, text: badge && state === 'on' && count > 0 ? String(count) : '' }),
  ]);
}
