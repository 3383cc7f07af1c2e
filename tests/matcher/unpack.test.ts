/** The table as it is opened on a page: forms by number, the reader's own first. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/glossary/entry';
import { compileForms } from '@/lib/matcher/compile';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';
import { unpackForms } from '@/lib/matcher/unpack';
import type { OwnTerm } from '@/lib/settings';

const entry = (...forms: unknown[]) => ({ kind: 'concept', forms }) as unknown as Entry;
const table = compileForms([
  { id: 'large-language-model', entry: entry('large language model', 'LLM', '大语言模型') },
  { id: 'some-id', entry: entry({ text: 'agent', mark: 'evidence', cues: ['tool'], anti: ['estate'] }) },
  { id: 'pre-training', entry: entry('pretraining') },
]);
const own = (id: string, ...forms: string[]) => ({ id, forms }) as unknown as OwnTerm;

describe('the forms', () => {
  it('have their text, owner and marks, whatever is asked for first', () => {
    const list = unpackForms(table, []);
    const all = Array.from({ length: list.size }, (_, back) => list.form(list.size - 1 - back)).reverse();
    expect(all.map(({ text, owner }) => [text, owner.id])).toEqual([
      ['large language model', 'large-language-model'],
      ['LLM', 'large-language-model'],
      ['大语言模型', 'large-language-model'],
      ['agent', 'some-id'],
      ['pretraining', 'pre-training'],
    ]);
    expect(all.map(({ evidence, exact }) => [evidence, exact])).toEqual([
      [false, false],
      [false, true],
      [false, false],
      [true, false],
      [false, false],
    ]);
    expect(all.map(({ owner }) => owner.doubtful)).toEqual([false, false, false, true, false]);
    expect(all[3]!.cues).toMatch(/^[0-9a-z]+\^[0-9a-z]+$/);
    expect(list.form(0).owner).toBe(list.form(2).owner);
  });

  it('of the reader come first, as they are written', () => {
    const list = unpackForms(table, [
      own('mine', ' a|b ', 'x¶y', 'c^d', ''),
      own('none'),
      own('soft', 'soft\u00adness'),
    ]);
    expect([0, 1, 2, 3].map((form) => list.form(form).text)).toEqual(['a|b', 'x¶y', 'c^d', 'soft\u00adness']);
    expect([0, 3].map((form) => list.form(form).own)).toEqual([true, true]);
    expect(list.form(4).text).toBe('large language model');
    expect(list.form(4).own).toBe(false);
  });

  it('may be none', () => {
    expect(unpackForms(compileForms([]), []).size).toBe(0);
    expect(unpackForms(compileForms([]), [own('mine', 'word')]).form(0).text).toBe('word');
  });
});

describe("a reader's own term", () => {
  const scanner = createScanner(table, [own('mine', 'a|b', 'x¶y', 'overlooked'), own('soft', 'soft\u00adness')]);
  const found = (text: string) =>
    decide(text, scanner.read(text), createEvidence()).map(({ from, to }) => text.slice(from, to));

  it.each(['a|b', 'x¶y', 'overlooked', 'over-looked', 'softness', 'soft\u00adness'])('%s is found', (text) => {
    expect(found(`see ${text}.`)).toEqual([text]);
  });
  it('leaves the bundled ones as they are', () => {
    expect(found('An LLM, 大语言模型, after pre-training and pretraining.')).toEqual([
      'LLM',
      '大语言模型',
      'pre-training',
      'pretraining',
    ]);
  });
});
