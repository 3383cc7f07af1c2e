/**
 * Marks a sample on one of the extension's own pages, where no content script runs: the same marks and cards as on any
 * page, but nothing outside the sample, and nobody is told.
 */
import { markPage } from './mark-page';

/** Marks what is in `root`, cards included, until the signal aborts. */
export function markSample(root: Element, signal: AbortSignal): Promise<void> {
  const stop = new AbortController();
  return markPage(
    { tabUrl: () => location.href, root, answer: () => undefined, report: () => undefined },
    { signal, end: () => stop.abort(), check: () => !signal.aborted },
    AbortSignal.any([signal, stop.signal]),
  );
}
