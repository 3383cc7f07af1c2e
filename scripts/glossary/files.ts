/** Reads the glossary from disk, for the scripts and tests that run in Node. */
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Entry } from '../../lib/glossary/entry';

export type EntryFile = {
  path: string;
  topic: string;
  id: string;
  entry: Entry;
  /** The file as it stands on disk. */
  text: string;
};

const ROOT = join(import.meta.dirname, '../../data/entries');

/** Every entry file under `data/entries`, in path order. Throws with the path when one is not JSON. */
export function readEntryFiles(root = ROOT): EntryFile[] {
  return readdirSync(root, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((folder) =>
      readdirSync(join(root, folder.name))
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => readEntryFile(join(root, folder.name, name), folder.name)),
    );
}

function readEntryFile(path: string, topic: string): EntryFile {
  const text = readFileSync(path, 'utf8');
  try {
    return { path, topic, id: basename(path, '.json'), entry: JSON.parse(text) as Entry, text };
  } catch (error) {
    throw new Error(`${path} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
