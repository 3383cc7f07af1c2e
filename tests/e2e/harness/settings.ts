/** Changes what the reader has chosen, from one of the extension's own pages, as the options page does. */
import type { Settings, Sites, Terms } from '@/lib/settings';
import type { Opened } from './browser';

type Remembered = { settings: Partial<Settings>; sites: Partial<Sites>; terms: Partial<Terms> };

/** Sets the settings to the defaults with these changes. */
export const setSettings = (opened: Opened, settings: Partial<Settings>) => remember(opened, 'settings', settings);

/** Stores one remembered thing; what is left out is the default. */
export async function remember<Key extends keyof Remembered>(
  opened: Opened,
  key: Key,
  value: Remembered[Key],
): Promise<void> {
  const page = await opened.openExtensionPage('popup.html');
  await page.evaluate(
    async (name, text) => {
      const { browser, chrome } = globalThis as unknown as Record<
        string,
        { storage: { local: { set(items: object): Promise<void> } } } | undefined
      >;
      await (browser ?? chrome)!.storage.local.set({ [name]: JSON.parse(text) as object });
    },
    key,
    JSON.stringify(value),
  );
  await page.close();
  // Firefox may still list the page just closed.
  await (
    await opened.browser.pages()
  )
    .at(-1)
    ?.bringToFront()
    .catch(() => undefined);
}
