/** Whether a form that fits may end where it does, and how far plurals and versions carry it. */
import { DIGIT, HYPHEN, SPACE, WORD } from './letters';
import { ES_ENDINGS } from './form-index';
import { letterAt } from './walk';

const S = WORD | 0x73;
const E = WORD | 0x65;

/**
 * The end of the match once a plural is taken in, or -1 when the form stops inside a word or a number.
 *
 * @param last The form's last letter.
 */
export function wordEnd(text: string, folded: Uint16Array, to: number, last: number): number {
  if (last < WORD) return to;
  const next = letterAt(folded, to);
  if (next < WORD) return last >= DIGIT && goesOnAsNumber(text, to) ? -1 : to;
  if (last >= DIGIT) return -1;
  if (next === S && letterAt(folded, to + 1) < WORD) return to + 1;
  if (next === E && ES_ENDINGS.has(last & 0xff) && folded[to + 1] === S)
    return letterAt(folded, to + 2) < WORD ? to + 2 : -1;
  return -1;
}

/** GPT-3 is not in GPT-3.5, 1.5 not in 1.5.2. */
function goesOnAsNumber(text: string, at: number): boolean {
  return text[at] === '.' && /[0-9]/.test(text[at + 1] ?? '');
}

/** Whether a version may stand here: spares most names the search for one. */
export function mayHaveVersion(text: string, folded: Uint16Array, to: number): boolean {
  const next = folded[to]!;
  if (next >= WORD) return true;
  if (next === HYPHEN) return folded[to + 1]! >= WORD;
  // After a space come numbers, capitals, and v2, it, hf.
  return next === SPACE && /[0-9A-Zvih]/.test(text[to + 1] ?? '');
}

const NUMBER = String.raw`[vV]?\d+(?:\.\d+)*(?:x\d+(?:\.\d+)?)?(?:[a-zA-Z]{1,2}(?![a-zA-Z0-9]))?(?![a-zA-Z0-9_])`;
const WORDS =
  'Pro|Max|Mini|Nano|Ultra|Flash|Lite|Plus|Turbo|Instruct|Chat|Base|Coder|Code|Math|VL|Omni|Preview|Thinking|Large|' +
  'Medium|Small|Tiny|XL|XXL|Distill|Sonnet|Opus|Haiku|Vision|Audio|Live|Next|Exp|Experimental|Reasoner|Think|Deep|' +
  'Reasoning|Air|Scout|Maverick|Guard|Verified|Multimodal|Realtime|Image|Video|High|Fast|Speciale|Terminus|GGUF|' +
  'GPTQ|AWQ|INT4|INT8|FP8|FP16|BF16|it|hf|A\\d+B';
const FIRST = new RegExp(
  // Qwen3, GPT-4o, Gemini 2.5, Claude v2; Qwen-VL, Gemini Pro.
  String.raw`(?:[-‐‑–  ]?${NUMBER}|[-‐‑–](?:${WORDS}|${WORDS.toLowerCase()})(?![a-zA-Z0-9_])|[  ](?:${WORDS})(?![a-zA-Z0-9_]))`,
  'y',
);

/** The end once versions and sizes after a model's name are taken in: Gemini 2.5 Pro, Qwen3-8B, DeepSeek-V3.1. */
export function versionEnd(text: string, to: number): number {
  let end = to;
  for (;;) {
    FIRST.lastIndex = end;
    const found = FIRST.exec(text);
    if (!found || (end !== to && /^[0-9]/.test(found[0]))) return end;
    end = FIRST.lastIndex;
  }
}
