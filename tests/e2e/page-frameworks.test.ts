/** Ten apps made with real React, Vue, Svelte, Lit and Preact re-render while terms are marked, and cannot tell. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserName, BROWSERS, type Opened, openBrowser } from './harness/browser';
import { bundleApp } from './harness/bundle';
import { waitForPainted } from './harness/highlights';
import { type Served, serve } from './harness/server';

const APPS = {
  react: 'react.jsx',
  'react-portal': 'react-portal.jsx',
  'react-hydrated': 'react-hydrated.jsx',
  vue: 'vue.js',
  'vue-moves': 'vue-moves.js',
  svelte: 'svelte.js',
  'svelte-actions': 'svelte-actions.js',
  lit: 'lit.js',
  'lit-light': 'lit-light.js',
  preact: 'preact.jsx',
} as const;
/** Enough for each part of the article to change both ways. */
const STEPS = 4;

type Trace = {
  html: string[];
  text: string[];
  selected: string;
  copied: string;
  found: boolean[];
  printed: string;
  tree: string;
  errors: string[];
};

/** Runs an app through its steps and takes down all that could differ. */
async function run(opened: Opened, url: string, name: BrowserName, marked: boolean): Promise<Trace> {
  const page = await opened.browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) errors.push(message.text());
  });
  await page.setViewport({ width: 900, height: 700 });
  await page.goto(url, { waitUntil: 'load' });
  await page.bringToFront();
  await page.waitForSelector('#app > *');
  const trace: Trace = { html: [], text: [], selected: '', copied: '', found: [], printed: '', tree: '', errors };
  if (marked) await waitForPainted(page, (texts) => texts.length >= 4);
  for (let at = 0; at < STEPS; at++) {
    await page.evaluate(() => (globalThis as unknown as { step(): unknown }).step());
    // Nothing stale, nothing forgotten: exactly what the step shows.
    if (marked) await waitForPainted(page, (texts) => sameSet(texts, expected(at + 1)));
    trace.html.push(await serialised(page));
    trace.text.push(await page.evaluate(() => document.body.innerText));
  }
  trace.selected = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.body);
    return getSelection()!.toString();
  });
  trace.copied = await page.evaluate(() => {
    // What a copy would put on the clipboard, as markup.
    const holder = document.createElement('div');
    holder.append(getSelection()!.getRangeAt(0).cloneContents());
    return holder.innerHTML.replace(/<termlens-card.*?<\/termlens-card>/g, '');
  });
  trace.found = await page.evaluate(() =>
    ['GPT-4', 'RLHF in the list', '大语言模型', 'not there at all'].map((text) => {
      getSelection()!.removeAllRanges();
      return (globalThis as unknown as { find(text: string): boolean }).find(text);
    }),
  );
  if (name === 'chromium') {
    await page.emulateMediaType('print');
    trace.printed = await page.evaluate(() => {
      const boxes = [...document.body.querySelectorAll('*:not(termlens-card)')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [element.localName, x, y, width, height].join(' ');
      });
      return [document.body.innerText, ...boxes].join('\n');
    });
    await page.emulateMediaType();
    const tree = await page.accessibility.snapshot({ interestingOnly: false });
    // Numbers that the protocol deals out differ from run to run.
    trace.tree = JSON.stringify(tree, (key, value: unknown) => (/^(backendNodeId|loaderId)$/.test(key) ? 0 : value));
  }
  await page.close();
  return trace;
}

/** The whole tree as text, shadow roots included; the card's host aside, which is no part of the page. */
function serialised(page: Page): Promise<string> {
  return page.evaluate(() => {
    const html = [...document.querySelectorAll('lit-article')].map((host) => host.shadowRoot!.innerHTML);
    const copy = document.documentElement.cloneNode(true) as Element;
    copy.querySelector('termlens-card')?.remove();
    return [copy.outerHTML, ...html].join('\n');
  });
}

describe.each(BROWSERS)('frameworks in %s', (name) => {
  let marked: Opened;
  let plain: Opened;
  let served: Served;
  beforeAll(async () => {
    [marked, plain, served] = await Promise.all([openBrowser(name), openBrowser(name, { extension: false }), serve()]);
    await Promise.all(
      Object.entries(APPS).map(async ([app, file]) => {
        served.set(`/${app}.js`, await bundleApp(file));
        served.set(
          `/${app}.html`,
          // Lit draws a random number for its comments.
          `<!doctype html><meta charset="utf-8"><title>${app}</title><link rel="icon" href="data:,"><script>Math.random = () => 0.123456789</script><div id="app"></div><script type="module" src="/${app}.js"></script>`,
        );
      }),
    );
  });
  afterAll(async () => {
    await Promise.all([marked?.close(), plain?.close(), served?.close()]);
  });

  it.each(Object.keys(APPS))('leaves a %s app as it is without us, and marks what it shows', async (app) => {
    const url = served.url(`/${app}.html`);
    const [ours, theirs] = await Promise.all([run(marked, url, name, true), run(plain, url, name, false)]);
    expect(ours.errors).toEqual(theirs.errors);
    expect(ours.errors.filter((error) => !/dev mode|development/i.test(error))).toEqual([]);
    expect(ours.html).toEqual(theirs.html);
    expect(ours.text).toEqual(theirs.text);
    expect(ours.selected).toBe(theirs.selected);
    expect(ours.copied).toBe(theirs.copied);
    expect(ours.found).toEqual([true, true, true, false]);
    expect(theirs.found).toEqual(ours.found);
    expect(ours.printed).toBe(theirs.printed);
    expect(ours.tree).toBe(theirs.tree);
  });
});

function sameSet(one: string[], other: string[]): boolean {
  return JSON.stringify([...new Set(one)].sort()) === JSON.stringify([...new Set(other)].sort());
}

/** The forms marked at step n: the stream’s “large language model” is the list’s 大语言模型 again. */
function expected(n: number): string[] {
  return [
    'RLHF',
    'self-attention',
    'GPT-4',
    '大语言模型',
    n % 2 ? 'reinforcement learning' : '注意力机制',
    ...(n % 3 === 2 ? [] : ['reward model']),
  ];
}
