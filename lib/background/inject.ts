/** Pages that were open before the extension was installed or updated get the content script too. */
import { browser } from '#imports';

/** Runs the content script in every frame of every open tab that allows it. */
export async function injectIntoOpenTabs(): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*', 'file:///*'] });
  await Promise.allSettled(
    tabs
      .filter((tab) => tab.id !== undefined && !tab.discarded)
      .map((tab) =>
        browser.scripting.executeScript({ target: { tabId: tab.id!, allFrames: true }, files: files as never }),
      ),
  );
}
