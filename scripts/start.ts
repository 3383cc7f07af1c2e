/**
 * `npm start [-- URL | FILE] [--firefox] [--headless]`: builds the extension and opens it in a fresh profile on a demo
 * article. Without a display it looks for itself, prints what it found and writes screenshots.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { findBrowser } from './browsers';
import { ensureBrowsers } from './install-browser';
import { launchWith } from './launch';
import { serveDemo } from './serve-demo';
import { tour } from './tour';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { firefox: { type: 'boolean', default: false }, headless: { type: 'boolean', default: false } },
});
const name = values.firefox || (!findBrowser('chromium') && findBrowser('firefox')) ? 'firefox' : 'chromium';
const headless =
  values.headless || (process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']);

try {
  ensureBrowsers([name]);
  build();
  const target = positionals[0];
  if (target && !/^\w+:\/\//.test(target) && !existsSync(target))
    throw new Error(`There is no file ${target}. Give a URL, or a .html or .md file.`);
  const demo = await serveDemo(target);
  const { browser, origin } = await launchWith(name, { headless });
  if (headless) {
    console.log('No display here: looking around without a window…');
    const found = await tour(browser, origin, demo.url, join(import.meta.dirname, '../.output/screenshots'));
    console.log(JSON.stringify(found, undefined, 2));
    await browser.close();
  } else {
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    await page.goto(demo.url);
    console.log(`Open in ${name}: ${demo.url}\nClose the browser to end.`);
    await new Promise<void>((closed) => browser.once('disconnected', () => closed()));
  }
  await demo.close();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function build(): void {
  console.log(`Building for ${name}…`);
  const { status } = spawnSync('npx', ['wxt', 'build', ...(name === 'firefox' ? ['-b', 'firefox'] : [])], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The build failed; its message is above.');
}
