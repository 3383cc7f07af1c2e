/** The rule for Han forms that may straddle two words: 智能体 in 智能体验, 大模型 in 最大模型. */

/** Units looked at on each side; words are rarely longer, and the segmenter's cost grows with the window. */
const REACH = 6;

const CUT = /[^\u3400-\u9fff]/;

/** Characters that belong to no word on their other side, so that nothing straddles. Saves most calls. */
const ENDS_BEFORE = new Set(
  '的了是和与與及或在被从從将將把也都就这這那其该該让讓以而但吗嗎呢吧并並且由到给給会會能可要不已有很更还還',
);
const STARTS_AFTER = new Set('的了是和与與及或在被从從将將把也都就这這那其该該让讓以而但并並且由到给給个個种種');

let segmenter: Intl.Segmenter | undefined;

/**
 * Whether the text falls into words at both ends of the match at least as well as it does without being cut there.
 * The segmenter alone splits 智能体系统 as 智能|体系|统; cutting after 智能体 costs no extra word, so it stands.
 */
export function standsAlone(text: string, from: number, to: number): boolean {
  if (typeof Intl.Segmenter !== 'function') return true;
  let start = from;
  while (start > 0 && from - start < REACH && !CUT.test(text[start - 1]!)) start--;
  let end = to;
  while (end < text.length && end - to < REACH && !CUT.test(text[end]!)) end++;
  const free = start === from || STARTS_AFTER.has(text[from - 1]!);
  if (free && (end === to || ENDS_BEFORE.has(text[to]!))) return true;
  const whole = words(text.slice(start, end));
  if (whole.has(from - start) && whole.has(to - start)) return true;
  const cut = count(text.slice(start, from)) + count(text.slice(from, to)) + count(text.slice(to, end));
  return cut < whole.size;
}

const count = (text: string) => (text ? words(text).size - 1 : 0);

/** Where words begin, and the end. */
function words(text: string): Set<number> {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  const starts = new Set([text.length]);
  for (const { index } of segmenter.segment(text)) starts.add(index);
  return starts;
}
