/** Export and import of everything, with a look at what would change before it does. */
import { useRef, useState } from 'preact/hooks';
import { Section } from '@/components/fields';
import { BackupError, difference, type Everything, merged, readBackup, writeBackup } from '@/lib/storage/backup';
import type { Settings } from '@/lib/settings';
import { readTable, TABLE_FORMATS, TableError, type TableFormat, withTable, writeTable } from '@/lib/storage/own-table';
import { readEverything, replaceEverything } from '@/lib/storage/stored';
import { fill, type Strings } from '@/lib/strings/strings';
import { bundledId } from './bundled-id';
import { SyncSection } from './SyncSection';

type Offer = { text: string; apply?: Everything; before?: Everything };

export function Backup(props: { chosen: Settings; set(change: Partial<Settings>): void; strings: Strings }) {
  const { strings } = props;
  const words = strings.settings;
  const file = useRef<HTMLInputElement>(null);
  const [offer, setOffer] = useState<Offer>();

  const look = async () => {
    const chosen = file.current?.files?.[0];
    if (!chosen) return;
    try {
      const before = await readEverything();
      const after = afterImport(before, await chosen.text());
      const counts = difference(before, after);
      const nothing = counts.settings + counts.sites + counts.terms === 0;
      setOffer(
        nothing ? { text: words.importNothing } : { text: fill(words.importPreview, counts), apply: after, before },
      );
    } catch (error) {
      setOffer({ text: complaint(error, strings) });
    }
    file.current!.value = '';
  };
  const apply = async (what: Everything, next: Offer) => {
    await replaceEverything(what);
    setOffer(next);
  };
  return (
    <Section title={words.backup}>
      <p class="buttons">
        <button
          type="button"
          class="button"
          onClick={() => void readEverything().then((all) => download(writeBackup(all), 'json'))}
        >
          {words.exportAll}
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {words.importFile}
        </button>
        <input
          ref={file}
          type="file"
          accept=".json,.csv,.tsv,.txt"
          hidden
          aria-label={words.importFile}
          onChange={() => void look()}
        />
      </p>
      <p class="buttons">
        <span class="hint">{words.exportOwn}</span>
        {TABLE_FORMATS.map((format) => (
          <button key={format} type="button" class="button" onClick={() => downloadTable(format)}>
            {format === 'glossary' ? 'source,target,tgt_lng' : format}
          </button>
        ))}
      </p>
      {offer && (
        <p class="offer" role="status">
          {offer.text}{' '}
          {offer.apply && offer.before && (
            <>
              <button
                type="button"
                class="button"
                onClick={() => void apply(offer.apply!, { text: words.imported, before: offer.before! })}
              >
                {words.importApply}
              </button>{' '}
              <button type="button" class="button" onClick={() => setOffer(undefined)}>
                {words.cancel}
              </button>
            </>
          )}
          {!offer.apply && offer.before && (
            <button type="button" class="button" onClick={() => void apply(offer.before!, { text: '' })}>
              {words.undo}
            </button>
          )}
        </p>
      )}
      <SyncSection {...props} />
    </Section>
  );
}

/** A backup, or a table of terms. Throws `BackupError` or `TableError`. */
function afterImport(before: Everything, text: string): Everything {
  if (/^\s*[{[]/.test(text)) return merged(before, readBackup(text));
  const own = withTable(before.terms.own, readTable(text), bundledId, Date.now());
  return { ...before, terms: { ...before.terms, own } };
}

function complaint(error: unknown, strings: Strings): string {
  const words = strings.settings;
  if (error instanceof TableError)
    return `${words.tableErrors[error.reason]} ${fill(words.atLine, { line: error.line })}`;
  if (!(error instanceof BackupError)) return strings.trouble.unread;
  const { reason, line } = error;
  return `${words.backupErrors[reason]}${line === undefined ? '' : ` ${fill(words.atLine, { line })}`}`;
}

const downloadTable = (format: TableFormat) =>
  void readEverything().then(({ terms }) => download(writeTable(terms.own, format), format === 'TSV' ? 'tsv' : 'csv'));

function download(text: string, ending: 'json' | 'csv' | 'tsv'): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: ending === 'json' ? 'application/json' : 'text/plain' }));
  link.download = `termlens-${new Date().toISOString().slice(0, 10)}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
