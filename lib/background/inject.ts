/** Pages that were open before the extension was installed, updated or switched on get the content script too. */
import { browser } from '#imports';
import { sendToTab } from '@/lib/messaging';

/** Runs the content script in every frame of every open tab that allows it and where nobody of ours answers yet. */
export async function injectIntoOpenTabs(): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'], discarded: false });
  await Promise.allSettled(
    tabs.map(async ({ id: tabId }) => {
      if (tabId === undefined || (await isMarked(tabId))) return;
      await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: files as never });
    }),
  );
}

const isMarked = (tabId: number) =>
  sendToTab({ tabId }, 'getReport').then(
    () => true,
    () => false,
  );
