/** What the benchmark runs inside the browser: each way of finding terms, over the text nodes of one page. */
import { AhoCorasick } from '@monyone/aho-corasick';
import Mark from 'mark.js';
import type { FormTable } from '@/lib/matcher/form-table';
import { createScanner } from '@/lib/matcher/scanner';

/** The forms under test, as our table and as plain words for the others. */
export type Forms = { table: FormTable; words: string[] };

type Way = (text: string) => number;

const ways: Record<string, (forms: Forms) => Way> = {
  read: () => (text) => {
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
    return sum;
  },
  ours: ({ table }) => {
    const scanner = createScanner(table);
    return (text) => scanner.read(text).spans.length;
  },
  trie: ({ words }) => {
    const pattern = trieRegExp(words);
    return (text) => {
      pattern.lastIndex = 0;
      let found = 0;
      while (pattern.exec(text)) found++;
      return found;
    };
  },
  aho: ({ words }) => {
    const finder = new AhoCorasick(words);
    return (text) => finder.matchInText(text.toLowerCase()).length;
  },
};

let prepared: Record<string, Way> = {};
let sink = 0;

/** Makes each way ready and answers how long that took, ms. */
function prepare(forms: Forms, names: string[]): Record<string, number> {
  prepared = {};
  const took: Record<string, number> = {};
  for (const name of names) {
    const start = performance.now();
    prepared[name] = ways[name]!(forms);
    took[name] = performance.now() - start;
  }
  return took;
}

let html = '';

/** The page to read from now on. */
function fill(paragraphs: string[]): void {
  html = paragraphs.join('\n');
}

/**
 * Reads `times` new copies of the page in one way; ms for one. New ones, because an extension meets each text once:
 * nodes and strings that scripts have touched before are faster.
 */
function walk(name: string, times: number): number {
  const way = prepared[name]!;
  const pages = Array.from({ length: times }, () => new DOMParser().parseFromString(html, 'text/html'));
  const start = performance.now();
  for (const page of pages) {
    const walker = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) sink += way((node as Text).data);
  }
  return (performance.now() - start) / times;
}

/** One round of each way in turn, `rounds` times, so that a noisy moment hits all alike; ms of each round. */
function rounds(names: string[], count: number, times: Record<string, number>): Record<string, number[]> {
  const out: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round < count; round++) for (const name of names) out[name]!.push(walk(name, times[name] ?? 1));
  return out;
}

/** mark.js with a list of words, which it turns into elements; ms of the one run. */
async function markJs(words: string[]): Promise<number> {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.body.replaceChildren(...[...page.body.childNodes].map((node) => document.adoptNode(node)));
  const start = performance.now();
  await new Promise<void>((done) =>
    new Mark(document.body).mark(words, { separateWordSearch: false, accuracy: 'partially', done: () => done() }),
  );
  return performance.now() - start;
}

function trieRegExp(words: string[]): RegExp {
  type Node = Map<string, Node>;
  const root: Node = new Map();
  for (const word of words) {
    let node = root;
    for (const letter of word) {
      if (!node.has(letter)) node.set(letter, new Map());
      node = node.get(letter)!;
    }
    node.set('', new Map());
  }
  const print = (node: Node): string => {
    const branches = [...node]
      .filter(([letter]) => letter !== '')
      .map(([letter, next]) => escape(letter) + print(next));
    if (!branches.length) return '';
    const inner = branches.length === 1 ? branches[0]! : `(?:${branches.join('|')})`;
    return node.has('') ? `(?:${inner})?` : inner;
  };
  return new RegExp(print(root), 'gi');
}
const escape = (letter: string) => letter.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

declare global {
  var bench: {
    prepare: typeof prepare;
    fill: typeof fill;
    rounds: typeof rounds;
    markJs: typeof markJs;
    sink: () => number;
  };
}
globalThis.bench = { prepare, fill, rounds, markJs, sink: () => sink };
