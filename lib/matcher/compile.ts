/** Turns entries into the table of forms that the matcher runs on. Pure: used at build time and by the scripts. */
import type { Entry, EntryId, Form, Kind } from '@/lib/glossary/entry';
import { FLAG, FLAG_BASE, idFromText, isExactByDefault, withJoints, type FormTable } from './form-table';
import { simplified, traditionalPairs } from './traditional';

export type { FormTable } from './form-table';

/** Kinds whose names are followed by versions and sizes: Gemini 2.5 Pro, ResNet-50, H100 80GB. */
const VERSIONED: ReadonlySet<Kind> = new Set([
  'model',
  'product',
  'architecture',
  'tool',
  'dataset',
  'benchmark',
  'hardware',
]);

/** Topics whose names are common outside the field: they say less about a page. */
const WEAK: ReadonlySet<string> = new Set(['organisations', 'people', 'industry']);

export function compileForms(files: { id: EntryId; entry: Entry; topic?: string }[]): FormTable {
  const cues = new Map<string, number>();
  const numbers = (words: string[] = []) =>
    words
      .map((word) => {
        const folded = simplified(word).toLowerCase();
        if (!cues.has(folded)) cues.set(folded, cues.size);
        return cues.get(folded)!.toString(36);
      })
      .join(',');
  const cueLists = (of: { cues?: string[]; anti?: string[] }) =>
    of.cues || of.anti ? `^${numbers(of.cues)}^${numbers(of.anti)}` : '';

  const entries = files
    .map(({ id, entry, topic = '' }) => {
      const forms = markedForms(entry);
      if (!forms.length) return undefined;
      const doubtful = forms.some((form) => form.mark === 'evidence');
      const named = forms.findIndex((form) => idFromText(form.text) === id);
      const head = [
        named < 0 ? id : `=${named}`,
        VERSIONED.has(entry.kind) ? '+' : '',
        WEAK.has(topic) ? '~' : '',
        doubtful ? cueLists(entryCues(entry)) : '',
      ].join('');
      return [head, ...forms.map((form) => packForm(form) + cueLists(form))].join('|');
    })
    .filter((record) => record !== undefined)
    .join('¶');
  const cueWords = [...cues.keys()].join('|');
  return { traditional: traditionalPairs(new Set(entries + cueWords)), cues: cueWords, entries };
}

/**
 * The cues of an entry that travel. Words for a sense are kept where another entry claims the same form; elsewhere the
 * terms around speak for it, and only words against it are needed.
 */
function entryCues(entry: Entry): Pick<Entry, 'cues' | 'anti'> {
  const isShared = entry.forms.some((form) => typeof form !== 'string' && form.shared);
  return { ...(isShared && entry.cues && { cues: entry.cues }), ...(entry.anti && { anti: entry.anti }) };
}

/** The forms that may be marked, in simplified characters, without those that another finds by rule. */
function markedForms(entry: Entry): Form[] {
  const seen = new Set<string>();
  return entry.forms
    .map((form) => (typeof form === 'string' ? { text: form } : form))
    .filter((form) => form.mark !== 'never')
    .map((form) => ({ ...form, text: simplified(form.text.normalize('NFKC').trim()) }))
    .filter((form) => {
      const key = `${isExact(form) ? form.text : form.text.toLowerCase()}`.replace(/[\s‐‑–]+/g, '-');
      return form.text && !seen.has(key) && seen.add(key);
    });
}

function packForm(form: Form): string {
  if (/[|¶^\u00AD]/.test(form.text)) throw new Error(`A form cannot contain |, ¶, ^ or a soft hyphen: ${form.text}`);
  const exact = isExact(form);
  const flags =
    (form.mark === 'evidence' ? FLAG.evidence : 0) | (exact ? FLAG.exact : 0) | (isSegmented(form) ? FLAG.segment : 0);
  return String.fromCharCode(FLAG_BASE + flags) + withJoints(exact ? form.text : form.text.toLowerCase());
}

/** Short doubtful Han forms are checked for word borders unasked: 分词 in 部分词语. */
function isSegmented(form: Form): boolean {
  return form.segment === true || (form.mark === 'evidence' && /^[\u3400-\u9fff]{2}$/.test(form.text));
}

function isExact(form: Form): boolean {
  return form.case ? form.case === 'exact' : isExactByDefault(form.text);
}
