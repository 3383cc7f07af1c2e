/** Text and forms for the benchmark, in the sizes asked for. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../lib/glossary/entry';
import { compileForms } from '../../lib/matcher/compile';
import { readEntryFiles } from '../../scripts/glossary/files';
import type { Forms } from './in-page';

export type Language = 'en' | 'zh';

const ARTICLES = join(import.meta.dirname, '../../../shared/accuracy/pages');

/**
 * HTML of paragraphs with about `units` UTF-16 units of text. Real articles with their links and emphasis when at hand,
 * else our own glosses with every twelfth word or so in an element.
 */
export function paragraphs(language: Language, units: number): string[] {
  const all = (articles(language) ?? ownProse(language)).filter((html) => textLength(html) > 40);
  const out: string[] = [];
  for (let at = 0, size = 0; size < units; at++) {
    const html = all[at % all.length]!;
    out.push(html);
    size += textLength(html);
  }
  return out;
}

const textLength = (html: string) => html.replace(/<[^>]*>/g, '').length;

function articles(language: Language): string[] | undefined {
  if (!existsSync(ARTICLES)) return undefined;
  const of = language === 'en' ? /^d[pn]e\d+\.html$/ : /^d[pn][zt]\d+\.html$/;
  return readdirSync(ARTICLES)
    .filter((name) => of.test(name))
    .flatMap((name) => readFileSync(join(ARTICLES, name), 'utf8').match(/<(p|li|h[1-6]|td)\b[^>]*>.*?<\/\1>/gs) ?? []);
}

function ownProse(language: Language): string[] {
  return readEntryFiles().map(({ entry }) => {
    const text = `${entry.gloss[language]} ${entry.detail[language]}`.replace(/[&<]/g, ' ');
    return `<p>${text.replace(/(.{60,90}?)([\w\u4e00-\u9fff]{2,8})/g, '$1<em>$2</em>')}</p>`;
  });
}

/** The first `count` forms of the glossary; beyond its size, invented words of the same make. */
export function forms(count: number, entriesFolder?: string): Forms {
  const real = readEntryFiles(entriesFolder).flatMap(({ id, entry }) =>
    entry.forms.map((form) => ({ id, entry, form })),
  );
  const random = seeded(count);
  const shuffled = real.map((form) => ({ form, key: random() })).sort((a, b) => a.key - b.key);
  const chosen = shuffled.slice(0, count).map(({ form }) => form);
  const groups = new Map<string, typeof chosen>();
  for (const form of chosen) groups.set(form.id, [...(groups.get(form.id) ?? []), form]);
  const files = [...groups].map(([id, group]) => ({
    id,
    entry: { ...group[0]!.entry, forms: group.map(({ form }) => form) } as Entry,
  }));
  const invented = Array.from({ length: Math.max(0, count - chosen.length) }, () => inventedForm(random));
  invented.forEach((text, at) =>
    files.push({ id: `invented-${at}`, entry: { kind: 'concept', forms: [text] } as unknown as Entry }),
  );
  const words = files.flatMap(({ entry }) => entry.forms.map((form) => (typeof form === 'string' ? form : form.text)));
  return { table: compileForms(files), words: [...new Set(words.map((word) => word.toLowerCase()))] };
}

const SYLLABLES = 'ba den cor mi tal ver sto phi nax gre lum qua tes ron dis pel ino yr'.split(' ');
function inventedForm(random: () => number): string {
  const pick = (from: number) => Math.floor(random() * from);
  if (random() < 0.4)
    return Array.from({ length: 3 + pick(3) }, () => String.fromCharCode(0x4e00 + pick(3000))).join('');
  const word = () => Array.from({ length: 2 + pick(3) }, () => SYLLABLES[pick(SYLLABLES.length)]).join('');
  return random() < 0.5 ? word() : `${word()} ${word()}`;
}

/** Repeatable randomness, so that two runs compare the same forms. */
function seeded(seed: number): () => number {
  let state = seed | 1;
  return () => ((state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0) / 2 ** 32;
}
