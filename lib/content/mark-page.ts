import formTable from 'virtual:glossary/forms';
import { candidatesIn } from '@/lib/matcher/reading';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';
import { type PageLayer, createPageLayer } from '@/lib/page/page-layer';
import { DEFAULT_SETTINGS, DEFAULT_TERMS, type Settings, type Terms } from '@/lib/settings';
import { settings as storedSettings, terms as storedTerms } from '@/lib/storage/stored';
import { type PageCard, createPageCard } from './page-card';
import { createKnownEntries } from './known-entries';
import { pagePreferences } from './page-preferences';
import type { Life, PageContext } from './page-context';

/** Marks the page and shows its cards until the signal aborts; settings take effect at once. */
export async function markPage(context: PageContext, life: Life, signal: AbortSignal): Promise<void> {
  const entries = createKnownEntries();
  let settings: Settings = DEFAULT_SETTINGS;
  let terms: Terms = DEFAULT_TERMS;
  let candidates = 0;
  let layer: PageLayer | undefined;
  let card: PageCard | undefined;
  let layerLife: AbortController | undefined;

  const preferences = () => pagePreferences(settings, terms, entries.of);
  const startLayer = () => {
    layerLife?.abort();
    layerLife = new AbortController();
    const layerSignal = AbortSignal.any([layerLife.signal, signal]);
    const scanner = createScanner(formTable, terms.own);
    const evidence = createEvidence();
    candidates = 0;
    layer = createPageLayer(
      {
        read: scanner.read,
        isEmpty: (reading) => reading.spans.length === 0,
        decide: (text, reading) => decide(text, reading, evidence),
        add(reading) {
          candidates += candidatesIn(reading);
          evidence.add(reading);
        },
        remove(reading) {
          candidates -= candidatesIn(reading);
          evidence.remove(reading);
        },
        version: () => evidence.version,
      },
      {
        ...(context.root && { root: context.root }),
        includeCode: settings.includeCode || document.contentType === 'text/plain',
        preferences: preferences(),
        onRead: () => void announce(),
        onReplaced: life.end,
      },
      layerSignal,
    );
    card = createPageCard({ layer, entries, settings: () => settings, tabUrl: context.tabUrl }, layerSignal);
  };
  const report = () => {
    const found = layer!.report();
    const doubtful = Math.max(0, candidates - found.scan.matches);
    return { url: location.href, title: document.title, ...found, doubtful };
  };
  const announce = async () => {
    if (!life.check() || !layer) return;
    const now = report();
    context.report(now);
    if (now.terms.length === 0) return;
    card?.ready();
    // Level and topic of a term stand in its entry.
    if (await entries.load(now.terms.map((term) => term.id))) layer.setPreferences(preferences());
  };

  context.answer({
    getReport: report,
    jumpTo: (id, occurrence) => card?.jumpTo(id, occurrence),
    step: (direction) => card?.step(direction),
    explain: (entry) => card?.explain(entry),
  });
  storedSettings.watch((next) => {
    const before = settings;
    settings = next;
    if (next.includeCode !== before.includeCode) startLayer();
    else layer?.setPreferences(preferences());
    if (next.interfaceLanguage !== before.interfaceLanguage) card?.restart();
  }, signal);
  storedTerms.watch((next) => {
    const before = terms;
    terms = next;
    if (JSON.stringify(next.own) === JSON.stringify(before.own)) return layer?.setPreferences(preferences());
    entries.forget();
    startLayer();
  }, signal);
  [settings, terms] = await Promise.all([storedSettings.get(), storedTerms.get()]);
  if (!signal.aborted) startLayer();
}
