/** What is shipped: permissions, no way out to the network, sizes. Reads the builds, so they must be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readEntryFiles } from '@/scripts/glossary/files';
import { OUTPUT } from '@/scripts/launch';

const BUILDS = ['chrome-mv3', 'firefox-mv3'];

/**
 * What the script that every page pays for may grow to, in bytes. Half of it is names and cues,
 * about 130 bytes an entry, so it grows with the glossary.
 */
const ENTRIES = readEntryFiles().length;
const CONTENT_RAW = 184_000 + 130 * ENTRIES;
const CONTENT_GZIP = 79_000 + 56 * ENTRIES;

function scripts(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js'))
    .map((path) => join(folder, path));
}

describe.each(BUILDS)('%s', (build) => {
  const folder = join(OUTPUT, build);
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>;

  test('asks for these permissions and no more', () => {
    expect(manifest['manifest_version']).toBe(3);
    expect(manifest['permissions']).toEqual(['storage', 'scripting', 'contextMenus']);
    expect(manifest['host_permissions']).toEqual(['<all_urls>']);
    expect(manifest['optional_permissions']).toBeUndefined();
    expect(manifest['web_accessible_resources']).toBeUndefined();
  });

  test('lets its own pages load nothing from elsewhere', () => {
    const policy = (manifest['content_security_policy'] as { extension_pages: string }).extension_pages;
    expect(policy).toMatch(/^default-src 'none'/);
    expect(policy).not.toMatch(/https?:|connect-src|unsafe/);
  });

  test.each([
    'fetch',
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'sendBeacon',
    'WebTransport',
    'RTCPeerConnection',
    'importScripts',
  ])('never uses %s', (name) => {
    const used = scripts(folder).filter((path) =>
      new RegExp(`(?<![\\w$.'"\`-])(?:(?:self|window|globalThis|navigator)\\.)?${name}\\s*\\(|new ${name}\\b`).test(
        readFileSync(path, 'utf8'),
      ),
    );
    expect(used).toEqual([]);
  });

  test('ships the licences of all it is made with', () => {
    const list = readFileSync(join(folder, 'third-party.txt'), 'utf8');
    const names = [...list.matchAll(/^([\w@/.-]+) \d+\.\d+\.\d+\S*: (.+)$/gm)].map(([, name]) => name);
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    expect(names).toEqual(expect.arrayContaining([...Object.keys(dependencies), 'opencc-js', 'pinyin-pro']));
    expect(list.match(/copyright|apache license/gi)!.length).toBeGreaterThanOrEqual(names.length);
  });

  test('ships no assignment of markup, Preact’s included', () => {
    expect(scripts(folder).filter((path) => /\.innerHTML\s*=[^=]/.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('keeps the content script small and free of definitions', () => {
    const path = join(folder, 'content-scripts/content.js');
    expect(existsSync(path)).toBe(true);
    const text = readFileSync(path);
    expect(text.length).toBeLessThanOrEqual(CONTENT_RAW);
    expect(gzipSync(text, { level: 9 }).length).toBeLessThanOrEqual(CONTENT_GZIP);
    expect(text.toString()).not.toContain('先让人比较模型的多个回答');
  });
});

test('our own code writes no markup from strings and evaluates none', () => {
  const ours = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => join(folder, path)),
  );
  const markup =
    /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe)\b|document\.write|\beval\(|new Function\(/;
  expect(ours.length).toBeGreaterThan(50);
  expect(ours.filter((path) => markup.test(readFileSync(path, 'utf8')))).toEqual([]);
});
