/** Puts a browser on a machine that has none, where that needs no question: as root on Debian or Ubuntu. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type BrowserName, browserPath, findBrowser } from './browsers';

const PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
};

/** Chinese text needs a font to be looked at. */
const FONTS = ['fonts-noto-cjk', 'fonts-noto-color-emoji'];

/** Makes sure the browsers are there. Throws with what to do when it can neither find nor install one. */
export function ensureBrowsers(names: BrowserName[]): void {
  const missing = names.filter((name) => !findBrowser(name));
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const packages = [...missing.flatMap((name) => PACKAGES[name]), ...FONTS];
    console.log(`Installing ${packages.join(', ')} (a minute or two)…`);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const args of [
      ['update', '-qq'],
      ['install', '-y', '-qq', ...packages],
    ]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: environment });
    }
  }
  for (const name of names) browserPath(name);
}
