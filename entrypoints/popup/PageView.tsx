/** The terms on this page, in page order or by count, each with a way to its place. */
import { useState } from 'preact/hooks';
import names from 'virtual:glossary/names';
import { EntryList } from '@/components/EntryList';
import { PageFacts } from '@/components/PageFacts';
import type { EntryId } from '@/lib/glossary/entry';
import { COPY_FORMATS, type CopyFormat, pageGlossary } from '@/lib/glossary/page-glossary';
import { sendToTab } from '@/lib/messaging';
import type { Language } from '@/lib/settings';
import type { TabTerm } from '@/lib/storage/page-reports';
import { fill, type Strings } from '@/lib/strings/strings';

/** How long “Copied” stands. ms */
const COPIED_MS = 1600;

const byId = new Map(names.map((entry) => [entry.id, entry]));

export function PageView(props: {
  tabId: number;
  onPage: TabTerm[];
  line: string;
  language: Language;
  strings: Strings;
  open(id: EntryId): void;
}) {
  const { tabId, onPage, line, language, strings, open } = props;
  const [byCount, setByCount] = useState(false);
  const [jumps, setJumps] = useState<Record<EntryId, number>>({});
  const [copied, setCopied] = useState<CopyFormat>();
  if (onPage.length === 0) return <p class="empty">{line}</p>;
  const jump = (term: TabTerm) => {
    const occurrence = jumps[term.id] ?? 0;
    setJumps({ ...jumps, [term.id]: (occurrence + 1) % term.count });
    void sendToTab({ tabId, frameId: term.frameId }, 'jumpTo', term.id, occurrence).catch(() => undefined);
  };
  const terms = byCount ? onPage.toSorted((a, b) => b.count - a.count) : onPage;
  const rows = terms.flatMap((term) => {
    const entry = byId.get(term.id);
    if (!entry) return [];
    const name = entry.short ?? entry.headword[language];
    const times = fill(strings.page.times, { count: term.count });
    const end = (
      <button
        type="button"
        class="jump"
        title={fill(strings.page.jump, { term: name })}
        aria-label={`${times} ${fill(strings.page.jump, { term: name })}`}
        onClick={(event) => {
          event.stopPropagation();
          jump(term);
        }}
      >
        {times}
      </button>
    );
    return [{ entry, end }];
  });
  const entries = rows.map(({ entry }) => entry);
  const copy = (format: CopyFormat) =>
    void navigator.clipboard.writeText(pageGlossary(entries, format, language)).then(() => {
      setCopied(format);
      setTimeout(() => setCopied(undefined), COPIED_MS);
    });
  return (
    <>
      <PageFacts {...{ entries, strings }} />
      <div class="order">
        <button type="button" aria-pressed={!byCount} onClick={() => setByCount(false)}>
          {strings.page.byOrder}
        </button>
        <button type="button" aria-pressed={byCount} onClick={() => setByCount(true)}>
          {strings.page.byCount}
        </button>
        <span class="copy" role="group" aria-label={strings.page.copy}>
          <span role="status">{copied ? strings.page.copied : strings.page.copy}</span>
          {COPY_FORMATS.map((format) => (
            <button key={format} type="button" onClick={() => copy(format)}>
              {format}
            </button>
          ))}
        </span>
      </div>
      <EntryList id="page-list" label={strings.tabs.page} rows={rows} language={language} onOpen={open} />
    </>
  );
}
