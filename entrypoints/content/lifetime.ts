/**
 * How long this instance of the content script lives. A newer instance needs no message to take over: it clears our
 * paint, and we notice that our runtime is gone or that another instance paints under our names.
 */
import { browser } from '#imports';
import type { Life } from '@/lib/content/page-context';
import { clearOldPaint } from '@/lib/page/highlighter';
import { paintNames } from '@/lib/page/highlight-style';
import { OWN_TAG } from '@/lib/page/element-kinds';

/** Set in this extension's world, which the page cannot see; a second instance of the same version leaves at once. */
const HERE = Symbol.for('termlens');
/** Pointer moves come often; the runtime is looked at this often. ms */
const CHECK_EVERY_MS = 1000;

/** Undefined when an instance that is still alive runs here already. */
export function untilReplaced(): Life | undefined {
  const world = globalThis as { [HERE]?: Life };
  if (world[HERE]?.check()) return undefined;
  const life = begin();
  world[HERE] = life;
  return life;
}

function begin(): Life {
  const controller = new AbortController();
  const { signal } = controller;
  const isAlive = () => Boolean(browser.runtime?.id);
  const life: Life = {
    signal,
    end: () => controller.abort(),
    check() {
      if (!signal.aborted && !isAlive()) controller.abort();
      return !signal.aborted;
    },
  };
  // What an instance of an older version left behind: its world may be gone, and then it cannot clear up itself.
  clearOldPaint(paintNames());
  for (const host of document.querySelectorAll(OWN_TAG)) host.remove();
  let checkedAt = 0;
  const seldom = () => {
    if (performance.now() - checkedAt < CHECK_EVERY_MS) return;
    checkedAt = performance.now();
    life.check();
  };
  for (const type of ['pointermove', 'visibilitychange', 'keydown', 'scroll'])
    document.addEventListener(type, seldom, { passive: true, capture: true, signal });
  return life;
}
