/** axe-core over the card as it stands in a page: its inside is laid out in a plain page, in every theme and language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { clickPart, inRoot, rest, waitForWindows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { serve, type Served } from './harness/server';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const AXE = read('node_modules/axe-core/axe.min.js');
const CSS = ['components/theme.css', 'components/card.css', 'lib/card/window.css'].map(read).join('\n');

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let page: Page;

  beforeAll(async () => {
    server = await serve();
    server.set(
      '/axe-source.html',
      `<!doctype html><html lang="en"><title>t</title><p style="margin:40px">RLHF, DistilBERT, Word2Vec and AlphaGo.</p></html>`,
    );
    server.set('/axe.min.js', AXE);
    opened = await openBrowser(name, { viewport: { width: 900, height: 700 } });
    page = await opened.open(server.url('/axe-source.html'));
    await waitForPainted(page, (found) => found.includes('RLHF'));
    await rest(400);
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });

  const checked = async (inside: string, theme: 'light' | 'dark'): Promise<string[]> => {
    const still = inside
      .replace(/data-theme="\w+"/, `data-theme="${theme}"`)
      .replace(/style="[^"]*"/, 'style="left:20px;top:20px"');
    server.set(
      `/axe.html`,
      `<!doctype html><html lang="en"><title>Card</title><style>${CSS} .window { animation: none; max-height: none }</style><main><h1 style="display:none">Card</h1><div class="layer theme">${still}</div></main><script src="/axe.min.js"></script></html>`,
    );
    const plain = await opened.open(server.url('/axe.html'));
    const violations = (await plain.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<{ violations: unknown }> } };
      return (await axe.run({ rules: { 'heading-order': { enabled: false } } })).violations;
    })) as Violation[];
    await plain.close();
    await page.bringToFront();
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.failureSummary ?? node.html).join(' | ')}`,
    );
  };

  test('nothing to find, in both themes and languages, folded and unfolded', async () => {
    const { x, y } = await locate(page, 'RLHF');
    await page.mouse.move(x + 4, y + 14);
    await page.mouse.move(x, y, { steps: 4 });
    await waitForWindows(page, (seen) => seen.length === 1);
    const inside = () => inRoot(page, `(root) => root.querySelector('.layer').innerHTML`).then(String);
    const seen: string[] = [await inside()];
    await clickPart(page, '.expand');
    await clickPart(page, '.icon-button', 'More actions');
    await rest(200);
    seen.push(await inside());
    await clickPart(page, '.language');
    await rest(200);
    seen.push(await inside());
    for (const html of seen)
      for (const theme of ['light', 'dark'] as const) expect(await checked(html, theme)).toEqual([]);
  });
});
