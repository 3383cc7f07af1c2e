import { browser, defineBackground } from '#imports';
import { explainSelection } from '@/lib/background/explain';
import { entriesFor } from '@/lib/background/entries';
import { applyChange, toggleSite } from '@/lib/background/changes';
import { redrawWithSettings, showOnIcon } from '@/lib/background/icon';
import { injectIntoOpenTabs } from '@/lib/background/inject';
import { setUp } from '@/lib/background/set-up';
import { answerPages, sendToTab } from '@/lib/messaging';
import { forgetTab } from '@/lib/storage/page-reports';
import { startMirror } from '@/lib/storage/mirror';

export default defineBackground(() => {
  void setUp();
  answerPages({
    getEntries: (_sender, ids) => entriesFor(ids),
    topUrl: (sender) => sender.tab?.url,
    reportPage: (sender, report) => showOnIcon(sender, report),
    change: (_sender, change) => applyChange(change),
  });

  startMirror();
  redrawWithSettings();

  browser.runtime.onInstalled.addListener(async ({ reason }) => {
    if (reason === 'install') await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
  });

  // Pages that stand open when the reader allows a site are marked without a reload.
  browser.permissions.onAdded.addListener(() => void injectIntoOpenTabs());

  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));

  browser.contextMenus.onClicked.addListener((info, tab) => void explainSelection(info, tab));

  browser.commands.onCommand.addListener(async (command, tab) => {
    const current = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
    if (current?.id === undefined) return;
    if (command === 'toggle-site') await toggleSite(current.url ?? '');
    if (command === 'next-term') await sendToTab({ tabId: current.id }, 'step', 1).catch(() => undefined);
    if (command === 'previous-term') await sendToTab({ tabId: current.id }, 'step', -1).catch(() => undefined);
  });
});
