/** What installing, an update, a reload or being switched on again calls for, once in each life of the extension. */
import { browser } from '#imports';
import { migrateStorage } from '@/lib/storage/stored';
import { offerExplain } from './explain';
import { injectIntoOpenTabs } from './inject';

/** In memory storage, which lives as long as the extension runs: longer than a background, shorter than an update. */
const DONE = 'set-up';

/** Sets things up unless that was done; run at every start, since a background may be stopped in the middle of it. */
export async function setUp(): Promise<void> {
  if ((await browser.storage.session.get(DONE))[DONE]) return;
  const steps = await Promise.allSettled([migrateStorage(), offerExplain(), injectIntoOpenTabs()]);
  // A step that failed is tried again at the next start: storage may be readable then.
  if (steps.every(({ status }) => status === 'fulfilled')) await browser.storage.session.set({ [DONE]: true });
}
