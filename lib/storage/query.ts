/** A word handed to the popup that is about to open: in memory, read once. */
import { browser } from '#imports';

export const keepQuery = (query: string): Promise<void> => browser.storage.session.set({ query });

/** The word waiting for the popup, which is forgotten with this call. */
export async function takeQuery(): Promise<string> {
  const { query } = await browser.storage.session.get('query');
  if (query !== undefined) await browser.storage.session.remove('query');
  return typeof query === 'string' ? query : '';
}
