/** The page layer: reads the page, keeps it read, paints the marks and answers for them. */
import type { EntryId } from '@/lib/glossary/entry';
import type { Match } from '@/lib/matcher/match';
import type { PageReport } from '@/lib/messages';
import type { Settings } from '@/lib/settings';
import { createChangeBudget } from './change-budget';
import { choose } from './choose';
import { startOfScreen } from './first-look';
import { createHighlighter } from './highlighter';
import type { LiveBlock } from './live-blocks';
import type { Marks } from './mark';
import { type PaintPreferences, boxOf, createMarkPainter, isShown } from './mark-painter';
import { createMarks } from './marks';
import type { PageMark } from './page-mark';
import { type TextReader, createPageReader } from './page-reader';
import { createShadowRoots } from './shadow-roots';
import { SLICE_MS, createSlices } from './slices';
import type { Home } from './text-block';
import { watchChanges } from './watch-changes';
import { watchColours } from './watch-colours';

export type PagePreferences = PaintPreferences &
  Pick<Settings, 'density' | 'underline' | 'strength'> & {
    /** Whether the reader wants this entry marked at all. */
    isWanted(id: EntryId): boolean;
  };

export type PageLayer = Marks & {
  /** Takes effect at once, without reading anything again. */
  setPreferences(preferences: PagePreferences): void;
  report(): Pick<PageReport, 'terms' | 'scan'>;
  /** The n-th occurrence of an entry, marked or not, counted from 0. */
  occurrence(id: EntryId, nth: number): PageMark | undefined;
};

export type PageLayerOptions = {
  /** Only what is in here is read; the whole page where none is named. */
  root?: Element;
  includeCode: boolean;
  preferences: PagePreferences;
  /** All has been read and decided; called again whenever that has changed. */
  onRead(): void;
  /** A newer instance of the extension has taken over this page. */
  onReplaced(): void;
};

/** While a long page is read, marks appear at most this often. ms */
const CHOOSE_EVERY_MS = 120;
/** The extension hears of changes at most this often. ms */
const TELL_EVERY_MS = 1000;
/** Pages attach shadow roots late; when to look again, ms after the first reading. */
const LOOK_AGAIN_MS = [200, 1000, 3000, 10_000];

