/**
 * What a reader decides from a card or in the settings takes effect at once, says so and can be undone: known, not this
 * term, snooze, not on this site; copying, reading aloud, a key to hold, tapping, a pen, less motion, an update.
 *
 * Puppeteer drives fingers, pens and media features in Chromium only; in Firefox these were looked at by eye.
 */
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { OUTPUT } from '@/scripts/launch';
import { BROWSERS, openBrowser, type Opened } from './harness/browser';
import { clickPart, inRoot, partOf, rest, status, untilRoot, waitForWindows, windows } from './harness/card';
import { locate, waitForPainted, painted } from './harness/highlights';
import { until } from './harness/reader';
import { serve, type Served } from './harness/server';
import { setSettings } from './harness/settings';

const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Choices</title>
<meta name="viewport" content="width=device-width">
<style>body { font: 16px/1.8 serif; margin: 40px }</style>
<p title="A title of the page">RLHF came before DistilBERT and after Word2Vec.</p>
<textarea id="paste"></textarea></html>`;

describe.each(BROWSERS)('in %s', (name) => {
  let opened: Opened;
  let server: Served;
  let page: Page;

  beforeAll(async () => {
    server = await serve();
    server.set('/choices.html', PAGE);
    opened = await openBrowser(name, { viewport: { width: 900, height: 700 } });
    page = await opened.open(server.url('/choices.html', 'choices.localhost'));
    await waitForPainted(page, (found) => found.includes('RLHF') && found.includes('Word2Vec'));
    await rest(400);
  });
  afterAll(async () => {
    await opened?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await page.bringToFront();
    await page.mouse.move(880, 690);
    for (let left = 0; left < 3; left++) await page.keyboard.press('Escape');
    await waitForWindows(page, (seen) => seen.length === 0);
  });

  const pointAt = async (text: string) => {
    const { x, y } = await locate(page, text);
    await page.mouse.move(x - 6, y + 90);
    await page.mouse.move(x, y, { steps: 8 });
    return { x, y };
  };
  const hoverOver = async (text: string) => {
    await pointAt(text);
    return (await waitForWindows(page, (seen) => seen.length === 1 && seen[0]!.title === text))[0]!;
  };
  const menu = async (words: string) => {
    await clickPart(page, '.icon-button', 'More actions');
    await untilRoot(page, `(root) => root.querySelector('.menu')`);
    await clickPart(page, '.menu button', words);
  };
  const choose = async (settings: Parameters<typeof setSettings>[1]) => {
    await setSettings(opened, settings);
    await page.bringToFront();
  };

  test('known, not this term, snooze and not on this site: done at once, said, and undone', async () => {
    const choices: [() => Promise<void>, RegExp, (found: string[]) => boolean][] = [
      [() => clickPart(page, '.icon-button', 'I know this'), /Word2Vec.*known/, (found) => !found.includes('Word2Vec')],
      [() => menu('Never mark'), /Word2Vec.*not be marked/, (found) => !found.includes('Word2Vec')],
      [() => menu('Pause on'), /Paused on choices\.localhost/, (found) => found.length === 0],
      [() => menu('Turn off'), /Off on choices\.localhost/, (found) => found.length === 0],
    ];
    for (const [act, words, done] of choices) {
      await hoverOver('Word2Vec');
      await act();
      await waitForPainted(page, done);
      const said = await until(
        () => status(page),
        (now) => now?.toast === true,
      );
      expect(said!.text).toMatch(words);
      expect(await windows(page)).toEqual([]);
      await clickPart(page, '.status button', 'Undo');
      await waitForPainted(page, (found) => found.includes('Word2Vec') && found.includes('RLHF'));
      await until(
        () => status(page),
        (now) => now === undefined,
      );
      await page.mouse.move(880, 690);
      await rest(300);
    }
  });

  test('copies as text and as Markdown', async () => {
    const pasted = async () => {
      await page.evaluate(() => ((document.querySelector('#paste') as HTMLTextAreaElement).value = ''));
      await page.focus('#paste');
      await page.keyboard.down('Control');
      await page.keyboard.press('v', { commands: ['Paste'] });
      await page.keyboard.up('Control');
      return page.evaluate(() => (document.querySelector('#paste') as HTMLTextAreaElement).value);
    };
    await hoverOver('RLHF');
    await clickPart(page, '.icon-button', 'Copy');
    await untilRoot(page, `(root) => root.querySelector('[aria-label=Copied]')`);
    expect(await until(pasted, (text) => text !== '')).toMatch(
      /^RLHF \(Reinforcement learning from human feedback, 人类反馈强化学习\)\nPeople compare[^\n]+\n[^\n]+https:/,
    );
    await menu('Copy as Markdown');
    expect(await until(pasted, (text) => text.startsWith('**'))).toMatch(
      /^\*\*RLHF\*\* \([^\n]+\n\n[^\n]+\n\n\[.+\]\(https:/,
    );
  });

  test('offers to read aloud only where a voice speaks the language', async () => {
    await hoverOver('RLHF');
    const voices = await page.evaluate(
      () => speechSynthesis.getVoices().filter((voice) => /^en/i.test(voice.lang)).length,
    );
    const offered = await inRoot(page, `(root) => root.querySelectorAll('[aria-label="Read aloud"]').length`);
    expect(offered).toBe(voices > 0 ? 1 : 0);
  });

  test('the page keeps its title attribute', async () => {
    await hoverOver('RLHF');
    expect(await page.evaluate(() => document.querySelector('p')!.title)).toBe('A title of the page');
  });

  test('with a key to hold, hovering alone opens nothing; the card stays when the key is released', async () => {
    await choose({ modifier: 'Shift' });
    const { x, y } = await pointAt('RLHF');
    await rest(900);
    expect(await windows(page)).toEqual([]);
    await page.keyboard.down('Shift');
    await waitForWindows(page, (seen) => seen.length === 1);
    await page.keyboard.up('Shift');
    await page.mouse.move(x + 1, y);
    await rest(500);
    expect(await windows(page)).toHaveLength(1);
    await choose({});
  });

  test.runIf(name === 'chromium')('a pulled sheet closes; with tapping off a tap opens nothing', async () => {
    const { x, y } = await locate(page, 'RLHF');
    await page.touchscreen.tap(x, y);
    const [sheet] = await waitForWindows(page, (seen) => seen.length === 1 && seen[0]!.sheet);
    const head = await partOf(page, '.handle');
    for (const [pull, left] of [
      [30, 1],
      [150, 0],
    ] as const) {
      await page.touchscreen.touchStart(head.x, head.y);
      await page.touchscreen.touchMove(head.x, head.y + pull / 2);
      await page.touchscreen.touchMove(head.x, head.y + pull);
      await page.touchscreen.touchEnd();
      await waitForWindows(page, (seen) => seen.length === left && (seen[0]?.top ?? sheet!.top) === sheet!.top);
    }
    await choose({ tapToExplain: false });
    await page.touchscreen.tap(x, y);
    await rest(400);
    expect(await windows(page)).toEqual([]);
    await choose({});
  });

  test.runIf(name === 'chromium')('a pen that hovers is a mouse, and motion is left out where unwanted', async () => {
    const session = await page.createCDPSession();
    await session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    });
    const { x, y } = await locate(page, 'DistilBERT');
    for (let step = 8; step >= 0; step--)
      await session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y: y + step * 4, pointerType: 'pen' });
    await waitForWindows(page, (seen) => seen[0]?.title === 'DistilBERT' && !seen[0].sheet);
    expect(await inRoot(page, `(root) => getComputedStyle(root.querySelector('.window')).animationName`)).toBe('none');
    await session.send('Emulation.setEmulatedMedia', { features: [] });
    await session.detach();
  });

  test('after an update under the open page, its terms still open and decisions are kept', async () => {
    await page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
    await opened.browser.installExtension(join(OUTPUT, name === 'chromium' ? 'chrome-mv3' : 'firefox-mv3'));
    await page.bringToFront();
    // The card of the old instance may open once more while the new one is on its way; it can keep nothing.
    const decide = async () => {
      await page.mouse.move(880, 690);
      await pointAt('RLHF');
      await rest(600);
      if ((await windows(page)).length === 1)
        await clickPart(page, '.icon-button', 'I know this').catch(() => undefined);
      await rest(300);
      return (await painted(page)).map(({ text }) => text);
    };
    await until(decide, (found) => found.length > 0 && !found.includes('RLHF'), 20_000);
    expect(await page.evaluate(() => document.documentElement.hasAttribute('data-before'))).toBe(true);
  });
});
