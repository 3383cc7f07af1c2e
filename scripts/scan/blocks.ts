/** Cuts a file into the blocks the page layer would see, keeping the place of each in the file's text. */

export type FileBlock = { start: number; text: string };

/** In plain text and Markdown a blank line ends a block. */
export function textBlocks(text: string): FileBlock[] {
  const blocks: FileBlock[] = [];
  let start = 0;
  for (const gap of text.matchAll(/\r?\n[^\S\n]*(?:\r?\n[^\S\n]*)+/g)) {
    if (gap.index > start) blocks.push({ start, text: text.slice(start, gap.index) });
    start = gap.index + gap[0].length;
  }
  if (start < text.length) blocks.push({ start, text: text.slice(start) });
  return blocks;
}

/** Markdown as text of the same length: fenced code, inline code and link targets become spaces. */
export function blankMarkdownCode(text: string): string {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  return text
    .replace(/^(```|~~~)[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, blank)
    .replace(/`[^`\n]+`/g, blank)
    .replace(/\]\([^)\n]*\)/g, blank)
    .replace(/https?:\/\/[^\s)>\]]+/g, blank);
}

/** HTML as text of the same length: tags, comments, scripts, styles and code become spaces; block tags end a block. */
export function htmlBlocks(html: string): FileBlock[] {
  const blank = (found: string) => found.replace(/[^\n]/g, ' ');
  const text = html
    .replace(/<!--[\s\S]*?-->|<!doctype[^>]*>/gi, blank)
    .replace(/<(script|style|code|pre|kbd|samp|textarea|svg|math|title|head)\b[\s\S]*?<\/\1>/gi, blank);
  const blocks: FileBlock[] = [];
  let start = 0;
  const end = (at: number) => {
    const raw = text.slice(start, at);
    const inner = raw.replace(/<[^>]*>|&#?\w+;/g, hideTag);
    if (inner.replaceAll(HIDDEN, '').trim()) blocks.push({ start, text: inner });
  };
  for (const tag of text.matchAll(/<\/?(\w+)[^>]*>/g)) {
    if (INLINE.has(tag[1]!.toLowerCase())) continue;
    end(tag.index);
    start = tag.index + tag[0].length;
  }
  end(text.length);
  return blocks;
}

const INLINE = new Set(
  'a abbr b bdi bdo cite data del dfn em font i ins mark q s small span strong sub sup time u var wbr'.split(' '),
);
/** Passed over by the matcher, as a tag inside a word is. */
const HIDDEN = '\u200b';
const hideTag = (found: string) => (found.startsWith('&') ? ' ' : HIDDEN).repeat(found.length);
