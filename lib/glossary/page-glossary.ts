/** What can be said and carried away of the terms on one page. Pure. */
import type { EntryNames } from './names';

/** Markdown list, comma-separated table, or the tab-separated notes that Anki imports. */
export const COPY_FORMATS = ['Markdown', 'CSV', 'Anki'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** The entries as text in one of the formats, in the order given. */
export function pageGlossary(entries: readonly EntryNames[], format: CopyFormat, language: 'zh' | 'en'): string {
  return `${WRITE[format](entries, language)}\n`;
}

const nameOf = (entry: EntryNames, language: 'zh' | 'en') => entry.short ?? entry.headword[language];
const others = (entry: EntryNames, language: 'zh' | 'en') =>
  [...new Set([entry.headword.zh, entry.headword.en])].filter((name) => name !== nameOf(entry, language)).join(', ');

const WRITE: Record<CopyFormat, (entries: readonly EntryNames[], language: 'zh' | 'en') => string> = {
  Markdown: (entries, language) =>
    entries
      .map((entry) => {
        const more = others(entry, language);
        return `- **${nameOf(entry, language)}**${more === '' ? '' : ` (${more})`}: ${entry.gloss[language]}`;
      })
      .join('\n'),
  CSV: (entries) =>
    [
      ['term', 'zh', 'en', 'gloss_zh', 'gloss_en', 'introduced'],
      ...entries.map(({ short, headword, gloss, introduced }) => [
        short ?? headword.en,
        headword.zh,
        headword.en,
        gloss.zh,
        gloss.en,
        introduced ?? '',
      ]),
    ]
      .map((row) => row.map(quoted).join(','))
      .join('\n'),
  Anki: (entries, language) =>
    [
      '#separator:tab',
      '#html:false',
      ...entries.map((entry) =>
        [nameOf(entry, language), [others(entry, language), entry.gloss[language]].filter(Boolean).join(' · ')]
          .map((field) => field.replace(/[\t\r\n]+/g, ' '))
          .join('\t'),
      ),
    ].join('\n'),
};

/** A field of a comma-separated table, in quotes where it needs them. */
export function quoted(field: string): string {
  return /[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

/** What is older stands in one bar. */
const FIRST_BAR = 2012;

/** How many entries appeared in each year, from the oldest on; `before` holds all that is older than the first bar. */
export function termYears(
  entries: readonly EntryNames[],
  lastYear: number,
): { year: number; before: boolean; count: number }[] {
  const years = entries.flatMap(({ introduced }) => (introduced ? [Number(introduced.slice(0, 4))] : []));
  return Array.from({ length: lastYear - FIRST_BAR + 2 }, (_, at) => {
    const year = FIRST_BAR - 1 + at;
    const before = at === 0;
    return { year, before, count: years.filter((one) => (before ? one <= year : one === year)).length };
  });
}

/** Whom the page is written for, told by its terms: a quarter for researchers, or two fifths above newcomers. */
export function readingLevel(entries: readonly EntryNames[]): 1 | 2 | 3 {
  const share = (level: number) => entries.filter((entry) => entry.level >= level).length / entries.length;
  if (entries.length === 0) return 1;
  return share(3) >= 0.25 ? 3 : share(2) >= 0.4 ? 2 : 1;
}
