/** axe-core over the card as it stands in a page: its inside is laid out in a plain page, in every theme and language. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { clickPart, inRoot, rest, untilRoot, waitForWindows } from './harness/card';
import { locate, waitForPainted } from './harness/highlights';
import { until } from './harness/reader';
import { serve, type Served } from './harness/server';
import { setSettings } from './harness/settings';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const AXE = read('node_modules/axe-core/axe.min.js');
const CSS = ['theme', 'card-more', 'card-foot', 'card'].map((name) =>
  read(`components/${name}.css`).replace(/^@import.*$/gm, ''),
);
CSS.push(read('lib/card/window.css'));

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

  /** What axe-core finds in these cards, laid out one below the other in both themes. */
  const checked = async (insides: string[]): Promise<string[]> => {
    const cards = insides.flatMap((inside, state) =>
      (['light', 'dark'] as const).map((theme) =>
        inside
          .replaceAll(/card-\d+-/g, `card-${state}${theme}-`)
          .replace(/data-theme="\w+"/, `data-theme="${theme}"`)
          .replace(/style="[^"]*"/, ''),
      ),
    );
    server.set(
      `/axe.html`,
      `<!doctype html><html lang="en"><title>Card</title><style>${CSS.join('\n')} .layer { position: static } .window { position: static; animation: none }</style><main><h1 style="display:none">Card</h1><div class="layer theme">${cards.join('')}</div></main><script src="/axe.min.js"></script></html>`,
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

  /** The card as it first appears, with everything unfolded, and in the other language. */
  const states = async (): Promise<string[]> => {
    const inside = () => inRoot(page, `(root) => root.querySelector('.layer').innerHTML`).then(String);
    const { x, y } = await locate(page, 'RLHF');
    await page.mouse.move(x + 4, y + 60);
    await page.mouse.move(x, y, { steps: 6 });
    await waitForWindows(page, (seen) => seen.length === 1);
    const seen = [await inside()];
    await clickPart(page, '.expand');
    await clickPart(page, '.foot-actions button:last-child');
    await untilRoot(page, `(root) => root.querySelector('.menu') && root.querySelector('.sources')`);
    seen.push(await inside());
    const before = seen[1];
    await clickPart(page, '.language');
    await until(inside, (now) => now !== before);
    return [...seen, await inside()];
  };

  test('nothing to find, in both themes and all languages, folded and unfolded', async () => {
    for (const interfaceLanguage of ['en', 'zh-Hans', 'zh-Hant'] as const) {
      await setSettings(opened, { interfaceLanguage });
      await page.bringToFront();
      const shown = await states();
      for (const html of shown)
        expect(html).toContain(`<article class="card" data-kind="method" lang="${interfaceLanguage}"`);
      expect(await checked(shown)).toEqual([]);
      await page.mouse.move(880, 690);
      await page.keyboard.press('Escape');
      await waitForWindows(page, (seen) => seen.length === 0);
    }
  });
});
