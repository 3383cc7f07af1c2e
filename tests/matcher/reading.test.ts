/** How a text is read: its letters are kept in one place that every text uses again. */
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/glossary/entry';
import { compileForms } from '@/lib/matcher/compile';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';

const FORMS = ['LLM', 'large language model', 'GPT-4', 'fine-tuning', '大语言模型', '熵', 'agentic', 'policy'];
const scanner = createScanner(
  compileForms(FORMS.map((form) => ({ id: form, entry: { kind: 'concept', forms: [form] } as unknown as Entry }))),
);

function found(text: string): string[] {
  return decide(text, scanner.read(text), createEvidence()).map(({ from, to }) => text.slice(from, to));
}

describe('a text', () => {
  it('may be of any length', () => {
    const filler = 'nothing to see, 没有什么。'.repeat(2000);
    expect(found(`${filler}LLM ${filler}大语言模型`)).toEqual(['LLM', '大语言模型']);
  });

  it('ends where it ends, whatever was read before', () => {
    found('large language model, GPT-4, 大语言模型');
    expect(found('large')).toEqual([]);
    expect(found('large language')).toEqual([]);
    expect(found('large language mode')).toEqual([]);
    expect(found('GPT')).toEqual([]);
    expect(found('大语')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  it('may end within a plural, a gap or a term of one letter', () => {
    expect(found('policies')).toEqual(['policies']);
    expect(found('LLMs')).toEqual(['LLMs']);
    expect(found('LLM-')).toEqual(['LLM']);
    expect(found('熵')).toEqual(['熵']);
  });
});

describe('a word with digits or invisible letters', () => {
  it.each([
    'GPT4',
    'GPT 4',
    'GPT-4',
    'GP\u00adT4',
    'GPT\u200b-4',
    'ＧＰＴ４',
    'LL\u00adM',
    'ＬＬＭ',
    'fine\u00adtuning',
  ])('is found: %j', (word) => expect(found(`see ${word}, 见${word}。`)).toEqual([word, word]));

  it.each(['GPT45', 'GPT4x', 'gpt-4', 'LlM', 'ｌｌｍ', 'LLM2', 'subLLM', '1LLM', '1\u200bLLM', 'sub\u00adLLM'])(
    'is another word: %j',
    (word) => expect(found(`see ${word}, 见${word}。`)).toEqual([]),
  );
});
