/** Our own sentences, with the glossary that ships: every trap we know of, each with the marks it should get. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileForms } from '@/lib/matcher/compile';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';
import { readEntryFiles } from '@/scripts/glossary/files';
import { draw, parseSentences, type Setting } from './notation';

const scanner = createScanner(compileForms(readEntryFiles()));
const groups = parseSentences(readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8'));

/** A page about the field around the sentence. */
const ARTICLE = scanner.read(
  'Large language models such as GPT-4 are pretrained on text and aligned with reinforcement learning from human ' +
    'feedback (RLHF). Fine-tuning with LoRA adapts a neural network; PyTorch and Hugging Face make it easy. ' +
    '大语言模型由神经网络组成，经过预训练、微调和强化学习。ChatGPT 由 OpenAI 发布。',
);

function marks(text: string, setting: Setting) {
  const evidence = createEvidence();
  const reading = scanner.read(text);
  evidence.add(reading);
  if (setting === 'article') evidence.add(ARTICLE);
  return decide(text, reading, evidence);
}

it('has at least 400 sentences', () => {
  expect(groups.flatMap((group) => group.sentences).length).toBeGreaterThanOrEqual(400);
});

describe.each(groups.flatMap(({ settings, sentences }) => settings.map((setting) => ({ setting, sentences }))))(
  'in the setting “$setting”',
  ({ setting, sentences }) => {
    it.each(sentences)('line $line: $text', ({ text, marks: expected }) => {
      const found = marks(text, setting).map(({ from, to, entryId }, at) => ({
        from,
        to,
        entryId: expected[at]?.entryId && entryId,
      }));
      expect(draw(text, found)).toBe(draw(text, expected));
    });
  },
);
