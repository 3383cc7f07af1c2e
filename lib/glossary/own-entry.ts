import type { OwnTerm } from '@/lib/settings';
import type { CardEntry } from './card-entry';

/** The reader's own term as a card shows it; over a bundled entry, their words replace its gloss and detail. */
export function ownCardEntry(term: OwnTerm, bundled?: CardEntry): CardEntry {
  const gloss = { zh: term.gloss, en: term.gloss };
  const detail = { zh: term.detail ?? '', en: term.detail ?? '' };
  if (bundled) return { ...bundled, gloss, ...(term.detail ? { detail } : {}) };
  const name = term.forms[0] ?? term.id;
  return {
    id: term.id,
    topic: 'own',
    headword: { zh: name, en: name },
    kind: 'concept',
    level: 1,
    forms: term.forms,
    gloss,
    detail,
    related: [],
    refs: {},
    sources:
      term.url && /^https?:/.test(term.url) && URL.canParse(term.url)
        ? [{ title: new URL(term.url).hostname, url: term.url, year: new Date(term.edited).getFullYear() }]
        : [],
  };
}
