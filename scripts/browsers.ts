/** Finds a browser on this machine; says exactly what to do where there is none. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export type BrowserName = 'chromium' | 'firefox';

const COMMANDS: Record<BrowserName, string[]> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome.exe',
    'msedge.exe',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox.exe'],
};

const ELSEWHERE: Record<BrowserName, string[]> = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

const VARIABLE: Record<BrowserName, string> = { chromium: 'CHROMIUM', firefox: 'FIREFOX' };

/** The path of the browser, or undefined. The variable CHROMIUM or FIREFOX overrules the search. */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[VARIABLE[name]];
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => COMMANDS[name].map((command) => join(folder, command)));
  return [named, ...onPath, ...ELSEWHERE[name]].find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** The path of the browser. Throws with what to do when there is none. */
export function browserPath(name: BrowserName): string {
  const path = findBrowser(name);
  if (path) return path;
  const how =
    name === 'chromium'
      ? 'Install Chrome, Chromium or Edge (Debian, Ubuntu: sudo apt-get install -y chromium)'
      : 'Install Firefox 140 or later (Debian: sudo apt-get install -y firefox-esr)';
  throw new Error(`No ${name} was found. ${how}, or set ${VARIABLE[name]} to the path of its program.`);
}
