/** Export and import of everything, with a look at what would change before it does. */
import { useRef, useState } from 'preact/hooks';
import { Section } from '@/components/fields';
import { BackupError, difference, type Everything, merged, readBackup, writeBackup } from '@/lib/storage/backup';
import type { Settings } from '@/lib/settings';
import { readEverything, replaceEverything } from '@/lib/storage/stored';
import { fill, type Strings } from '@/lib/strings/strings';
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
      const after = merged(before, readBackup(await chosen.text()));
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
        <button type="button" class="button" onClick={() => void readEverything().then(download)}>
          {words.exportAll}
        </button>
        <button type="button" class="button" onClick={() => file.current?.click()}>
          {words.importFile}
        </button>
        <input
          ref={file}
          type="file"
          accept="application/json,.json"
          hidden
          aria-label={words.importFile}
          onChange={() => void look()}
        />
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

function complaint(error: unknown, strings: Strings): string {
  const words = strings.settings;
  if (!(error instanceof BackupError)) return strings.trouble.unread;
  const { reason, line } = error;
  return `${words.backupErrors[reason]}${line === undefined ? '' : ` ${fill(words.atLine, { line })}`}`;
}

function download(what: Everything): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([writeBackup(what)], { type: 'application/json' }));
  link.download = `termlens-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
