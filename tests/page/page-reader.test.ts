// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import type { Match } from '@/lib/matcher/match';
import { createPageReader } from '@/lib/page/page-reader';

/** A page of sections, read in turns of one block each; takes down what is read in which order. */
function reading(body: string) {
  document.body.innerHTML = body;
  const read: string[] = [];
  const marked: string[] = [];
  const reader = createPageReader<string>(
    {
      read: (text) => {
        read.push(text);
        return text;
      },
      isEmpty: (text) => !text.includes('term'),
      decide: (text): Match[] =>
        text.includes('term')
          ? [{ from: text.indexOf('term'), to: text.length, entryId: 'x', reason: { type: 'sure' } }]
          : [],
      add: () => undefined,
      remove: () => undefined,
      version: () => 1,
    },
    {
      includeCode: false,
      meetHost: () => undefined,
      onMatches: ({ block }) => marked.push(block.text),
      onGone: () => undefined,
    },
  );
  const finish = () => {
    while (reader.work(performance.now() + 1000));
    return reader.blocks.all().map(({ block }) => block.text);
  };
  return { read, marked, reader, finish };
}

const PAGE =
  '<h2>One</h2><p>a term</p><section><h2 id="here">Two</h2><p>b term</p><p>c</p></section>' +
  `<p>d term</p>${'<p>filler that takes the room of a first look</p>'.repeat(400)}<p>e term</p>tail term`;

describe('reading a page', () => {
  it('begins where the reader is, reads nothing twice and keeps the order of the page', () => {
    const { read, reader, finish } = reading(PAGE);
    reader.readTree(document.body);
    reader.readFirst(document.body, document.querySelector('#here')!);
    const all = finish();
    expect(read.slice(0, 4)).toEqual(['Two', 'b term', 'c', 'd term']);
    expect(read.filter((text) => !text.startsWith('filler'))).toHaveLength(8);
    expect(all).toEqual(['One', 'a term', 'Two', 'b term', 'd term', 'e term', 'tail term']);
  });

  it('knows the marks of the screen before the page is read to its end', () => {
    const { marked, reader, finish } = reading(PAGE);
    reader.readTree(document.body);
    reader.readFirst(document.body, document.querySelector('#here')!);
    finish();
    expect([...new Set(marked)]).toEqual(['b term', 'd term', 'a term', 'e term', 'tail term']);
  });

  it('reads a changed home anew, also while it is still being read, and forgets one that is gone', () => {
    const { reader, finish } = reading('<p id="p">old term</p><p id="q">other term</p>');
    reader.readTree(document.body);
    expect(finish()).toEqual(['old term', 'other term']);
    const p = document.querySelector('#p')!;
    p.textContent = `new term. ${'many words and more. '.repeat(2000)}last term.`;
    reader.readHome(p);
    reader.work(performance.now() + 1e-4);
    p.textContent = 'newest term';
    reader.readHome(p);
    document.querySelector('#q')!.remove();
    reader.readChanges({ homes: new Set(), subtrees: new Set(), trees: new Set(), removed: true });
    expect(finish()).toEqual(['newest term']);
  });

  it('decides on what a tree read again says, also when that is done in one turn', () => {
    const { marked, reader, finish } = reading('<p>one term</p><p>two term</p>');
    const root = { homes: new Set<Element>(), subtrees: new Set<Element>(), trees: new Set([document]), removed: true };
    reader.readTree(document.body);
    finish();
    document.body.innerHTML = '<p>last term</p>';
    reader.readChanges(root);
    finish();
    expect(marked).toContain('last term');
  });

  it('takes in nothing that was taken out of the page before its turn came', () => {
    const { reader, finish } = reading('<p>one term</p>');
    reader.readTree(document.body);
    finish();
    const late = document.createElement('p');
    late.textContent = 'late term';
    document.body.append(late);
    reader.readChanges({ homes: new Set(), subtrees: new Set([late]), trees: new Set(), removed: false });
    late.remove();
    reader.readChanges({ homes: new Set(), subtrees: new Set(), trees: new Set(), removed: true });
    expect(finish()).toEqual(['one term']);
  });
});
