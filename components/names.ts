/** Which of an entry's names comes first, and in which language each name is written. */
import type { EntryRef } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';

export type Name = { text: string; lang: 'zh-Hans' | 'en' };

type Named = Pick<EntryRef, 'headword' | 'short' | 'kind'>;

const HAN = /\p{Script=Han}/u;
/** Kinds whose entries carry proper names: pandas and k-means stay as their makers write them. */
const PROPER = new Set<Named['kind']>(['product', 'model', 'organisation', 'person', 'tool', 'dataset', 'benchmark']);
/** A first word in small letters throughout, which a line of its own begins with a capital. */
const COMMON_WORD = /^[a-z]{2,}(?![A-Z\d])/;

function name(entry: Named, text: string): Name {
  const common = !PROPER.has(entry.kind) && COMMON_WORD.test(text);
  return { text: common ? text[0]!.toUpperCase() + text.slice(1) : text, lang: HAN.test(text) ? 'zh-Hans' : 'en' };
}

/** The name people say: the short one if there is one, else the headword in the reader's language. */
export function title(entry: Named, language: Language): Name {
  return name(entry, entry.short ?? entry.headword[language]);
}

/** The other names, the reader's language first, without repeating the title. */
export function otherNames(entry: Named, language: Language): Name[] {
  const first = title(entry, language).text.toLowerCase();
  const names = [entry.headword[language], entry.headword[language === 'zh' ? 'en' : 'zh']];
  return [...new Set(names)].filter((text) => text.toLowerCase() !== first).map((text) => name(entry, text));
}

/** `lang` of text written in one of the entry languages. */
export function langOf(language: Language): 'zh-Hans' | 'en' {
  return language === 'zh' ? 'zh-Hans' : 'en';
}
