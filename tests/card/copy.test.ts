import { expect, it } from 'vitest';
import { entryAsText } from '@/lib/card/copy';
import type { CardEntry } from '@/lib/glossary/card-entry';

const ENTRY: CardEntry = {
  id: 'lora',
  topic: 'training',
  headword: { zh: '低秩适配', en: 'low-rank adaptation' },
  short: 'LoRA',
  kind: 'method',
  level: 2,
  forms: ['LoRA'],
  gloss: { zh: '冻结大模型，只训练小矩阵。', en: 'Freeze the model, train small matrices.' },
  detail: { zh: '', en: '' },
  related: [],
  refs: {},
  sources: [{ title: 'LoRA', by: 'Hu et al.', url: 'https://arxiv.org/abs/2106.09685', year: 2021 }],
};

it('copies names, gloss and source as text', () => {
  expect(entryAsText(ENTRY, 'zh', 'text')).toBe(
    'LoRA（低秩适配，Low-rank adaptation）\n冻结大模型，只训练小矩阵。\nHu et al., LoRA, 2021. https://arxiv.org/abs/2106.09685',
  );
});

it('copies them as Markdown', () => {
  expect(entryAsText(ENTRY, 'en', 'markdown')).toBe(
    '**LoRA** (Low-rank adaptation, 低秩适配)\n\nFreeze the model, train small matrices.\n\n[Hu et al., LoRA, 2021](https://arxiv.org/abs/2106.09685)',
  );
});
