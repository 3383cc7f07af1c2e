import { render } from 'preact';
import { expect, it } from 'vitest';
import { Card } from '@/components/Card';
import { CARD_WORDS } from '@/components/card-words';
import { cardEntries } from '@/scripts/glossary/card-entries';
import { readEntryFiles } from '@/scripts/glossary/files';

const HAN = /\p{Script=Han}/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}.’'-]*/gu;
const count = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

/** What is read before anything is pressed: names, kind, level, date and the gloss. Links lead on and are not read. */
function firstScreen(): string {
  const lines = ['h2', '.names', '.meta', '.gloss'].flatMap((part) => [...document.querySelectorAll(part)]);
  return lines.map((line) => [...line.childNodes].map((node) => node.textContent).join(' ')).join(' ');
}

it('says of every entry no more than 60 Chinese characters or 40 words', () => {
  const long: string[] = [];
  for (const bare of cardEntries(readEntryFiles())) {
    const entry = { ...bare, refs: {} };
    render(<Card entry={entry} language="zh" words={CARD_WORDS['zh-Hans']} />, document.body);
    if (count(firstScreen(), HAN) > 60) long.push(`${entry.id}: ${firstScreen()}`);
    render(<Card entry={entry} language="en" words={CARD_WORDS.en} />, document.body);
    if (count(firstScreen(), WORD) > 40) long.push(`${entry.id}: ${firstScreen()}`);
  }
  render(null, document.body);
  expect(long).toEqual([]);
});
