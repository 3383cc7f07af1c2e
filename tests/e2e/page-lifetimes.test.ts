/** Frames, shadow roots, settings and switching off: each takes effect at once, and nothing is left behind. */
import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Opened, openBrowser } from './harness/browser';
import { painted, waitForPainted } from './harness/highlights';
import { type Served, serve } from './harness/server';
import { remember, setSettings } from './harness/settings';

const html = (body: string) => `<!doctype html><meta charset="utf-8"><title>t</title><body>${body}</body>`;

describe.each(BROWSERS)('lifetimes in %s', (name) => {
  let opened: Opened;
  let served: Served;
  beforeAll(async () => {
    [opened, served] = await Promise.all([openBrowser(name), serve()]);
  });
  afterAll(async () => {
    await opened?.close();
    await served?.close();
  });
  const show = async (path: string, body: string): Promise<Page> => {
    served.set(path, html(body));
    return opened.open(served.url(path, 'reader.localhost'));
  };
  const inFrame = (frame: Frame) => waitForPainted(frame as unknown as Page, (texts) => texts.includes('RLHF'));

  it('marks open, nested, declarative and late shadow roots', async () => {
    const page = await show(
      '/shadow.html',
      `<my-outer></my-outer><div><template shadowrootmode="open"><p>GPT-4 declared</p></template></div><x-late></x-late>
       <script>
         const outer = document.querySelector('my-outer').attachShadow({ mode: 'open' });
         outer.innerHTML = '<p>RLHF outside</p><my-inner></my-inner>';
         outer.querySelector('my-inner').attachShadow({ mode: 'open' }).innerHTML = '<p>self-attention inside</p>';
         setTimeout(() => {
           document.querySelector('x-late').attachShadow({ mode: 'open' }).innerHTML = '<p>大语言模型</p>';
         }, 400);
       </script>`,
    );
    await waitForPainted(page, (texts) =>
      ['RLHF', 'GPT-4', 'self-attention', '大语言模型'].every((term) => texts.includes(term)),
    );
    await page.close();
  });

  it('marks closed shadow roots of custom elements', async () => {
    const page = await show(
      '/closed.html',
      `<x-closed></x-closed><script>
         document.querySelector('x-closed').attachShadow({ mode: 'closed' }).innerHTML = '<p>RLHF closed</p>';
       </script>`,
    );
    await waitForPainted(page, (texts) => texts.includes('RLHF'));
    await page.close();
  });

  it('marks same-origin, cross-origin, srcdoc and about:blank frames', async () => {
    served.set('/inner.html', html('<p>RLHF in a frame</p>'));
    const page = await show(
      '/frames.html',
      `<iframe src="/inner.html"></iframe><iframe src="${served.url('/inner.html', 'other.localhost')}"></iframe>
       <iframe srcdoc="<p>RLHF in srcdoc</p>"></iframe><iframe id="blank"></iframe>
       <script>document.querySelector('#blank').contentDocument.body.innerHTML = '<p>RLHF in blank</p>'</script>`,
    );
    const frames = page.frames().filter((frame) => frame !== page.mainFrame());
    expect(frames.length).toBe(4);
    for (const frame of frames) await inFrame(frame);
    await page.close();
  });

  it('follows a stream, a virtual list and a change of page within the page', async () => {
    const page = await show('/live.html', `<p id="stream"></p><div id="list"></div><main id="view"></main>`);
    await page.evaluate(async () => {
      const stream = document.querySelector('#stream')!;
      for (const token of ['so ', 'RL', 'HF', ' and', ' then', ' more']) {
        stream.append(token);
        await new Promise((done) => setTimeout(done, 20));
      }
      const list = document.querySelector('#list')!;
      for (let at = 0; at < 30; at++) {
        list.replaceChildren(
          ...['self-attention', 'nothing', 'GPT-4'].map((text) => {
            const row = document.createElement('div');
            row.textContent = `${at} ${text}`;
            return row;
          }),
        );
        await new Promise((done) => requestAnimationFrame(done));
      }
      history.pushState({}, '', '/elsewhere');
      document.querySelector('#view')!.innerHTML = '<p>大语言模型</p>';
    });
    await waitForPainted(
      page,
      (texts) => [...texts].sort().join() === ['GPT-4', 'RLHF', 'self-attention', '大语言模型'].sort().join(),
    );
    await page.close();
  });

  it('takes up density, underline, strength, code and what the reader knows at once', async () => {
    const page = await show('/settings.html', '<p>RLHF and RLHF again, GPT-4</p><p><code>self-attention</code></p>');
    await waitForPainted(page, (texts) => texts.length === 2);
    await setSettings(opened, { density: 'all' });
    await waitForPainted(page, (texts) => texts.length === 3);
    await setSettings(opened, { includeCode: true });
    await waitForPainted(page, (texts) => texts.includes('self-attention'));
    await setSettings(opened, { marksPerScreen: 1 });
    await waitForPainted(page, (texts) => texts.length === 1);
    await setSettings(opened, { level: 3 });
    await waitForPainted(page, (texts) => texts.every((text) => text !== 'GPT-4'));
    await setSettings(opened, {});
    await remember(opened, 'terms', { hidden: { 'reinforcement-learning-from-human-feedback': 1 } });
    await waitForPainted(page, (texts) => texts.join() === 'GPT-4');
    await remember(opened, 'terms', {
      own: [{ id: 'own-a', forms: ['again'], gloss: 'once more', edited: 1 }],
    });
    await waitForPainted(page, (texts) => texts.includes('again'));
    await remember(opened, 'terms', {});
    await waitForPainted(page, (texts) => texts.length === 2);
    await page.close();
  });

  it('leaves nothing behind when the site is switched off, and comes back', async () => {
    const page = await show('/off.html', '<p>RLHF and GPT-4</p>');
    await waitForPainted(page, (texts) => texts.length === 2);
    await remember(opened, 'sites', { except: ['reader.localhost'] });
    await waitForPainted(page, (texts) => texts.length === 0);
    const left = await page.evaluate(() => ({
      highlights: [...CSS.highlights.keys()],
      sheets: document.adoptedStyleSheets.length,
      hosts: document.querySelectorAll('termlens-card').length,
    }));
    expect(left).toEqual({ highlights: [], sheets: 0, hosts: 0 });
    await remember(opened, 'sites', {});
    await waitForPainted(page, (texts) => texts.length === 2);
    expect((await painted(page)).length).toBe(2);
    await page.close();
  });
});
