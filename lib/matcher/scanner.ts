/** Finds terms in the text of blocks. First cut: one regular expression; the calls are what stays. */
import type { EntryId } from '@/lib/glossary/entry';
import type { OwnTerm } from '@/lib/settings';
import type { FormTable } from './compile';
import type { Match } from './match';

/** What was found in one block's text before the page's evidence is known. Depends on the text alone. */
export type Reading = {
  readonly candidates: readonly { from: number; to: number; entryId: EntryId; sure: boolean }[];
};

export type Scanner = {
  /** Reads one block's text. Pure; empty readings are cheap. */
  read(text: string): Reading;
};

/** What the whole page says about whether doubtful forms are meant. Grows and shrinks with the page. */
export type Evidence = {
  add(reading: Reading): void;
  remove(reading: Reading): void;
  /** Changes whenever decisions already made may come out differently. */
  readonly version: number;
};

export function createScanner(table: FormTable, _own: readonly OwnTerm[] = []): Scanner {
  const marked = table.forms.filter((form) => form.mark !== 'never');
  const byText = new Map(marked.map((form) => [form.text.toLowerCase(), form]));
  const escaped = [...byText.keys()]
    .sort((a, b) => b.length - a.length)
    .map((text) => text.replace(/[^\p{L}\p{N}\s]/gu, '\\$&'));
  const pattern = new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join('|')})(?![A-Za-z0-9])`, 'giu');
  return {
    read: (text) => ({
      candidates: [...text.matchAll(pattern)].flatMap((found) => {
        const form = byText.get(found[0].toLowerCase());
        return form
          ? [
              {
                from: found.index,
                to: found.index + found[0].length,
                entryId: form.entryId,
                sure: (form.mark ?? 'sure') === 'sure',
              },
            ]
          : [];
      }),
    }),
  };
}

export function createEvidence(): Evidence {
  let sure = 0;
  const count = (reading: Reading) => reading.candidates.filter((candidate) => candidate.sure).length;
  return {
    add: (reading) => void (sure += count(reading)),
    remove: (reading) => void (sure -= count(reading)),
    get version() {
      return sure > 2 ? 1 : 0;
    },
  };
}

/** The matches to mark in a block, given what the page says. Offsets are UTF-16 units of `text`. */
export function decide(_text: string, reading: Reading, evidence: Evidence): Match[] {
  return reading.candidates
    .filter((candidate) => candidate.sure || evidence.version > 0)
    .map(({ from, to, entryId, sure }) => ({
      from,
      to,
      entryId,
      reason: sure ? { type: 'sure' } : { type: 'evidence', entries: [], cues: [] },
    }));
}
