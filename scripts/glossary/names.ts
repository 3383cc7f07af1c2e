/** The names of all entries for search, with pinyin. pinyin-pro knows words, so 重量 is zhòng liàng and 重新 chóng xīn. */
import { pinyin } from 'pinyin-pro';
import type { EntryNames } from '../../lib/glossary/names';
import type { Topic } from '../../lib/glossary/topics';
import type { EntryFile } from './files';

export function entryNames(files: EntryFile[]): EntryNames[] {
  return files.map(({ id, topic, entry }) => ({
    id,
    topic: topic as Topic,
    kind: entry.kind,
    level: entry.level,
    headword: entry.headword,
    ...(entry.short ? { short: entry.short } : {}),
    gloss: entry.gloss,
    ...(entry.introduced ? { introduced: entry.introduced } : {}),
    ...(entry.model?.parameters ? { parameters: entry.model.parameters, organisation: entry.model.organisation } : {}),
    forms: entry.forms
      .map((form) => (typeof form === 'string' ? form : form.text))
      .filter((text) => ![entry.headword.zh, entry.headword.en, entry.short].includes(text)),
    pinyin: syllables(entry.headword.zh),
  }));
}

/** One syllable a UTF-16 unit: headwords hold no characters outside the basic plane (a data test says so). */
function syllables(text: string): string[] {
  const spoken = pinyin(text, { type: 'all' });
  const out = Array.from({ length: text.length }, () => '');
  let at = 0;
  for (const { origin, isZh, pinyin: syllable } of spoken) {
    const found = text.indexOf(origin, at);
    if (found < 0) continue;
    if (isZh) out[found] = syllable;
    at = found + origin.length;
  }
  return out;
}
