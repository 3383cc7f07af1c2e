/** The interface's words in the reader's language. */
import type { InterfaceLanguage, Language, Settings } from '@/lib/settings';
import { en, type Strings } from './en';
import { zhHans } from './zh-Hans';
import { zhHant } from './zh-Hant';

export type { Strings } from './en';

export const STRINGS: Record<InterfaceLanguage, Strings> = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };

/** The interface language a reader gets: their setting, else the nearest to the browser's (a BCP 47 tag). */
export function interfaceLanguage(
  settings: Pick<Settings, 'interfaceLanguage'>,
  browserLanguage: string,
): InterfaceLanguage {
  if (settings.interfaceLanguage !== 'auto') return settings.interfaceLanguage;
  const locale = new Intl.Locale(browserLanguage || 'en').maximize();
  if (locale.language !== 'zh') return 'en';
  return locale.script === 'Hant' ? 'zh-Hant' : 'zh-Hans';
}

/** Which language of an entry comes first for this reader. */
export function entryLanguage(
  settings: Pick<Settings, 'interfaceLanguage' | 'entryLanguage'>,
  browserLanguage: string,
): Language {
  if (settings.entryLanguage !== 'auto') return settings.entryLanguage;
  return interfaceLanguage(settings, browserLanguage) === 'en' ? 'en' : 'zh';
}

/** A text with its `{name}` places filled in; `{name:one|many}` becomes the word that fits the number. */
export function fill(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(values, name)) return place;
    if (one === undefined) return String(values[name]);
    return values[name] === 1 ? one : many!;
  });
}
