/** One writer at a time over all of the extension's pages and its background; a stopped background lets go of its lock. */
export function locked<T>(work: () => Promise<T>): Promise<T> {
  // Node, where unit tests run, has no locks.
  const locks = (globalThis.navigator as Navigator | undefined)?.locks;
  return locks ? (locks.request('termlens-storage', work) as Promise<T>) : work();
}
