/** Which of an entry's names comes first, and in which language each name is written. */
import type { EntryRef } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';

export type Name = { text: string; lang: 'zh-Hans' | 'en' };

type Named = Pick<EntryRef, 'headword' | 'short'>;

const HAN = /\p{Script=Han}/u;

function name(text: string): Name {
  return { text, lang: HAN.test(text) ? 'zh-Hans' : 'en' };
}

/** The name people say: the short one if there is one, else the headword in the reader's language. */
export function title(entry: Named, language: Language): Name {
  return name(entry.short ?? entry.headword[language]);
}

/** The other names, the reader's language first, without repeating the title. */
export function otherNames(entry: Named, language: Language): Name[] {
  const first = title(entry, language).text.toLowerCase();
  const names = [entry.headword[language], entry.headword[language === 'zh' ? 'en' : 'zh']];
  return [...new Set(names)].filter((text) => text.toLowerCase() !== first).map(name);
}

/** `lang` of text written in one of the entry languages. */
export function langOf(language: Language): 'zh-Hans' | 'en' {
  return language === 'zh' ? 'zh-Hans' : 'en';
}
