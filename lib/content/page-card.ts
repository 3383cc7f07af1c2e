import { browser } from '#imports';
import { type CardHost, createCardHost } from '@/lib/card/card-host';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { EntryId } from '@/lib/glossary/entry';
import { send } from '@/lib/messaging';
import type { Mark } from '@/lib/page/mark';
import type { PageLayer } from '@/lib/page/page-layer';
import type { Settings } from '@/lib/settings';
import { siteOf } from '@/lib/sites';
import { interfaceLanguage } from '@/lib/strings/strings';
import type { KnownEntries } from './known-entries';

/** The card of this page, made when there is first something to show. */
export type PageCard = {
  /** There are marks: the pointer may find one any time. */
  ready(): void;
  /** The interface's language has changed. */
  restart(): void;
  step(direction: 1 | -1): void;
  explain(entry: CardEntry): void;
  jumpTo(id: EntryId, occurrence: number): void;
};

type Options = { layer: PageLayer; entries: KnownEntries; settings(): Settings; tabUrl(): string };

/** How long a mark that was jumped to stays lit. ms */
const FLASH_MS = 1500;

export function createPageCard({ layer, entries, settings, tabUrl }: Options, signal: AbortSignal): PageCard {
  let host: CardHost | undefined;
  let hostLife: AbortController | undefined;
  let flash: ReturnType<typeof setTimeout> | undefined;
  const card = (): CardHost => {
    if (host) return host;
    hostLife = new AbortController();
    host = createCardHost(
      {
        marks: layer,
        entryOf: entries.of,
        requestEntry: entries.one,
        change: (change) => send('change', change),
        settings,
        interfaceLanguage: interfaceLanguage(settings(), browser.i18n.getUILanguage()),
        site: siteOf(tabUrl()) ?? '',
      },
      AbortSignal.any([hostLife.signal, signal]),
    );
    return host;
  };
  const light = (mark: Mark) => {
    clearTimeout(flash);
    layer.setFocus(mark);
    flash = setTimeout(() => layer.setFocus(undefined), FLASH_MS);
  };
  signal.addEventListener('abort', () => clearTimeout(flash));
  return {
    ready: () => void card(),
    restart() {
      if (!host) return;
      hostLife?.abort();
      host = undefined;
      card();
    },
    step: (direction) => card().step(direction),
    explain: (entry) => card().explain(entry),
    jumpTo(id, occurrence) {
      const mark = layer.occurrence(id, occurrence);
      const range = mark?.range();
      if (!mark || !range) return;
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      light(mark);
    },
  };
}
