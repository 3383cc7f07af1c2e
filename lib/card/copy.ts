/** An entry as text to paste elsewhere. */
import { otherNames, title } from '@/components/names';
import type { CardEntry } from '@/lib/glossary/card-entry';
import type { Language } from '@/lib/settings';

/** Names, gloss and first source, in plain text or Markdown. */
export function entryAsText(entry: CardEntry, language: Language, format: 'text' | 'markdown'): string {
  const head = title(entry, language).text;
  const names = otherNames(entry, language).map((name) => name.text);
  const open = language === 'zh' ? '（' : ' (';
  const close = language === 'zh' ? '）' : ')';
  const also = names.length ? `${open}${names.join(language === 'zh' ? '，' : ', ')}${close}` : '';
  const [source] = entry.sources;
  const credit = source && `${source.by ? `${source.by}, ` : ''}${source.title}, ${source.year}`;
  if (format === 'text')
    return [`${head}${also}`, entry.gloss[language], source && `${credit}. ${source.url}`].filter(Boolean).join('\n');
  return [`**${head}**${also}`, entry.gloss[language], source && `[${credit}](${source.url})`]
    .filter(Boolean)
    .join('\n\n');
}

/** Puts text on the clipboard; false when the browser refused. Call it from a click or key. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByEvent(text);
  }
}

/** Pages without a secure context have no clipboard object; the old command still works there. */
function copyByEvent(text: string): boolean {
  let done = false;
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    done = true;
  };
  addEventListener('copy', fill, { capture: true, once: true });
  document.execCommand('copy');
  removeEventListener('copy', fill, { capture: true });
  return done;
}
