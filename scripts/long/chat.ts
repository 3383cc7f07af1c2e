/** Eight hours of a chat that streams its answers, compressed in time: nothing of ours may grow. */
import type { CDPSession, Page } from 'puppeteer-core';
import { html } from '../../bench/pages/material';
import { openBrowser } from '../../tests/e2e/harness/browser';
import { painted, waitForPainted } from '../../tests/e2e/harness/highlights';
import { setSettings } from '../../tests/e2e/harness/settings';
import { serve } from '../../tests/e2e/harness/server';

/** One answer of 120 tokens every 20 seconds, for eight hours. */
const ANSWERS = 1440;
const TOKENS = 120;
/** Answers the page keeps, as chats do. */
const KEPT = 100;
/** Answers between two looks. */
const EVERY = 144;

export type Look = { answers: number; heapMegabytes: number; nodes: number; listeners: number; ranges: number };

/** Looks taken along the way, each after a full garbage collection; the first once the chat is at its full length. */
export async function eightHoursOfChat(): Promise<Look[]> {
  const served = await serve();
  const opened = await openBrowser('chromium');
  try {
    // Every occurrence, so that there is always something to paint and to forget.
    await setSettings(opened, { density: 'all' });
    served.set('/chat.html', html('<p>A chat about large language models and RLHF.</p><div id="chat"></div>'));
    const page = await opened.open(served.url('/chat.html'));
    await waitForPainted(page, (texts) => texts.includes('RLHF'));
    const session = await page.createCDPSession();
    await session.send('Performance.enable');
    const looks: Look[] = [];
    for (let done = 0; done < ANSWERS; done += EVERY) {
      await stream(page, EVERY);
      looks.push(await look(page, session, done + EVERY));
    }
    return looks;
  } finally {
    await opened.close();
    await served.close();
  }
}

/** Each token is a change of its own; a frame is given to the page three times an answer. */
function stream(page: Page, answers: number): Promise<void> {
  return page.evaluate(
    async (count, tokens, kept) => {
      const words =
        'The reward model scores answers ; RLHF and LoRA tune a large language model , 大语言模型 用 强化学习 训练 。 tokens stream in one by one and attention looks back at them'.split(
          ' ',
        );
      const chat = document.querySelector('#chat')!;
      for (let answer = 0; answer < count; answer++) {
        const line = chat.appendChild(document.createElement('p'));
        for (let token = 0; token < tokens; token++) {
          const word = `${words[(answer * 7 + token) % words.length]!} `;
          if (line.firstChild && token % 10) (line.lastChild as Text).appendData(word);
          else line.append(word);
          if (token % 40 === 0) await new Promise((done) => requestAnimationFrame(done));
        }
        while (chat.childElementCount > kept) chat.firstElementChild!.remove();
        scrollTo(0, document.documentElement.scrollHeight);
      }
    },
    answers,
    TOKENS,
    KEPT,
  );
}

async function look(page: Page, session: CDPSession, answers: number): Promise<Look> {
  // Time for the last changes to be read and the cards' entries to come.
  await new Promise((done) => setTimeout(done, 1500));
  for (let at = 0; at < 3; at++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    answers,
    heapMegabytes: of('JSHeapUsedSize') / 2 ** 20,
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    ranges: (await painted(page)).length,
  };
}
