/** The matcher against a slow and obvious one, on random texts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/glossary/entry';
import { compileForms } from '@/lib/matcher/compile';
import { createEvidence, createScanner, decide } from '@/lib/matcher/scanner';
import { cueFold } from '@/lib/matcher/fold';
import { simplified } from '@/lib/matcher/traditional';
import { RUNS } from '@/tests/runs';

/** Forms of one or two letters from a small alphabet, so that random texts are full of them. */
const latinWord = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 });
const latinForm = fc.array(latinWord, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const hanForm = fc.string({ unit: fc.constantFrom('模', '型', '训', '练'), minLength: 2, maxLength: 4 });
const form = fc.oneof(latinForm, hanForm);
const text = fc
  .array(
    fc.oneof(
      { arbitrary: fc.constantFrom('a', 'b', 'c', 'A', 'B', 'ａ', 's', '模', '型', '训', '練', '練', '訓'), weight: 8 },
      { arbitrary: fc.constantFrom(' ', '-', '\n', '。', ',', '\u00a0', '\u200b', '1', "'"), weight: 2 },
    ),
    { maxLength: 60, size: 'max' },
  )
  .map((characters) => characters.join(''));

function tableOf(forms: string[]) {
  return compileForms(
    forms.map((word, at) => ({
      id: `entry-${at}`,
      entry: { kind: 'concept', forms: [{ text: word, case: 'any' }] } as unknown as Entry,
    })),
  );
}

function found(forms: string[], sentence: string) {
  const scanner = createScanner(tableOf(forms));
  const reading = scanner.read(sentence);
  return decide(sentence, reading, createEvidence()).map(({ from, to }) => ({ from, to }));
}

/** Every form as a regular expression tried at every place: the leftmost, of these the longest. */
function oracle(forms: string[], sentence: string) {
  const folded = fold(sentence);
  const patterns = forms.map((word) => new RegExp(pattern(word), 'y'));
  const out: { from: number; to: number }[] = [];
  for (let at = 0; at < folded.length;) {
    let to = -1;
    if (!isBoundLeft(folded, at)) {
      at++;
      continue;
    }
    for (const regexp of patterns) {
      regexp.lastIndex = at;
      if (regexp.test(folded)) to = Math.max(to, regexp.lastIndex);
    }
    if (to > at) out.push({ from: at, to });
    at = Math.max(to, at + 1);
  }
  return out;
}

const HIDDEN = '\u200b*';
const GAP = `${HIDDEN}(?:--?${HIDDEN}(?:\\n[ \\n\u00a0\u200b]*)?|[ \\n\u00a0\u200b]*)`;
const fold = (sentence: string) =>
  simplified(sentence)
    .toLowerCase()
    .replace(/[ａ-ｚ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0));
const isHan = (letter: string) => /[模型训练]/.test(letter);

function pattern(word: string): string {
  const parts = [...word].map((letter, at) => {
    if (letter === ' ') return GAP;
    const before = word[at - 1];
    const between = !before || before === ' ' ? '' : isHan(before) ? `(?:\u200b|\\n[ \\n\u00a0\u200b]*)*` : HIDDEN;
    return between + letter;
  });
  const last = word.at(-1)!;
  // A plural -s, then no letter or digit.
  return parts.join('') + (isHan(last) ? '' : `(?:${'(?!\u200b*[a-z0-9])'}|s${'(?!\u200b*[a-z0-9])'})`);
}

/** A Latin form begins where no letter or digit stands before, invisible characters passed over. */
function isBoundLeft(sentence: string, at: number): boolean {
  if (!/[a-z]/.test(sentence[at]!)) return true;
  return !/[a-z0-9]\u200b*$/.test(sentence.slice(0, at));
}

describe('the matcher', () => {
  it('finds what trying every form at every place finds', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 6 }), text, (forms, sentence) => {
        expect(found(forms, sentence)).toEqual(oracle(forms, sentence));
      }),
      { numRuns: RUNS },
    );
  });

  it('folds without changing the length', () => {
    const foldCue = cueFold('訓训');
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200, size: 'max' });
    for (let unit = 0; unit <= 0xffff; unit++) expect(foldCue(String.fromCharCode(unit))).toHaveLength(1);
    fc.assert(
      fc.property(units, (codes) => {
        const sentence = String.fromCharCode(...codes);
        expect(foldCue(sentence)).toHaveLength(sentence.length);
      }),
      { numRuns: RUNS },
    );
  });

  it('never throws, whatever the UTF-16 units', () => {
    const scanner = createScanner(tableOf(['large language model', 'pass@k', '大模型', 'DALL·E', 'τ-bench', '.NET']), [
      { id: 'own-1', forms: ['𝔄', '熵', 'x'], gloss: '', edited: 0 },
    ]);
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(units, (codes) => {
        const sentence = String.fromCharCode(...codes);
        const reading = scanner.read(sentence);
        const evidence = createEvidence();
        evidence.add(reading);
        for (const { from, to } of decide(sentence, reading, evidence)) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(sentence.length);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('gives matches in order that do not overlap and fold back to the form', () => {
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 6 }), text, (forms, sentence) => {
        const bare = (word: string) => fold(word).replace(/[^a-z0-9\u3400-\u9fff]/g, '');
        const known = forms.map(bare);
        let end = 0;
        for (const { from, to } of found(forms, sentence)) {
          expect(from).toBeGreaterThanOrEqual(end);
          end = to;
          const surface = bare(sentence.slice(from, to));
          expect(known.some((word) => surface === word || surface === `${word}s`)).toBe(true);
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('takes evidence back as it was given', () => {
    const scanner = createScanner(tableOf(['ab', 'b c', '模型']));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 8 }), text, (blocks, extra) => {
        const evidence = createEvidence();
        for (const block of blocks) evidence.add(scanner.read(block));
        const before = [evidence.strength, evidence.words.toFixed(6), [...evidence.entries].sort().join()];
        evidence.add(scanner.read(extra));
        evidence.remove(scanner.read(extra));
        expect([evidence.strength, evidence.words.toFixed(6), [...evidence.entries].sort().join()]).toEqual(before);
      }),
      { numRuns: RUNS },
    );
  });
});
