/** What a person sees of a scan: the text with its marks, then which terms it has. */
import type { Bilingual } from '../../lib/glossary/entry';
import type { FileMatch } from './scan-file';

const BOLD = '\u001b[1;4;36m';
const DOUBTFUL = '\u001b[4;33m';
const PLAIN = '\u001b[0m';

/** The text with sure marks in bold and those taken on evidence in yellow; brackets where there is no color. */
export function colored(text: string, matches: readonly FileMatch[]): string {
  const color = process.stdout.isTTY || process.env.FORCE_COLOR;
  let out = '';
  let at = 0;
  for (const { from, to, reason } of matches) {
    const start = color ? (reason.type === 'evidence' ? DOUBTFUL : BOLD) : '[';
    out += text.slice(at, from) + start + text.slice(from, to) + (color ? PLAIN : ']');
    at = to;
  }
  return out + text.slice(at);
}

/** How many terms, and each with its count, the most frequent first. */
export function summary(path: string, matches: readonly FileMatch[], names: ReadonlyMap<string, Bilingual>): string {
  const counts = new Map<string, number>();
  for (const { entryId } of matches) counts.set(entryId, (counts.get(entryId) ?? 0) + 1);
  const rows = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id, count]) => {
      const name = names.get(id);
      const label = !name ? id : name.zh === name.en ? name.en : `${name.zh} ${name.en}`;
      return `${String(count).padStart(5)}  ${label}`;
    });
  return [`${path}: ${matches.length} marks, ${counts.size} terms`, ...rows, ''].join('\n');
}
