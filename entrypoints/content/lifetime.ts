/**
 * How long this instance of the content script lives. A newer instance needs no message to take over: it clears our
 * paint, and we notice that our runtime is gone or that another instance paints under our names.
 */
import { browser } from '#imports';
import type { Life } from '@/lib/content/page-context';
import { clearOldPaint } from '@/lib/page/highlighter';
import { paintNames } from '@/lib/page/highlight-style';
import { OWN_TAG } from '@/lib/page/element-kinds';

/** A life that also tells when the page has written itself anew (`document.open`), which takes every listener off it. */
export type PageLife = Life & { onRewritten(callback: () => void): void };

/** Set in this extension's world, which the page cannot see; a second instance of the same version leaves at once. */
const HERE = Symbol.for('termlens');
/** Pointer moves come often; the runtime is looked at this often. ms */
const CHECK_EVERY_MS = 1000;

/** Undefined when an instance that is still alive runs here already. */
export function untilReplaced(): PageLife | undefined {
  const world = globalThis as { [HERE]?: PageLife };
  if (world[HERE]?.check()) return undefined;
  const life = begin();
  world[HERE] = life;
  return life;
}

function begin(): PageLife {
  const controller = new AbortController();
  const { signal } = controller;
  const isAlive = () => Boolean(browser.runtime?.id);
  let rewritten = () => {};
  const life: PageLife = {
    signal,
    end: () => controller.abort(),
    onRewritten: (callback) => void (rewritten = callback),
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
  const listen = () => {
    for (const type of ['pointermove', 'visibilitychange', 'keydown', 'scroll'])
      document.addEventListener(type, seldom, { passive: true, capture: true, signal });
  };
  listen();
  let root = document.documentElement;
  const observer = new MutationObserver(() => {
    if (!document.documentElement || document.documentElement === root) return;
    root = document.documentElement;
    listen();
    rewritten();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  return life;
}
