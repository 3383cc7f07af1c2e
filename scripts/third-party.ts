/** The list of other people's code in a build, with their licences, taken from what the bundler really put in. */
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Packages whose code is not in the build, but whose data the glossary's modules were made with. */
const DATA = new Map([
  ['opencc-js', 'pairs of Traditional and Simplified characters, in the search and the matcher'],
  ['pinyin-pro', 'readings of Chinese names, in the search'],
]);
export const THIRD_PARTY = 'third-party.txt';

const MODULES = join(import.meta.dirname, '..', 'node_modules');

export type ThirdParty = { plugin: Plugin; write(folder: string): void };

/** `plugin` notes what each bundle holds; `write` puts the list into the build. */
export function createThirdParty(): ThirdParty {
  const packages = new Set<string>();
  return {
    plugin: {
      name: 'termlens-third-party',
      generateBundle(_options, bundle) {
        for (const file of Object.values(bundle))
          for (const [id, { renderedLength }] of file.type === 'chunk' ? Object.entries(file.modules) : []) {
            const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1];
            if (name && renderedLength > 0) packages.add(name);
          }
      },
    },
    write(folder) {
      const names = [...new Set([...packages, ...DATA.keys()])].sort();
      writeFileSync(join(folder, THIRD_PARTY), names.map(describe).join(`\n${'-'.repeat(80)}\n\n`));
    },
  };
}

function describe(name: string): string {
  const folder = join(MODULES, name);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string; license: string };
  const data = DATA.get(name);
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|notice|third_party_licenses)(\.|$)/i.test(file) && existsSync(join(folder, file)))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim());
  return [`${name} ${about.version}: ${about.license}${data ? ` (data: ${data})` : ''}`, ...texts, ''].join('\n\n');
}
