/** Turns entries into the table of forms that the matcher runs on. Pure: used at build time and by the scripts. */
import type { Entry, EntryId, Form } from '@/lib/glossary/entry';

export type FormTable = { forms: (Form & { entryId: EntryId })[] };

export function compileForms(files: { id: EntryId; entry: Entry }[]): FormTable {
  return {
    forms: files.flatMap(({ id, entry }) =>
      entry.forms.map((form) => ({ ...(typeof form === 'string' ? { text: form } : form), entryId: id })),
    ),
  };
}
