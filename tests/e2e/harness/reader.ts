/** What a reader does on the extension's own pages, and what they then see. */
import type { Page } from 'puppeteer-core';

/** Waits until a look at the page satisfies the test, and gives it; fails with what was seen last. */
export async function until<Seen>(look: () => Promise<Seen>, ok: (seen: Seen) => boolean, timeout = 6000) {
  const end = Date.now() + timeout;
  for (;;) {
    const seen = await look();
    if (ok(seen)) return seen;
    if (Date.now() > end) throw new Error(`Seen instead: ${JSON.stringify(seen)}`);
    await new Promise((done) => setTimeout(done, 60));
  }
}

/** The texts of all elements that match, spaces collapsed. */
export const texts = (page: Page, selector: string): Promise<string[]> =>
  page.$$eval(selector, (found) => found.map((one) => (one.textContent ?? '').replace(/\s+/g, ' ').trim()));

/** Waits until the texts of the elements that match satisfy the test. */
export const untilTexts = (page: Page, selector: string, ok: (found: string[]) => boolean): Promise<string[]> =>
  until(() => texts(page, selector), ok);

/** Chooses by its label in a native select, as the keyboard would. */
export async function choose(page: Page, label: string, value: string | number): Promise<void> {
  const id = await fieldOf(page, label);
  await page.select(`[id="${id}"]`, String(value));
}

/** Moves a slider to a value. */
export async function slide(page: Page, label: string, value: number): Promise<void> {
  const id = await fieldOf(page, label);
  await page.$eval(
    `[id="${id}"]`,
    (input, to) => {
      (input as HTMLInputElement).value = String(to);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    },
    value,
  );
}

/** Clicks the button, checkbox or summary that carries these words. */
export async function press(page: Page, words: string, within = 'body'): Promise<void> {
  const control = await page.evaluateHandle(
    (wanted, root) =>
      [...document.querySelectorAll(`${root} :is(button, label, summary, a)`)].find(
        (one) => one.textContent!.trim() === wanted || one.getAttribute('aria-label') === wanted,
      ),
    words,
    within,
  );
  const element = control.asElement();
  if (!element) throw new Error(`Nothing to press is called “${words}”`);
  await (element as import('puppeteer-core').ElementHandle<Element>).click();
}

/** Writes settings as another window of the reader would. */
export async function store(page: Page, key: 'settings' | 'sites' | 'terms', value: object): Promise<void> {
  await page.evaluate(
    (name, content) =>
      (
        globalThis as unknown as { chrome: { storage: { local: { set(what: object): Promise<void> } } } }
      ).chrome.storage.local.set({ [name]: content }),
    key,
    value,
  );
}

async function fieldOf(page: Page, label: string): Promise<string> {
  const id = await page.$$eval(
    'label[for]',
    (labels, wanted) => labels.find((one) => one.textContent === wanted)?.getAttribute('for'),
    label,
  );
  if (!id) throw new Error(`No field is called “${label}”`);
  return id;
}