export function createPageLayer<Reading>(
  reader: TextReader<Reading>,
  options: PageLayerOptions,
  signal: AbortSignal,
): PageLayer {
  let preferences = options.preferences;
  let chosenAt = -Infinity;
  let mustChoose = false;
  let wasReading = true;
  let begun = false;
  let chooseFirst = false;
  let watchesColours = false;
  let isNews = false;
  let telling: ReturnType<typeof setTimeout> | undefined;
  const budget = createChangeBudget(() => performance.now());
  const highlighter = createHighlighter<PageMark>(
    preferences,
    { onReplaced: options.onReplaced, onRules: () => slices.letPaint() },
    signal,
  );
  const painter = createMarkPainter<Reading>(
    highlighter,
    () => preferences,
    {
      onStale(home) {
        page.readHome(home);
        slices.start();
      },
      onVisibility() {
        mustChoose = true;
        slices.start();
      },
    },
    signal,
  );
  const roots = createShadowRoots((root) => {
    watcher.observe(root);
    page.readTree(root);
    slices.start();
  });
  const page = createPageReader(reader, {
    includeCode: options.includeCode,
    meetHost: roots.meet,
    onMatches(live) {
      mustChoose = true;
      if (live.box || live.matches.length === 0) return;
      live.box = boxOf(live.block.home);
      live.visible = isShown(live);
    },
    onGone(blocks) {
      mustChoose = true;
      painter.forget(blocks);
    },
  });
  const watcher = watchChanges(
    options.includeCode,
    page.blocks.has,
    (homes) => {
      painter.verify(liveBlocksOf(homes));
      soon();
    },
    signal,
  );
  const liveBlocksOf = (homes: Iterable<Home>) => [...homes].flatMap((home) => page.blocks.of(home));

  let pending = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  /** Reads the changes with the next frame, or later when the page has used up its budget. */
  const soon = () => {
    if (pending || signal.aborted) return;
    pending = true;
    const wait = budget.wait();
    const next = () => (frame = requestAnimationFrame(readChanges));
    if (wait > 0) timer = setTimeout(next, wait);
    else next();
  };
  const readChanges = () => {
    pending = false;
    if (signal.aborted) return;
    const start = performance.now();
    page.readChanges(watcher.take());
    if (slices.letsPaint || turn(start + SLICE_MS / 2)) slices.start();
    budget.spent(performance.now() - start);
  };
  const turn = (deadline: number): boolean => {
    if (!begun) begin();
    const more = chooseFirst || page.work(deadline);
    // A mark on the first occurrence of the whole page cannot be placed before the whole page is known.
    const isDue = preferences.density !== 'page' && performance.now() - chosenAt > CHOOSE_EVERY_MS;
    if (mustChoose && (chooseFirst || !more || isDue)) {
      // After a turn full of reading, choosing and painting gets one of its own.
      if (!chooseFirst && performance.now() > deadline - SLICE_MS / 2) return (chooseFirst = true);
      chooseMarks();
    }
    const unobserved = painter.observeSome();
    if (!more && (wasReading || isNews)) {
      isNews = false;
      tellSoon();
    }
    wasReading = more;
    return more || unobserved;
  };
  const slices = createSlices(turn, signal);
  /** In the first turn, when the page is idle: what is on the screen first, then all. */
  const begin = () => {
    begun = true;
    const root = options.root ?? document.body;
    if (!root) return;
    page.readTree(root);
    const from = startOfScreen(options.includeCode) ?? root.firstElementChild;
    if (from && from !== root && root.contains(from)) page.readFirst(root, from);
  };

  /** Says that the page has been read; a page that keeps changing is not reported at every word. */
  const tellSoon = () => {
    telling ??= setTimeout(() => {
      toldAt = chosenAt;
      options.onRead();
      telling = setTimeout(() => {
        telling = undefined;
        if (toldAt !== chosenAt) tellSoon();
      }, TELL_EVERY_MS);
    });
  };
  let toldAt = chosenAt;

  let marked: Map<LiveBlock<Reading>, Match[]> = new Map();
  const chooseMarks = () => {
    // Preferences may come between a full turn and the one kept for choosing, which is then not needed any more.
    mustChoose = chooseFirst = false;
    isNews = true;
    const waiting: LiveBlock<Reading>[] = [];
    const next = choose(page.blocks.all(), preferences.density, preferences.isWanted, (live) => waiting.push(live));
    const changed: LiveBlock<Reading>[] = [];
    for (const live of marked.keys()) if (!next.has(live) && !live.gone) changed.push(live);
    for (const live of changed) live.chosen = [];
    for (const [live, matches] of next) {
      if (sameItems(live.chosen, matches)) continue;
      live.chosen = matches;
      changed.push(live);
    }
    marked = next;
    if (changed.length > 0 && !watchesColours) {
      watchesColours = true;
      watchColours(painter.recolour, signal);
    }
    painter.follow(changed);
    painter.follow(waiting);
    painter.repaint(changed);
    chosenAt = performance.now();
  };
  const lookAgain = () => roots.lookAgain();
  const timers = LOOK_AGAIN_MS.map((ms) => setTimeout(lookAgain, ms));
  // A shadow root attached to an element met before shows when the pointer's event comes out of it.
  document.addEventListener(
    'pointerover',
    (event) => {
      const inner = event.composedPath()[0];
      if (inner && inner !== event.target && event.isTrusted) roots.meet(event.target as Element);
    },
    { passive: true, signal },
  );
  signal.addEventListener('abort', () => {
    for (const each of timers) clearTimeout(each);
    clearTimeout(timer);
    clearTimeout(telling);
    if (frame !== undefined) cancelAnimationFrame(frame);
  });

  watcher.observe(options.root ?? document);
  slices.start();

  const marks = createMarks<Reading>({ highlighter, painter, blocks: page.blocks, shadowRoots: roots.known });
  return {
    ...marks,
    setPreferences(next) {
      const restyle = next.underline !== preferences.underline || next.strength !== preferences.strength;
      const otherLimit = next.marksPerScreen !== preferences.marksPerScreen;
      preferences = next;
      painter.recolour();
      mustChoose = true;
      chooseMarks();
      // The same marks are chosen; a lifted limit lets more of them be painted.
      if (otherLimit) painter.repaint(marked.keys());
      // Last, since nothing may ask for styles after it.
      if (restyle) highlighter.restyle(next);
      slices.start();
    },
    report: () => marks.report(page.tally),
  };
}

function sameItems<Item>(one: readonly Item[], other: readonly Item[]): boolean {
  return one.length === other.length && one.every((item, at) => item === other[at]);
}
