/** Measurements that run inside the page. Times in ms. */
import type { Page } from 'puppeteer-core';

/** A: walk the text nodes and touch each character once. */
export function bareRead(page: Page): Promise<number> {
  return page.evaluate(() => {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let at = 0; at < data.length; at++) sum += data.charCodeAt(at);
    }
    return sum < 0 ? 0 : performance.now() - start;
  });
}

/** From a change to the end of the frame that shows it, median of several: 'style' or 'dom'. */
export function frameAfter(page: Page, kind: 'style' | 'dom', rounds: number): Promise<number> {
  return page.evaluate(
    async (what, times) => {
      const measured: number[] = [];
      for (let at = 0; at < times; at++) {
        await new Promise((done) => setTimeout(done, 60));
        measured.push(
          await new Promise<number>((done) => {
            requestAnimationFrame(() => {
              const start = performance.now();
              if (what === 'style') document.body.style.setProperty('color', at % 2 ? '#111' : '#222');
              else if (at % 2) document.body.firstElementChild!.remove();
              else {
                const line = document.createElement('p');
                line.textContent = 'A new line.';
                document.body.prepend(line);
              }
              // The first message after this frame has been laid out and painted.
              const { port1, port2 } = new MessageChannel();
              port1.addEventListener('message', () => done(performance.now() - start));
              port1.start();
              port2.postMessage(0);
            });
          }),
        );
      }
      return measured.sort((a, b) => a - b)[Math.floor(measured.length / 2)]!;
    },
    kind,
    rounds,
  );
}

/** Tokens appended to one long paragraph at a steady pace. */
export function stream(page: Page, tokens: number, perSecond: number): Promise<void> {
  return page.evaluate(
    (count, pace) =>
      new Promise<void>((done) => {
        const text = document.querySelector('#stream')!.firstChild as Text;
        let left = count;
        const timer = setInterval(() => {
          text.appendData(left % 9 ? 'token by token ' : 'with RLHF now ');
          if (--left > 0) return;
          clearInterval(timer);
          done();
        }, 1000 / pace);
      }),
    tokens,
    perSecond,
  );
}

/** Layout shift since the page began, and tasks of 50 ms and more. */
export function shiftsAndLongTasks(page: Page): Promise<{ shift: number; longest: number }> {
  return page.evaluate(async () => {
    // No named functions in here: the runner would wrap them in one that the page does not have.
    const [shifts, tasks] = (await Promise.all(
      ['layout-shift', 'longtask'].map(
        (type) =>
          new Promise<PerformanceEntry[]>((done) => {
            new PerformanceObserver((list) => done(list.getEntries())).observe({ type, buffered: true });
            setTimeout(() => done([]), 200);
          }),
      ),
    )) as [(PerformanceEntry & { value: number })[], PerformanceEntry[]];
    return {
      shift: shifts.reduce((sum, entry) => sum + entry.value, 0),
      longest: Math.max(0, ...tasks.map((task) => task.duration)),
    };
  });
}
