/** Pages that mean harm, or are merely strange: nothing of ours throws, blocks or gives way. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { inRoot, rest, waitForWindows, windows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { longestOfOurs, watchErrors } from './harness/ours';
import { type Served, serve } from './harness/server';

const html = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>t</title>${head}</head><body>${body}</body></html>`;
const PROSE = '<p>A large language model is tuned with RLHF, and a Transformer learns in context.</p>';
/** Milliseconds that no single call of ours may take. */
const LONG_TASK = 50;

describe.each(BROWSERS)('hostile pages in %s', (name) => {
  let opened: Opened;
  let served: Served;
  let page: Page;
  let errors: string[];
  let count = 0;

  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
    page = await opened.open('about:blank');
    errors = watchErrors(page);
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });

  /** Serves and shows a page; the longest call of ours while it loads is returned in ms where it can be told. */
  const show = async (
    body: string,
    options: { type?: string; headers?: Record<string, string>; ready?: () => Promise<unknown> } = {},
  ): Promise<number> => {
    const path = `/hostile-${++count}.${options.type ?? 'html'}`;
    served.set(path, body, options.headers);
    errors.length = 0;
    const longest = await longestOfOurs(page, async () => {
      await page.goto(served.url(path), { waitUntil: 'load' });
      await (options.ready ?? (() => waitForPainted(page, (texts) => texts.includes('RLHF'))))();
    });
    return longest ?? 0;
  };
  /** Rests the pointer on a term as a hand does. */
  const approach = async (text = 'RLHF') => {
    const { x, y } = await locate(page, text);
    await page.mouse.move(x + 60, y + 90);
    await rest(120);
    await page.mouse.move(x, y, { steps: 8 });
    await rest(40);
    await page.mouse.move(x + 1, y);
  };
  const openCard = async (text = 'RLHF') => {
    await approach(text);
    return waitForWindows(page, (open) => open.length === 1);
  };

  it('uses nothing that the page has replaced', async () => {
    await show(
      html(
        PROSE,
        `<script>
          const used = [];
          let armed = true;
          window.disarm = () => { armed = false; return used.join(); };
          const trap = (name, real) => function () {
            if (!armed) return real.apply(this, arguments);
            used.push(name);
            throw new Error('trap ' + name);
          };
          for (const [name, of, keys] of [
            ['Array', Array.prototype, ['map', 'filter', 'forEach', 'flatMap', 'includes', 'some']],
            ['Map', Map.prototype, ['get', 'set', 'has']],
            ['Element', Element.prototype, ['attachShadow', 'closest', 'matches', 'querySelectorAll', 'setAttribute', 'getBoundingClientRect']],
            ['HTMLElement', HTMLElement.prototype, ['showPopover', 'hidePopover']],
            ['Node', Node.prototype, ['getRootNode', 'appendChild', 'compareDocumentPosition']],
            ['Document', Document.prototype, ['createElement', 'caretPositionFromPoint', 'getSelection']],
            ['CSSStyleSheet', CSSStyleSheet.prototype, ['replaceSync']],
            ['HighlightRegistry', HighlightRegistry.prototype, ['set', 'delete']],
            ['Highlight', Highlight.prototype, ['add', 'delete', 'clear']],
            ['Observer', MutationObserver.prototype, ['observe']],
          ]) for (const key of keys) of[key] = trap(name + '.' + key, of[key]);
          for (const key of ['Highlight', 'StaticRange', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'requestIdleCallback'])
            window[key] = trap(key);
          window.CSS = undefined;
          window.chrome = undefined;
          window.browser = undefined;
        </script>`,
      ),
      { ready: () => rest(1500) },
    );
    await approach();
    await rest(900);
    expect(await page.evaluate('disarm()')).toBe('');
    expect((await windows(page))[0]?.text).toContain('RLHF');
    expect(errors).toEqual([]);
  });

  it('goes on after the page has written itself anew with document.write', async () => {
    await show(html(PROSE));
    await page.evaluate(() => {
      document.open();
      document.write('<title>new</title><p>Now about LoRA and fine-tuning a large language model with RLHF.</p>');
      document.close();
    });
    await waitForPainted(page, (texts) => texts.includes('LoRA'));
    expect((await openCard('LoRA'))[0]!.text).toContain('LoRA');
    expect(errors).toEqual([]);
  });

  it('gives way after a while to a page that takes the card away, and never loops', async () => {
    await show(
      html(
        PROSE,
        `<script>
          var taken = 0;
          new MutationObserver(() => {
            for (const host of document.querySelectorAll('termlens-card')) { host.remove(); taken++; }
          }).observe(document, { childList: true, subtree: true });
        </script>`,
      ),
    );
    await approach();
    await rest(1200);
    const before = await page.evaluate('taken');
    await rest(500);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(50);
    expect(await page.evaluate('taken')).toBe(before);
    await waitForPainted(page, (texts) => texts.includes('RLHF'));
    expect(errors).toEqual([]);
  });

  it('keeps its card when the page clones, hides or moves the host', async () => {
    await show(html(PROSE));
    await openCard();
    const copies = await page.evaluate(() => {
      const host = document.querySelector('termlens-card') as HTMLElement;
      for (let at = 0; at < 20; at++) document.documentElement.append(host.cloneNode(true));
      host.style.setProperty('display', 'none', 'important');
      host.setAttribute('hidden', '');
      host.hidePopover();
      return [...document.querySelectorAll('termlens-card')].filter((copy) => copy.shadowRoot).length;
    });
    expect(copies).toBe(0);
    await rest(300);
    const seen = await windows(page);
    expect(seen.length).toBe(1);
    expect(seen[0]!.right - seen[0]!.left).toBeGreaterThan(100);
    expect(await page.evaluate(() => document.querySelectorAll('termlens-card').length)).toBe(21);
    expect(errors).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('does not answer events that the page makes up', async () => {
    await show(html(PROSE));
    const point = await locate(page, 'RLHF');
    const makeUp = (at: { x: number; y: number }) =>
      page.evaluate(({ x, y }) => {
        const target = document.elementFromPoint(x, y)!;
        const where = {
          clientX: x,
          clientY: y,
          screenX: x,
          screenY: y,
          bubbles: true,
          cancelable: true,
          composed: true,
        };
        for (let move = 0; move < 6; move++)
          target.dispatchEvent(new PointerEvent('pointermove', { ...where, clientX: x + move / 2, screenX: x + move }));
        for (const type of ['pointerover', 'pointerdown', 'pointerup'])
          target.dispatchEvent(new PointerEvent(type, { ...where, isPrimary: true, button: 0, pointerType: 'mouse' }));
        for (const type of ['mousedown', 'mouseup', 'click', 'dblclick', 'contextmenu'])
          target.dispatchEvent(new MouseEvent(type, where));
        for (const key of ['Enter', 'p', 'k', 'c', 'Escape', '.', ','])
          target.dispatchEvent(
            new KeyboardEvent('keydown', {
              key,
              bubbles: true,
              composed: true,
              altKey: key === '.',
              shiftKey: key === '.',
            }),
          );
      }, at);
    await makeUp(point);
    await rest(900);
    expect(await windows(page)).toEqual([]);
    const [card] = await openCard();
    await page.mouse.move(point.x, point.y);
    // The same on the open card: it is neither pinned nor closed.
    await makeUp({ x: card!.left + 20, y: card!.top + 20 });
    await rest(500);
    const after = await windows(page);
    expect(after.map((one) => [one.title, one.pinned])).toEqual([[card!.title, false]]);
    expect(errors).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('works, and breaks no rule, under the strictest content policy with Trusted Types', async () => {
    await show(
      html(
        PROSE,
        `<script nonce="n">var broken = []; document.addEventListener('securitypolicyviolation', (e) => broken.push(e.effectiveDirective + ' ' + e.sourceFile + ' ' + e.sample));</script>`,
      ),
      {
        headers: {
          'content-security-policy':
            "default-src 'none'; script-src 'nonce-n'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'; sandbox allow-scripts",
          'cross-origin-opener-policy': 'same-origin',
          'cross-origin-embedder-policy': 'require-corp',
        },
      },
    );
    const [card] = await openCard();
    expect(card!.right - card!.left).toBeGreaterThan(200);
    const look = await inRoot(
      page,
      `(root) => [getComputedStyle(root.host).position, getComputedStyle(root.querySelector('.window')).position]`,
    );
    expect(look).toEqual(['fixed', expect.stringMatching(/fixed|absolute/)]);
    // Not ours: in Firefox the test's own look at the page is script from a string, and the browser seeks an icon.
    expect(
      ((await page.evaluate('broken')) as string[]).filter((one) => !/^script-src|^img-src resource /.test(one)),
    ).toEqual([]);
    expect(errors.filter((one) => !one.includes('/favicon.ico'))).toEqual([]);
    await page.keyboard.press('Escape');
  });

  it('marks srcdoc and sandboxed frames, and only within each', async () => {
    const inner = PROSE.replaceAll('"', '&quot;');
    await show(
      html(`${PROSE}<iframe srcdoc="${inner}"></iframe><iframe sandbox srcdoc="${inner}"></iframe>
        <iframe sandbox="allow-scripts" srcdoc="${inner}"></iframe><iframe src="about:blank"></iframe>`),
    );
    await rest(1500);
    const seen: number[] = [];
    for (const frame of page.frames().slice(1))
      seen.push(
        await frame
          .evaluate(() => [...CSS.highlights.values()].reduce((sum, highlight) => sum + highlight.size, 0))
          .catch(() => -1),
      );
    expect(seen.filter((size) => size > 0).length).toBeGreaterThanOrEqual(2);
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
    const strange = [
      '\\ud83d',
      '\\udc00',
      '\\u200b\\u200d\\u2060\\ufeff',
      '\\u202e\\u2066',
      'e\\u0301'.repeat(50),
      '\\u0000',
    ];
    const longest = await show(
      html(`<div id="into"></div>${PROSE}`) +
        `<script>for (const odd of [${strange.map((one) => `'${one}'`).join()}]) {
          for (const text of [odd + 'RLHF' + odd, odd + ' RLHF ' + odd, 'RL' + odd + 'HF 大语言' + odd + '模型', odd])
            document.querySelector('#into').appendChild(document.createElement('p')).append(text);
        }</script>`,
    );
    expect(longest).toBeLessThan(LONG_TASK);
    expect(errors).toEqual([]);
  });

  it('stays responsive with two million characters in one text node', async () => {
    const longest = await show(
      html(`${PROSE}<button onclick="this.textContent = 'done'">press</button><p id="big"></p>`) +
        `<script>document.querySelector('#big').append(('Plain words about weather and cooking, then RLHF 与大语言模型的训练。').repeat(40000).slice(0, 2000000))</script>`,
      {
        async ready() {
          await waitForPainted(page, (texts) => texts.includes('RLHF'), 30_000);
          await rest(2500);
        },
      },
    );
    await page.click('button');
    expect(await page.$eval('button', (button) => button.textContent)).toBe('done');
    expect(longest).toBeLessThan(LONG_TASK);
    expect(errors).toEqual([]);
  });

  // Deeper blocks than inline elements take Chromium itself down.
  it.each(['span', 'b'])('reads what lies 3,000 <%s> deep', async (tag) => {
    const longest = await show(
      html(PROSE) +
        `<script>let at = document.body;
          for (let depth = 0; depth < 3000; depth++) at = at.appendChild(document.createElement('${tag}'));
          at.textContent = 'deep down: LoRA';</script>`,
      {
        async ready() {
          await waitForPainted(page, (texts) => texts.includes('RLHF') && texts.includes('LoRA'));
          await page.evaluate(() => document.body.lastElementChild!.append(' more about GPT-4'));
          await rest(500);
        },
      },
    );
    expect(longest).toBeLessThan(LONG_TASK);
    expect(errors).toEqual([]);
  });
});
