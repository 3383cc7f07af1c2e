/** Rules that need the whole glossary: forms claimed twice, references that lead nowhere, entries nobody points to. */
import type { EntryFile } from './files';
import { simplified } from '../../lib/matcher/traditional';

type Claim = { file: EntryFile; text: string; mark: string; shared: boolean };

/** Everything wrong between entries, as `path: rule: what`. */
export function wholeProblems(files: EntryFile[]): string[] {
  return [...duplicateIds(files), ...formsClaimedTwice(files), ...brokenReferences(files), ...isolated(files)];
}

function duplicateIds(files: EntryFile[]): string[] {
  const seen = new Map<string, string>();
  return files.flatMap(({ id, path }) => {
    const before = seen.get(id);
    seen.set(id, path);
    return before ? [`${path}: id is unique: also ${before}`] : [];
  });
}

/** How the matcher would compare two forms: case, hyphens, spaces and Traditional characters aside, unless case is exact. */
function comparable(text: string, exact: boolean): string {
  const bare = simplified(text).replace(/[\s\-‐‑–]/g, '');
  return exact ? bare : bare.toLowerCase();
}

function formsClaimedTwice(files: EntryFile[]): string[] {
  const claims = new Map<string, Claim[]>();
  for (const file of files) {
    for (const form of file.entry.forms) {
      const {
        text,
        mark = 'sure',
        shared = false,
        case: letterCase,
      } = typeof form === 'string' ? { text: form } : form;
      if (mark === 'never') continue;
      const key = comparable(text, letterCase === 'exact');
      claims.set(key, [...(claims.get(key) ?? []), { file, text, mark, shared }]);
    }
  }
  return [...claims.values()].flatMap((some) => {
    const owners = new Set(some.map((claim) => claim.file.id));
    if (owners.size < 2) return [];
    return some
      .filter((claim) => !claim.shared)
      .map(
        ({ file, text }) =>
          `${file.path}: form claimed twice: “${text}” (${[...owners].join(', ')}); say "shared": true in each, or drop one`,
      );
  });
}

function brokenReferences(files: EntryFile[]): string[] {
  const known = new Set(files.map((file) => file.id));
  return files.flatMap(({ path, entry }) =>
    (['related', 'broader', 'contrast'] as const).flatMap((field) =>
      (entry[field] ?? [])
        .map((other) => (typeof other === 'string' ? other : other.id))
        .filter((other) => !known.has(other))
        .map((other) => `${path}: references resolve: ${field} names “${other}”, which is no entry`),
    ),
  );
}

/** Not isolated: points to an entry that exists, or is pointed to. */
function isolated(files: EntryFile[]): string[] {
  const known = new Set(files.map((file) => file.id));
  const pointed = new Set(files.flatMap(({ entry }) => [...(entry.related ?? []), ...(entry.broader ?? [])]));
  return files
    .filter(
      ({ id, entry }) =>
        !pointed.has(id) && ![...(entry.related ?? []), ...(entry.broader ?? [])].some((other) => known.has(other)),
    )
    .map(({ path }) => `${path}: not isolated: nothing leads here or away`);
}
