/** Vite plugin: the glossary as virtual modules, prepared at build time so that nothing is computed on a reader's page. */
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { cardEntries } from './card-entries';
import { readEntryFiles } from './files';
import { entryNames } from './names';
import { compileForms } from '../../lib/matcher/compile';
import { traditionalPairs } from '../../lib/matcher/traditional';

const MODULES: Record<string, () => unknown> = {
  /** What the content script needs: forms and rules, no definitions. */
  'virtual:glossary/forms': () => compileForms(readEntryFiles()),
  /** Names with pinyin, for the popup's search. */
  'virtual:glossary/names': () => entryNames(readEntryFiles()),
  /** Traditional and Simplified characters of all names in turn, so that 湧現 finds 涌现. */
  'virtual:glossary/traditional': () => traditionalPairs(new Set(JSON.stringify(entryNames(readEntryFiles())))),
  /** Whole entries, for the background and the extension's own pages. */
  'virtual:glossary/entries': () => cardEntries(readEntryFiles()),
};

export function glossary(): Plugin {
  return {
    name: 'termlens-glossary',
    resolveId: (id) => (id in MODULES ? `\0${id}` : undefined),
    load(id) {
      const make = MODULES[id.slice(1)];
      if (!id.startsWith('\0') || !make) return undefined;
      this.addWatchFile(join(import.meta.dirname, '../../data/entries'));
      // A JSON string parses about twice as fast as the same object literal.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(make()))});`;
    },
  };
}
