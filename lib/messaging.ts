/**
 * Sends and answers the messages of lib/messages.ts, checked by type at both ends. Every answer comes wrapped: a bare
 * `undefined` is what a sender gets when its answerer was stopped in the middle, so it never counts as “done”.
 */
import { browser } from '#imports';
import type { Runtime } from 'webextension-polyfill';
import type { BackgroundMessages, PageMessages } from './messages';

type Signatures = Record<string, (...args: never[]) => unknown>;
type Handlers<M> = {
  [Name in keyof M]: M[Name] extends (...args: infer Args) => infer Result
    ? (sender: Runtime.MessageSender, ...args: Args) => Result | Promise<Result>
    : never;
};
type Envelope = { termlens: string; args: unknown[] };
type Answer = { done: unknown } | { refused: string };

/** The answerer is there and could not do it; the message says why, such as that storage is full. */
export class RefusedError extends Error {
  override name = 'RefusedError';
}

/** How often a background that was stopped before it had answered is asked again, and how long after. ms */
const ASK_AGAIN_AFTER_MS = [20, 200];

/**
 * Asks the background, and asks again when it was stopped in the middle: doing one of its messages twice is doing it
 * once. Rejects with `RefusedError` when it cannot, and with any other error when there is no background any more (the
 * extension was updated or removed).
 */
export async function send<Name extends keyof BackgroundMessages>(
  name: Name,
  ...args: Parameters<BackgroundMessages[Name]>
): Promise<Awaited<ReturnType<BackgroundMessages[Name]>>> {
  const message = { termlens: name, args } satisfies Envelope;
  for (const pause of [...ASK_AGAIN_AFTER_MS, undefined]) {
    try {
      return unwrapped(await browser.runtime.sendMessage(message)) as never;
    } catch (error) {
      if (error instanceof RefusedError || pause === undefined || !browser.runtime?.id) throw error;
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  throw new Error('unreachable');
}

/** Asks the content script of a tab, in its top frame unless another is named. Rejects where no script runs. */
export async function sendToTab<Name extends keyof PageMessages>(
  target: { tabId: number; frameId?: number },
  name: Name,
  ...args: Parameters<PageMessages[Name]>
): Promise<Awaited<ReturnType<PageMessages[Name]>>> {
  const message = { termlens: name, args } satisfies Envelope;
  return unwrapped(await browser.tabs.sendMessage(target.tabId, message, { frameId: target.frameId ?? 0 })) as never;
}

/** Answers messages to the background. */
export const answerPages = (handlers: Handlers<BackgroundMessages>, signal?: AbortSignal) =>
  answer(handlers as never, signal);

/** Answers messages to this page's content script. */
export const answerPopup = (handlers: Handlers<PageMessages>, signal?: AbortSignal) =>
  answer(handlers as never, signal);

function answer(handlers: Signatures, signal?: AbortSignal): void {
  const listener = (message: unknown, sender: Runtime.MessageSender) => {
    if (sender.id !== browser.runtime.id || !isEnvelope(message)) return undefined;
    const handler = Object.hasOwn(handlers, message.termlens) ? handlers[message.termlens] : undefined;
    return handler && wrapped(async () => handler(sender as never, ...(message.args as never[])));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => {
    // After an update the runtime of an old script is gone, and its listener with it.
    if (browser.runtime?.id) browser.runtime.onMessage.removeListener(listener as never);
  });
}

function wrapped(work: () => Promise<unknown>): Promise<Answer> {
  return work().then(
    (done) => ({ done }),
    (error: unknown) => ({ refused: error instanceof Error ? error.message : String(error) }),
  );
}

function unwrapped(answered: unknown): unknown {
  const found = typeof answered === 'object' && answered !== null ? (answered as Partial<Record<string, unknown>>) : {};
  if (typeof found['refused'] === 'string') throw new RefusedError(found['refused']);
  // What is undefined is left out on the way through JSON: `{ done: undefined }` arrives as `{}`.
  if (answered === undefined || answered === null) throw new Error('Stopped before it had answered.');
  return found['done'];
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    typeof (message as Envelope).termlens === 'string' &&
    Array.isArray((message as Envelope).args)
  );
}
