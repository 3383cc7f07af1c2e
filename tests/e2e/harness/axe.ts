/** Runs axe-core on a page through the debugging protocol: the content security policy of our pages admits no script. */
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';

/** What axe-core finds wrong with the page as it stands, one line for each fault; empty when all is well. */
export async function faults(page: Page): Promise<string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axe.source} }`);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof import('axe-core') }).axe.run();
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')} ${node.html.slice(0, 120)}`),
    );
  });
}
