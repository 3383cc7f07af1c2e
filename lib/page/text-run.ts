import { breaksLine } from './line-breaks';
import type { Home, TextBlock } from './text-block';

/** Blocks longer than this are cut between sentences or words, so that no single reading takes long. UTF-16 units. */
export const LONGEST_BLOCK = 4096;

/** Letters that a reader does not see: soft hyphen, zero-width space and joiners, word joiner, byte order mark. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/;
const EACH_INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]+/g;
const BLANK = /^\s*$/;
/** Where a long text may be cut: after a sentence end, else after white space. */
const SENTENCE_END = /[.!?。！？；\n]/;
const WORD_LETTER = /[\p{L}\p{N}]/u;

/** Gathers the text nodes of one line of text into blocks. */
export type TextRun = {
  add(node: Text): void;
  /** Something that is seen but not read: a picture (￼) or a line break (\n). */
  addSign(sign: '\uFFFC' | '\n'): void;
  /** Ends the line; the blocks gathered so far go out. */
  end(): void;
};

/** A run whose blocks go to `out`. `home` is asked when a block ends. */
export function createTextRun(home: Home, heading: boolean, out: TextBlock[]): TextRun {
  let text = '';
  let nodes: Text[] = [];
  let starts: number[] = [];
  let offsets: number[] = [];
  let isHeading = heading;

  const emit = () => {
    if (nodes.length > 0 && !BLANK.test(text)) {
      out.push({ home, text, nodes, starts, offsets, heading: isHeading });
      isHeading = false;
    }
    text = '';
    nodes = [];
    starts = [];
    offsets = [];
  };
  const addPiece = (node: Text, data: string, from: number, to: number) => {
    let at = from;
    while (at < to) {
      const room = LONGEST_BLOCK - text.length;
      const end = to - at <= room ? to : cut(data, at, at + room, text.length > 0);
      if (end > at) {
        // A list that begins with one item takes a quarter of the room of one that is pushed to; most keep one.
        if (nodes.length === 0) {
          nodes = [node];
          starts = [text.length];
          offsets = [at];
        } else {
          nodes.push(node);
          starts.push(text.length);
          offsets.push(at);
        }
        text += data.slice(at, end);
      }
      at = end;
      if (at < to) emit();
    }
  };

  return {
    add(node) {
      const data = node.data;
      if (data.length === 0 || (nodes.length === 0 && data.length < 64 && BLANK.test(data))) return;
      const before = nodes[nodes.length - 1];
      if (before && joinsWords(text, data) && breaksLine(before, node)) emit();
      if (!INVISIBLE.test(data)) return addPiece(node, data, 0, data.length);
      let at = 0;
      for (const gap of data.matchAll(EACH_INVISIBLE)) {
        addPiece(node, data, at, gap.index);
        at = gap.index + gap[0].length;
      }
      addPiece(node, data, at, data.length);
    },
    addSign(sign) {
      if (nodes.length === 0) return;
      // Two line breaks in a row are a paragraph's end.
      if (sign === '\n' && text.endsWith('\n') && !lastNodeSays(nodes, text)) return emit();
      text += sign;
    },
    end: emit,
  };
}

/** Whether two texts side by side would read as one word. */
function joinsWords(before: string, after: string): boolean {
  return WORD_LETTER.test(before[before.length - 1] ?? '') && WORD_LETTER.test(after[0] ?? '');
}

/** The last letter of the text comes from the page rather than from a sign. */
function lastNodeSays(nodes: readonly Text[], text: string): boolean {
  return nodes[nodes.length - 1]!.data.endsWith(text.slice(-1));
}

/** Where to cut a long text between `from` and `limit`: the last sentence end, else white space, else hard. */
function cut(data: string, from: number, limit: number, mayWait: boolean): number {
  const part = data.slice(from, limit);
  for (let at = part.length - 1; at > part.length / 2; at--) if (SENTENCE_END.test(part[at]!)) return from + at + 1;
  for (let at = part.length - 1; at > part.length / 2; at--) if (/\s/.test(part[at]!)) return from + at + 1;
  if (mayWait) return from;
  // Never between the halves of a surrogate pair.
  const unit = data.charCodeAt(limit - 1);
  return unit >= 0xd800 && unit < 0xdc00 ? limit - 1 : limit;
}
