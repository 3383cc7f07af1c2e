/** What the reader sees as one text is read as one; what is code, hidden or an editor is left out. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'puppeteer-core';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { painted, waitForPainted } from './harness/highlights';
import { type Served, serve } from './harness/server';

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;

describe.each(BROWSERS)('reading in %s', (name) => {
  let opened: Opened;
  let served: Served;
  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });
  let count = 0;
  const show = async (body: string, head = ''): Promise<Page> => {
    const path = `/reading-${++count}.html`;
    served.set(path, html(body, head));
    return opened.open(served.url(path));
  };

  it('reads across inline elements, line breaks, soft hyphens and ruby', async () => {
    const page = await show(`
      <p>a <b>RL</b>HF step</p>
      <p>the reinforce&shy;ment learning of 2017, large<br>language model</p>
      <p>self-<wbr>attention and <i>attention</i> <b>mechanism</b></p>
      <p><ruby>大语言<rt>dà yǔ yán</rt>模型<rt>mó xíng</rt></ruby>与<b>涌现</b>能力</p>`);
    const texts = await waitForPainted(page, (found) => found.length >= 6);
    expect(texts).toContain('RLHF');
    expect(texts).toContain('reinforce\u00ADment learning');
    expect(texts.some((text) => text.includes('large') && text.includes('model'))).toBe(true);
    expect(texts).toContain('self-attention');
    expect(texts).toContain('attention mechanism');
    expect(texts).toContain('涌现能力');
    await page.close();
  });

  it('breaks at blocks, table cells and elements styled as blocks', async () => {
    const page = await show(`
      <ul><li>思维</li><li>链</li></ul>
      <table><tr><td>large language</td><td>model</td></tr></table>
      <div style="display:flex"><span>RLHF</span><span>GPT-4</span></div>
      <p>大语言<img alt="">模型</p>`);
    const texts = await waitForPainted(page, (found) => found.includes('RLHF'));
    expect([...texts].sort()).toEqual(['GPT-4', 'RLHF']);
    await page.close();
  });

  it('leaves out code, editors, forms, formulas and drawings', async () => {
    const page = await show(`
      <p>RLHF</p><pre>GPT-4</pre><p><code>GPT-4</code></p><div contenteditable>GPT-4</div><textarea>GPT-4</textarea>
      <div class="monaco-editor"><div>GPT-4</div></div><svg><text>GPT-4</text></svg><math><mi>GPT-4</mi></math>`);
    expect(await waitForPainted(page, (found) => found.length > 0)).toEqual(['RLHF']);
    await page.close();
  });

  it('marks what is hidden only once it is shown', async () => {
    const page = await show(`
      <div id="tab" hidden><p>RLHF in a tab</p></div><details><summary>more</summary><p>about GPT-4</p></details>
      <p>RLHF in the open</p>`);
    expect(await waitForPainted(page, (found) => found.length > 0)).toEqual(['RLHF']);
    await page.evaluate(() => {
      document.querySelector('details')!.open = true;
    });
    await waitForPainted(page, (found) => found.includes('GPT-4'));
    await page.evaluate(() => document.querySelector('#tab')!.removeAttribute('hidden'));
    await page.waitForFunction(() =>
      [...CSS.highlights.values()].some((one) =>
        [...one].some((range) => (range.startContainer.parentElement as Element).closest('#tab')),
      ),
    );
    await page.close();
  });

  it('marks the first occurrence in each section, also when content is inserted before it', async () => {
    const page = await show(`<h2>One</h2><p>RLHF and RLHF</p><p id="later">RLHF</p><h2>Two</h2><p>RLHF</p>`);
    expect(await waitForPainted(page, (found) => found.length > 0)).toEqual(['RLHF', 'RLHF']);
    await page.evaluate(() => {
      const inserted = document.createElement('p');
      inserted.id = 'inserted';
      inserted.textContent = 'So RLHF comes first';
      document.querySelector('h2')!.after(inserted);
    });
    await page.waitForFunction(() =>
      [...CSS.highlights.values()].some((one) =>
        [...one].some((range) => range.startContainer.parentElement!.id === 'inserted'),
      ),
    );
    expect((await painted(page)).length).toBe(2);
    await page.close();
  });
});
