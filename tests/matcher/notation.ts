/** Sentences with their marks drawn in: `用[RLHF|rlhf]训练`. The id may be left out where any entry will do. */

export type Expected = { from: number; to: number; entryId: string | undefined };
export type Sentence = { text: string; marks: Expected[]; line: number };
export type Setting = 'alone' | 'article';
export type SentenceGroup = { settings: Setting[]; sentences: Sentence[] };

/** Characters that cannot be seen are drawn: ↵ line break, ⍽ no-break space, ◌ zero-width space, ¬ soft hyphen. */
const DRAWN: Record<string, string> = { '↵': '\n', '⍽': '\u00a0', '◌': '\u200b', '¬': '\u00ad' };

/** Reads the notation of one sentence. */
export function parseSentence(drawn: string, line = 0): Sentence {
  const marks: Expected[] = [];
  let text = '';
  let from = 0;
  let id: string | undefined;
  let inId = false;
  for (const character of drawn.replace(/[↵⍽◌¬]/g, (sign) => DRAWN[sign]!)) {
    if (character === '[') {
      from = text.length;
      id = undefined;
    } else if (character === '|') {
      inId = true;
      id = '';
    } else if (character === ']') {
      marks.push({ from, to: text.length, entryId: id });
      inId = false;
    } else if (inId) id += character;
    else text += character;
  }
  return { text, marks, line };
}

/** Reads a file of sentences: `@ alone`, `@ article` or `@ both` says where the next ones stand, # comments. */
export function parseSentences(file: string): SentenceGroup[] {
  const groups: SentenceGroup[] = [];
  file.split('\n').forEach((line, at) => {
    const setting = /^@ (alone|article|both)$/.exec(line)?.[1];
    if (setting)
      groups.push({ settings: setting === 'both' ? ['alone', 'article'] : [setting as Setting], sentences: [] });
    else if (line && !line.startsWith('#')) groups.at(-1)!.sentences.push(parseSentence(line, at + 1));
  });
  return groups;
}

/** Draws marks into a text, to show what was found instead. */
export function draw(
  text: string,
  marks: readonly { from: number; to: number; entryId?: string | undefined }[],
): string {
  let out = '';
  let at = 0;
  for (const { from, to, entryId } of marks) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}${entryId ? `|${entryId}` : ''}]`;
    at = to;
  }
  return out + text.slice(at);
}
