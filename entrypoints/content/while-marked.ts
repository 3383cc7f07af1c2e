import { browser } from '#imports';
import type { PageContext } from '@/lib/content/page-context';
import { answerPopup, send } from '@/lib/messaging';
import type { PageMessages, PageReport } from '@/lib/messages';
import { DEFAULT_SITES } from '@/lib/settings';
import { isChosen, offReason, siteOf, snoozedUntil } from '@/lib/sites';
import { sites } from '@/lib/storage/stored';
import { firstText } from './first-text';

/** How often the clock is looked at during a snooze: it may jump, and timers stand still while the machine sleeps. ms */
const LOOK_EVERY_MS = 60_000;

/** Runs `mark` while this page is to be marked; its signal aborts when that ends, and everything with it. */
export async function whileMarked(
  mark: (context: PageContext, signal: AbortSignal) => void,
  signal: AbortSignal,
): Promise<void> {
  const isTop = window === window.top;
  if (!isTop) await firstText(signal);
  const topUrl = isTop ? undefined : await send('topUrl').catch(() => undefined);
  let rules = DEFAULT_SITES;
  let running: AbortController | undefined;
  let handlers: PageMessages | undefined;
  let reported: PageReport | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const context: PageContext = {
    tabUrl: () => topUrl ?? location.href,
    answer: (next) => void (handlers = next),
    report(report) {
      reported = report;
      void send('reportPage', report).catch(() => undefined);
    },
  };
  const why = (): PageReport['off'] => {
    // The frame around Chrome's viewer; whatever the address ends in.
    if (document.contentType === 'application/pdf') return 'pdf';
    if (!isHtml()) return 'not-html';
    const now = Date.now();
    // A frame is marked where its tab is, unless its own site is off.
    const own = siteOf(location.href) && rules.mode === 'except' ? offReason(location.href, rules, now) : undefined;
    const guarded = !isChosen(context.tabUrl(), rules) && asksForPassword() ? 'sensitive' : undefined;
    return offReason(context.tabUrl(), rules, now) ?? own ?? guarded;
  };
  const look = () => {
    clearTimeout(timer);
    if (signal.aborted) return;
    const off = why();
    const until = snoozedUntil(context.tabUrl(), rules, Date.now());
    if (until) timer = setTimeout(look, Math.min(until - Date.now() + 1, LOOK_EVERY_MS));
    if (!off && !running) {
      running = new AbortController();
      mark(context, AbortSignal.any([running.signal, signal]));
    }
    if (!off) return;
    running?.abort();
    running = undefined;
    handlers = undefined;
    context.report(offReport(off));
  };

  answerPopup(
    {
      getReport: () => handlers?.getReport() ?? offReport(why()),
      jumpTo: (_sender, id, occurrence) => handlers?.jumpTo(id, occurrence),
      step: (_sender, direction) => handlers?.step(direction),
      explain: (_sender, entry) => handlers?.explain(entry),
    },
    signal,
  );
  sites.watch((next) => {
    rules = next;
    look();
  }, signal);
  // Storage speaks to no page in the back-forward cache; what was said meanwhile is asked for on return.
  const refresh = async () => {
    rules = await sites.get();
    look();
  };
  const returned = async () => {
    await refresh();
    // The tab's icon and the popup show the page that was here meanwhile.
    if (reported) context.report(handlers?.getReport() ?? reported);
  };
  addEventListener('pageshow', (event) => event.persisted && void returned(), { signal });
  document.addEventListener('prerenderingchange', () => void returned(), { signal });
  document.addEventListener('visibilitychange', look, { signal });
  // A form that opens later is noticed when the reader goes to it.
  document.addEventListener('focusin', (event) => event.isTrusted && isPassword(event.target) && look(), {
    signal,
    capture: true,
  });
  signal.addEventListener('abort', () => clearTimeout(timer));
  if (browser.runtime?.id) await refresh();
}

function offReport(off: PageReport['off']): PageReport {
  const scan = { blocks: 0, characters: 0, milliseconds: 0, matches: 0, marks: 0, skipped: {}, cut: false };
  return { url: location.href, title: document.title, ...(off && { off }), terms: [], scan, doubtful: 0 };
}

const isPassword = (target: unknown) => target instanceof HTMLInputElement && target.type === 'password';

/** A password field that can be seen; many articles carry a hidden form. */
function asksForPassword(): boolean {
  return [...document.querySelectorAll('input[type=password]')].some((field) =>
    field.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  );
}

/** Pages of text: HTML, XHTML, plain text. Not pictures, PDF viewers, feeds or data. */
function isHtml(): boolean {
  return /^(text\/(html|plain|markdown|x-markdown)|application\/xhtml\+xml)$/.test(document.contentType);
}
