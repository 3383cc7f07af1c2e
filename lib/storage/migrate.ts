/** Brings what an earlier version stored to the present shape. Each step knows one version; running it twice changes nothing. */

/** Everything under storage.local, by key. */
export type Contents = Record<string, unknown>;

/** The shape this version writes. */
export const VERSION = 1;

type Step = (contents: Contents) => Contents;

/** `STEPS[n]` turns version n into n + 1. Version 0 is storage that was never written. */
const STEPS: Step[] = [(contents) => contents];

/** The contents in the present shape. Storage written by a later version is left as it is. */
export function migrate(contents: Contents): Contents {
  const found = typeof contents['version'] === 'number' ? contents['version'] : 0;
  if (found >= VERSION) return contents;
  const moved = STEPS.slice(found).reduce((now, step) => step(now), contents);
  return { ...moved, version: VERSION };
}
