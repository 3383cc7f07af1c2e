/** The popup: this site, search, this page, glossary, timeline; and the entry the reader opened. */
import { browser } from '#imports';
import { useEffect, useMemo, useState } from 'preact/hooks';
import names from 'virtual:glossary/names';
import traditional from 'virtual:glossary/traditional';
import timeline from '@/data/timeline.json';
import { type Row, rowId } from '@/components/EntryList';
import { SearchBox } from '@/components/SearchBox';
import { SiteHeader } from '@/components/SiteHeader';
import type { EntryId } from '@/lib/glossary/entry';
import { createNearest } from '@/lib/glossary/nearest';
import { createSearch, type Filter } from '@/lib/glossary/search';
import type { TimelineEvent } from '@/lib/glossary/timeline';
import { cueFold } from '@/lib/matcher/fold';
import { Reader } from '@/lib/reader/Reader';
import { siteState } from '@/lib/reader/site-state';
import { StorageTrouble } from '@/lib/reader/StorageTrouble';
import { useStored } from '@/lib/reader/use-stored';
import { useTab } from '@/lib/reader/use-tab';
import type { Sites } from '@/lib/settings';
import { siteOf, withChosen, withPage } from '@/lib/sites';
import { termsInTab } from '@/lib/storage/page-reports';
import { takeQuery } from '@/lib/storage/query';
import { settings, sites, terms } from '@/lib/storage/stored';
import { entryLanguage, fill, interfaceLanguage, STRINGS } from '@/lib/strings/strings';
import { GlossaryView } from './GlossaryView';
import { PageView } from './PageView';
import { TimelineView } from './TimelineView';
import { snoozeSite } from './site-actions';

const TABS = ['page', 'glossary', 'timeline'] as const;
type Tab = (typeof TABS)[number];

const LIST = 'list';
const RECENT_KEPT = 20;
/** Nobody looks further down, and each row costs time with every key. */
const SHOWN = 24;

const nearest = createNearest(names);
const search = createSearch(names, cueFold(traditional));

export function App() {
  const chosen = useStored(settings);
  const siteLists = useStored(sites);
  const mine = useStored(terms);
  const tab = useTab();
  const [view, setView] = useState<Tab>();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState<EntryId>();
  const [trail, setTrail] = useState<EntryId[]>([]);

  useEffect(() => void takeQuery().then((waiting) => waiting && setQuery(waiting)), []);

  const [filter, setFilter] = useState<Filter>({});
  const found = useMemo(() => search(query, filter, SHOWN), [query, filter]);
  // Nothing is called so: what comes nearest is offered in its place.
  const near = useMemo(() => (found.length > 0 || query === '' ? [] : nearest(query)), [found, query]);
  const onPage = useMemo(() => termsInTab(tab?.reports ?? {}), [tab]);
  const counts = useMemo(() => new Map(onPage.map((term) => [term.id, term.count])), [onPage]);
  if (!chosen || !siteLists || !mine || tab === undefined) return null;

  const browserLanguage = browser.i18n.getUILanguage();
  const strings = STRINGS[interfaceLanguage(chosen, browserLanguage)];
  const language = entryLanguage(chosen, browserLanguage);
  document.documentElement.lang = strings.lang;
  document.documentElement.dataset['theme'] =
    chosen.theme === 'light' || chosen.theme === 'dark' ? chosen.theme : 'system';

  const now: Tab = view ?? (onPage.length > 0 ? 'page' : 'glossary');
  const shown: Tab = query !== '' && now === 'page' ? 'glossary' : now;
  const rows: Row[] =
    found.length > 0
      ? found.map(({ entry, marked }) => ({ entry, ...(marked ? { marked } : {}) }))
      : near.map((entry) => ({ entry }));
  const at = Math.max(
    0,
    rows.findIndex((row) => row.entry.id === active),
  );
  const standing = shown === 'glossary' ? rows[at]?.entry.id : undefined;

  const open = (id: EntryId) => {
    setTrail([...trail, id]);
    if (tab?.isPrivate) return;
    void terms.update((before) => ({
      ...before,
      recent: [id, ...before.recent.filter((other) => other !== id)].slice(0, RECENT_KEPT),
    }));
  };
  const onKey = (key: 'ArrowDown' | 'ArrowUp' | 'Enter' | 'Escape') => {
    if (key === 'Escape') {
      if (query === '') return false;
      setQuery('');
    } else if (key === 'Enter') {
      if (standing === undefined) return false;
      open(standing);
    } else {
      const next = rows[(at + (key === 'ArrowDown' ? 1 : -1) + rows.length) % rows.length];
      setActive(next?.entry.id);
      if (next) document.getElementById(rowId(LIST, next.entry.id))?.scrollIntoView({ block: 'nearest' });
    }
    return true;
  };
  const site = tab ? siteOf(tab.url) : undefined;
  const state = siteState(tab, siteLists, strings, Date.now());

  return (
    <main class="popup">
      <SiteHeader
        state={state}
        strings={strings}
        onToggle={(onlyPage) => {
          if (!tab) return;
          const change = state.guarded ? withChosen : (lists: Sites) => withPage(lists, tab.url, !state.on, onlyPage);
          void sites.update((before) => change(before, tab.url));
        }}
        onSnooze={(on) => site && void sites.update((before) => snoozeSite(before, site, on))}
        onGrant={() => tab && void browser.permissions.request({ origins: ['<all_urls>'] })}
        onOptions={() => void browser.runtime.openOptionsPage()}
      />
      <StorageTrouble strings={strings} />
      {trail.length > 0 ? (
        <Reader trail={trail} onTrail={setTrail} {...{ language, strings }} />
      ) : (
        <>
          <SearchBox
            {...{ query, strings, onKey }}
            list={LIST}
            active={standing && rowId(LIST, standing)}
            onQuery={(text) => {
              setQuery(text);
              setActive(undefined);
            }}
          />
          <div class="tabs" role="tablist">
            {TABS.map((name) => (
              <button
                key={name}
                type="button"
                role="tab"
                id={`tab-${name}`}
                aria-selected={shown === name}
                aria-controls="view"
                onClick={() => {
                  // What a search finds is in the other two; whoever asks for this page is done searching.
                  if (name === 'page') setQuery('');
                  setView(name);
                }}
              >
                {strings.tabs[name]}
              </button>
            ))}
          </div>
          <div class="view" id="view" role="tabpanel" aria-labelledby={`tab-${shown}`}>
            {shown === 'page' && tab && (
              <PageView tabId={tab.id} {...{ onPage, language, strings, open }} line={state.line} />
            )}
            {shown === 'glossary' && (
              <GlossaryView
                id={LIST}
                {...{ query, rows, filter, language, strings, open }}
                nothing={found.length === 0}
                onFilter={setFilter}
                onOwn={() => void openOwnPage('options', `#own=${encodeURIComponent(query)}`)}
                active={standing}
                recent={mine.recent}
                onQuery={setQuery}
              />
            )}
            {shown === 'timeline' && (
              <TimelineView
                events={timeline.events as TimelineEvent[]}
                {...{ query, counts, language, strings, open }}
                onLarge={() => void openOwnPage('timeline')}
              />
            )}
          </div>
          <p class="sr-only" role="status">
            {query !== '' && shown === 'glossary' && fill(strings.search.results, { count: found.length })}
          </p>
        </>
      )}
    </main>
  );
}

function openOwnPage(page: 'options' | 'timeline', hash = ''): Promise<unknown> {
  return browser.tabs.create({ url: `${browser.runtime.getURL(`/${page}.html`)}${hash}` });
}
