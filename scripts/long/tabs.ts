/** What a hundred tabs with articles cost with TermLens, against an extension that does nothing. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { article } from '../../bench/pages/material';
import { openBrowser } from '../../tests/e2e/harness/browser';
import { waitForPainted } from '../../tests/e2e/harness/highlights';
import { serve } from '../../tests/e2e/harness/server';
import { OUTPUT } from '../launch';
import { megabytesOf } from './memory';

/** The whole articles' length, UTF-16 units. */
const LENGTH = 40_000;
/** Something to mark on the first screen. */
const LEAD = '<p>On large language models and RLHF.</p>';
const SETTLE_MS = 10_000;

/** MB a tab, ours less the blank extension's. */
export async function memoryPerTab(tabs: number): Promise<{ perTab: number; ours: number; blank: number }> {
  const blank = await memoryWith(tabs, false);
  const ours = await memoryWith(tabs, true);
  return { perTab: (ours - blank) / tabs, ours, blank };
}

async function memoryWith(tabs: number, isOurs: boolean): Promise<number> {
  const served = await serve();
  const opened = await openBrowser('chromium', { extension: isOurs });
  try {
    if (!isOurs) await opened.browser.installExtension(blankExtension());
    for (let at = 0; at < tabs; at++) {
      served.set(`/${at}.html`, article(at % 2 ? 'en' : 'zh', LENGTH).replace('<body>', `<body>${LEAD}`));
      const page = await opened.open(served.url(`/${at}.html`));
      if (isOurs) await waitForPainted(page, (texts) => texts.length > 0, 30_000);
    }
    await new Promise((done) => setTimeout(done, SETTLE_MS));
    return megabytesOf(opened.browser.process()!.pid!);
  } finally {
    await opened.close();
    await served.close();
  }
}

/** A content script and a background, as ours, that do nothing. */
function blankExtension(): string {
  const folder = join(OUTPUT, 'blank');
  mkdirSync(folder, { recursive: true });
  const manifest = {
    manifest_version: 3,
    name: 'Blank',
    version: '1',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['<all_urls>'], js: ['content.js'], all_frames: true }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const name of ['background.js', 'content.js']) writeFileSync(join(folder, name), '1;');
  return folder;
}
