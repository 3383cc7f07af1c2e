/** Offsets in a text block lead back to the very characters of the page, whatever the page is built of. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spanOf, stillSays } from '@/lib/page/text-block';
import { textBlocks } from '@/lib/page/text-blocks';
import { RUNS } from '@/tests/runs';

type Tree = string | { tag: string; children: Tree[] };

const words = fc
  .array(fc.constantFrom('RLHF', '大模型', ' ', '\n', 'a', '\u200b', '\ud83d', 'é'.normalize('NFD'), '\u00ad', '。'), {
    maxLength: 6,
  })
  .map((parts) => parts.join(''));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    words,
    fc.record({
      tag: fc.constantFrom('p', 'div', 'span', 'b', 'br', 'li', 'code', 'ruby', 'rt', 'h2', 'script', 'x-y'),
      children: fc.array(tie('tree'), { maxLength: 4 }),
    }),
  ),
}));

function build(of: Tree): Node {
  if (typeof of === 'string') return document.createTextNode(of);
  const element = document.createElement(of.tag);
  if (of.tag !== 'script') element.append(...of.children.map(build));
  return element;
}

test('every stretch of a text block leads back to its characters', () => {
  let seen = 0;
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 5 }), (trees) => {
      document.body.replaceChildren(...trees.map(build));
      const rules = { includeCode: false, meetHost: () => undefined, meetSkipped: () => undefined };
      for (const blocks of textBlocks(document.body, rules))
        for (const block of blocks) {
          for (const [piece, node] of block.nodes.entries()) {
            const from = block.starts[piece]!;
            const next = block.starts[piece + 1] ?? block.text.length;
            for (let at = from; at < next; at++) {
              const offset = block.offsets[piece]! + at - from;
              // A virtual line break, and what stands for code, are in no node.
              if (node.data[offset] !== block.text[at] && /[\n\ufffc]/.test(block.text[at]!)) continue;
              const span = spanOf(block, at, at + 1);
              expect(span).toEqual({ startNode: node, startOffset: offset, endNode: node, endOffset: offset + 1 });
              expect(node.data[offset]).toBe(block.text[at]);
              expect(stillSays(block, at, at + 1)).toBe(true);
              seen++;
            }
          }
        }
    }),
    { numRuns: RUNS },
  );
  expect(seen).toBeGreaterThan(RUNS);
});
