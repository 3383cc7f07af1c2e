/** The pages of the benchmark. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, paragraphs } from '../matcher/material';

export const html = (body: string) =>
  `<!doctype html><html><head><meta charset="utf-8"><title>bench</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;

/** An article of about so many UTF-16 units. */
export const article = (language: Language, units: number) => html(paragraphs(language, units).join('\n'));

/** So many text nodes of one word each, side by side in paragraphs of a hundred. */
export function smallNodes(count: number): string {
  const words = 'the weights of this layer learn from data and attention over tokens'.split(' ');
  const lines = Array.from(
    { length: count / 100 },
    (_, line) =>
      `<p>${Array.from({ length: 100 }, (__, at) => `<span>${words[(line + at) % words.length]} </span>`).join('')}</p>`,
  );
  return html(lines.join('\n'));
}

/** A page on something else altogether. */
export function noTerms(units: number): string {
  const text = 'The gardener pruned the roses before the rain came over the hills, and tea was served at four. ';
  const line = `<p>${text.repeat(4)}</p>`;
  return html(line.repeat(Math.ceil(units / (text.length * 4))));
}

/** So many occurrences of a term, each in its own sentence, about 200 units apart. */
export function manyMatches(count: number): string {
  const filler = 'and then the story goes on for a while about rivers and roads '.repeat(3);
  return html(Array.from({ length: count }, (_, at) => `<p>Note ${at} is on RLHF ${filler}.</p>`).join('\n'));
}

/** HTML files of a folder, largest first. */
export function pagesOf(folder: string): { name: string; body: string }[] {
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => ({ name, body: readFileSync(join(folder, name), 'utf8') }))
    .sort((a, b) => b.body.length - a.body.length);
}
