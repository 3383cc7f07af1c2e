import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import type { OwnTerm } from '@/lib/settings';
import { readTable, TableError, withTable, writeTable } from '@/lib/storage/own-table';

const none = () => undefined;
const own: OwnTerm[] = [
  {
    id: 'own-1',
    forms: ['LoRA', '低秩适配'],
    gloss: 'Says "hi", twice',
    detail: 'Two\nlines',
    url: 'https://x.test/',
    edited: 1,
  },
  { id: 'transformer', forms: ['Transformer'], gloss: '变换器', edited: 2 },
];
const bare = (terms: readonly OwnTerm[]) => terms.map(({ edited: _edited, ...term }) => term);

describe('the table of own terms', () => {
  test('written as CSV reads back whole', () => expect(readTable(writeTable(own, 'CSV'))).toEqual(bare(own)));

  test('written as TSV reads back, line breaks as spaces', () =>
    expect(readTable(writeTable(own, 'TSV'))[0]).toEqual({ ...bare(own)[0], detail: 'Two lines' }));

  test('reads what Immersive Translate writes, and writes it', () => {
    const file = 'source,target,tgt_lng\nprompt,提示词,zh-CN\r\nTransformer,Transformer,zh-CN\n';
    expect(readTable(`\uFEFF${file}`)).toEqual([
      { forms: ['prompt', '提示词'], gloss: '提示词' },
      { forms: ['Transformer'], gloss: 'Transformer' },
    ]);
    expect(writeTable(own, 'glossary')).toBe('source,target,tgt_lng\nLoRA,低秩适配,zh-CN\nTransformer,变换器,zh-CN\n');
  });

  test('reads two columns without a head, and the notes of Anki', () => {
    expect(readTable('a|b,means, and more')).toEqual([{ forms: ['a', 'b'], gloss: 'means', detail: 'and more' }]);
    expect(readTable('#separator:tab\nword\tmeaning')).toEqual([{ forms: ['word'], gloss: 'meaning' }]);
  });

  test.each([
    ['', 'empty', 1],
    ['a,b\n\nc\n', 'columns', 3],
    ['a,"b\nc', 'quote', 1],
    ['a,"b\nc"\nd,\n', 'name', 3],
    ['source,target\n,x', 'name', 2],
  ])('refuses %j with the reason and the line', (file, reason, line) => {
    const error = (() => {
      try {
        return readTable(file);
      } catch (thrown) {
        return thrown;
      }
    })();
    expect(error).toBeInstanceOf(TableError);
    expect(error).toMatchObject({ reason, line });
  });

  test('never throws anything else', () =>
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\t', '|', '#') }), (file) => {
        try {
          readTable(file);
        } catch (error) {
          expect(error).toBeInstanceOf(TableError);
        }
      }),
    ));

  test('joined with what is there removes nothing, and replaces by id or name', () => {
    const after = withTable(
      own,
      [
        { forms: ['lora'], gloss: 'new' },
        { forms: ['GPT'], gloss: 'mine' },
      ],
      ([name]) => (name === 'GPT' ? 'gpt' : undefined),
      9,
    );
    expect(after.map(({ id, gloss, edited }) => [id, gloss, edited])).toEqual([
      ['own-1', 'new', 9],
      ['transformer', '变换器', 2],
      ['gpt', 'mine', 9],
    ]);
    expect(withTable(own, readTable(writeTable(own, 'CSV')), none, 9)).toEqual(own);
  });
});
