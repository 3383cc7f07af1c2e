/** Pages that mean harm: nothing of ours throws or gives way. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS } from './harness/browser';
import { inRoot, rest, windows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { html, openStrangePages, PROSE, type StrangePages } from './harness/strange-page';

describe.each(BROWSERS)('hostile pages in %s', (name) => {
  let strange: StrangePages;
  let page: Page;
  let errors: string[];
  const show: StrangePages['show'] = (...args) => strange.show(...args);
  const approach: StrangePages['approach'] = (...args) => strange.approach(...args);
  const openCard: StrangePages['openCard'] = (...args) => strange.openCard(...args);

  beforeAll(async () => {
    strange = await openStrangePages(name);
    ({ page, errors } = strange);
  });
  afterAll(() => strange?.close());

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
});
