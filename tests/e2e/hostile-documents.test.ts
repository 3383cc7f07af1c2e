/** Documents of every kind, frames in them, and text that is hard to read. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browser';
import { rest } from './harness/card';
import { until } from './harness/reader';
import { LONG_TASK } from './harness/ours';
import { html, openStrangePages, PROSE, type StrangePages } from './harness/strange-page';

describe.each(BROWSERS)('strange documents in %s', (name) => {
  let strange: StrangePages;
  let page: Page;
  let errors: string[];
  const show: StrangePages['show'] = (...args) => strange.show(...args);
  const openCard: StrangePages['openCard'] = (...args) => strange.openCard(...args);

  beforeAll(async () => {
    strange = await openStrangePages(name);
    ({ page, errors } = strange);
  });
  afterAll(() => strange?.close());

  it('marks frames of every kind, each within itself', async () => {
    const inner = PROSE.replaceAll('"', '&quot;');
    const before = `<p>Before the frames: GPT-4 and large language models.</p>`;
    await show(
      html(`${PROSE}${before}<iframe srcdoc="${inner}"></iframe><iframe sandbox srcdoc="${inner}"></iframe>
        <iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe><iframe src="about:blank"></iframe>
        <script>frames[3].document.body.innerHTML = ${JSON.stringify(PROSE)}</script>`),
    );
    await until(
      () =>
        Promise.all(
          page
            .frames()
            .slice(1)
            .map((frame) =>
              frame.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)),
            ),
        ),
      (sizes) => sizes.length === 4 && sizes.every((size) => size >= 3),
    );
    expect(errors).toEqual([]);
  });

  it.each([
    ['xhtml', `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head><body>${PROSE}</body></html>`],
    ['txt', 'A large language model is tuned with RLHF, and a Transformer learns in context.\n'.repeat(3)],
  ])('marks a document of type %s and shows its card', async (type, body) => {
    await show(body, { type });
    expect((await openCard())[0]!.text).toContain('RLHF');
    expect(errors).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it.each([
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg"><text y="20">RLHF and a large language model</text></svg>'],
    ['xml', '<?xml version="1.0"?><feed><title>RLHF and a large language model</title></feed>'],
    ['json', '{"text": "RLHF and a large language model"}'],
  ])('leaves a document of type %s alone', async (type, body) => {
    await show(body, { type, headers: type === 'xml' ? { 'content-type': 'text/xml' } : {}, ready: () => rest(800) });
    expect(
      await page.evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0)),
    ).toBe(0);
    expect(await page.evaluate(() => document.querySelectorAll('termlens-card').length)).toBe(0);
    expect(errors).toEqual([]);
  });

  it('lets the reader type on a page in design mode', async () => {
    await show(html(`<p id="here">write:</p>${PROSE}`, '<script>document.designMode = "on"</script>'), {
      ready: () => rest(800),
    });
    await page.click('#here');
    await page.keyboard.press('End');
    await page.keyboard.type('RLHF and LoRA');
    await rest(400);
    const text = await page.evaluate(() => document.querySelector('#here')!.outerHTML.replace(/&nbsp;/g, ' '));
    expect(text).toBe('<p id="here">write:RLHF and LoRA</p>');
    expect(errors).toEqual([]);
  });

  it('reads lone surrogates, zero-width, bidirectional and decomposed text', async () => {
    const odds = [
      '\\ud83d',
      '\\udc00',
      '\\u200b\\u200d\\u2060\\ufeff',
      '\\u202e\\u2066',
      'e\\u0301'.repeat(50),
      '\\u0000',
    ];
    const longest = await show(
      html(`<div id="into"></div>${PROSE}`) +
        `<script>for (const odd of [${odds.map((one) => `'${one}'`).join()}]) {
          for (const text of [odd + 'RLHF' + odd, odd + ' RLHF ' + odd, 'RL' + odd + 'HF 大语言' + odd + '模型', odd])
            document.querySelector('#into').appendChild(document.createElement('p')).append(text);
        }</script>`,
    );
    expect(longest).toBeLessThan(LONG_TASK);
    expect(errors).toEqual([]);
  });
});
