// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { textBlocks } from '@/lib/page/text-blocks';

/** The texts of the blocks of a page, and why the rest was left out. */
function blocks(body: string, includeCode = false): { texts: string[]; skipped: string[] } {
  document.body.innerHTML = body;
  const skipped: string[] = [];
  const rules = { includeCode, meetHost: () => undefined, meetSkipped: (reason: string) => void skipped.push(reason) };
  return { texts: [...textBlocks(document.body, rules)].flat().map(({ text }) => text.trim()), skipped };
}

describe('text blocks', () => {
  it.each([
    ['<p>fine-<b>tuning</b></p>', ['fine-tuning']],
    ['<p>self-<wbr>attention</p>', ['self-attention']],
    ['<p>reinforce\u00ADment</p>', ['reinforcement']],
    ['<p>one<br>two</p>', ['one\ntwo']],
    ['<p>one<br><br>two</p>', ['one', 'two']],
    ['<p><ruby>模<rt>mó</rt>型<rt>xíng</rt></ruby></p>', ['模型']],
    ['<p>a <img alt="x"> b</p>', ['a \uFFFC b']],
    ['<table><tr><td>large</td><td>model</td></tr></table>', ['large', 'model']],
    ['<div>before<p>inside</p>after</div>', ['before', 'inside', 'after']],
    ['<x-card>one</x-card><x-card>two</x-card>', ['one', 'two']],
    [
      '<p translate="no">RLHF</p><p style="user-select: none">LoRA</p><p aria-hidden="true">GPT</p>',
      ['RLHF', 'LoRA', 'GPT'],
    ],
  ])('reads %s as one would', (body, texts) => {
    expect(blocks(body).texts).toEqual(texts);
  });

  it.each([
    ['editor', '<div contenteditable>x</div>'],
    ['editor', '<div contenteditable="plaintext-only">x</div>'],
    ['editor', '<div class="CodeMirror"><pre>x</pre></div>'],
    ['editor', '<div class="cm-editor"><div>x</div></div>'],
    ['editor', '<div class="monaco-editor"><div>x</div></div>'],
    ['editor', '<div class="ProseMirror"><p>x</p></div>'],
    ['form', '<textarea>x</textarea>'],
    ['form', '<select><option>x</option></select>'],
    ['math', '<span class="katex"><span>x</span></span>'],
    ['math', '<mjx-container>x</mjx-container>'],
    ['script', '<template>x</template>'],
    ['drawing', '<svg><text>x</text></svg>'],
    ['code', '<div class="hljs">x</div>'],
    ['code', '<pre>x</pre>'],
    ['ours', '<termlens-card>x</termlens-card>'],
  ])('leaves out as %s: %s', (reason, body) => {
    expect(blocks(`<p>kept</p>${body}`)).toEqual({ texts: ['kept'], skipped: [reason] });
  });

  it('reads code when asked to, and what is not editable after all', () => {
    expect(blocks('<p>use <code>lora</code></p><pre>gpt</pre>', true).texts).toEqual(['use lora', 'gpt']);
    expect(blocks('<div contenteditable="false">x</div>').texts).toEqual(['x']);
  });

  it('cuts a long text between sentences and loses none of it', () => {
    const long = 'A sentence of some words. '.repeat(1000).trim();
    const { texts } = blocks(`<p>${long}</p>`);
    expect(texts.length).toBeGreaterThan(5);
    expect(texts.join(' ')).toBe(long);
  });
});
