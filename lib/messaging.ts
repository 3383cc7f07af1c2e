/** Sends and answers the messages of lib/messages.ts, checked by type at both ends. */
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

/** Asks the background. Rejects when there is none any more: the extension was updated or removed. */
export function send<Name extends keyof BackgroundMessages>(
  name: Name,
  ...args: Parameters<BackgroundMessages[Name]>
): Promise<Awaited<ReturnType<BackgroundMessages[Name]>>> {
  return browser.runtime.sendMessage({ termlens: name, args } satisfies Envelope) as never;
}

/** Asks the content script of a tab, in its top frame unless another is named. Rejects where no script runs. */
export function sendToTab<Name extends keyof PageMessages>(
  target: { tabId: number; frameId?: number },
  name: Name,
  ...args: Parameters<PageMessages[Name]>
): Promise<Awaited<ReturnType<PageMessages[Name]>>> {
  const message = { termlens: name, args } satisfies Envelope;
  return browser.tabs.sendMessage(target.tabId, message, { frameId: target.frameId ?? 0 }) as never;
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
    return handler && Promise.resolve(handler(sender as never, ...(message.args as never[])));
  };
  browser.runtime.onMessage.addListener(listener as never);
  signal?.addEventListener('abort', () => {
    // After an update the runtime of an old script is gone, and its listener with it.
    if (browser.runtime?.id) browser.runtime.onMessage.removeListener(listener as never);
  });
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' &&
    message !== null &&
    typeof (message as Envelope).termlens === 'string' &&
    Array.isArray((message as Envelope).args)
  );
}
