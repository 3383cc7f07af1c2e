/** Draws the icon set from public/icon/icon.svg with a real browser: `npm run icons`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from 'puppeteer-core';
import { browserPath } from './browsers';

const FOLDER = join(import.meta.dirname, '../public/icon');
const ACCENT = '#b4541f';
const GREY = '#8b857b';

/**
 * A lens over an underlined word: the ring reads at 16 px, the dotted line under it is what the extension does to a page.
 * Off: grey, with a stroke across.
 */
function icon(state: 'on' | 'off'): string {
  const ground = state === 'on' ? ACCENT : GREY;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">
  <rect width="16" height="16" rx="3.6" fill="${ground}"/>
  <circle cx="7.4" cy="6.4" r="3.55" fill="none" stroke="#fff" stroke-width="1.7"/>
  <path d="M10.1 9.1l2.3 2.3" stroke="#fff" stroke-width="1.9" stroke-linecap="round"/>
  <g fill="#fff"><circle cx="3.1" cy="13.1" r=".95"/><circle cx="6.1" cy="13.1" r=".95"/><circle cx="9.1" cy="13.1" r=".95"/></g>
  ${state === 'off' ? `<path d="M2.2 2.2l11.6 11.6" stroke="${GREY}" stroke-width="3.4"/><path d="M2.2 2.2l11.6 11.6" stroke="#fff" stroke-width="1.5" stroke-linecap="round"/>` : ''}
</svg>`;
}

mkdirSync(FOLDER, { recursive: true });
const browser = await launch({
  browser: 'chrome',
  executablePath: browserPath('chromium'),
  headless: true,
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const state of ['on', 'off'] as const) {
  writeFileSync(join(FOLDER, `${state}.svg`), `${icon(state)}\n`);
  for (const size of [16, 32, 48, 128]) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(
      `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${icon(state)}`,
    );
    await page.screenshot({ path: join(FOLDER, `${state}-${size}.png`) as `${string}.png`, omitBackground: true });
  }
}
await browser.close();
