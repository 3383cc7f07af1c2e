/** Runs the matcher that ships over one file: reads every block, then decides with the evidence of the whole. */
import { createEvidence, decide, type Scanner } from '../../lib/matcher/scanner';
import type { Match } from '../../lib/matcher/match';
import { blankMarkdownCode, htmlBlocks, textBlocks, type FileBlock } from './blocks';

export type FileMatch = Match & { surface: string };

/** Every mark of a document, offsets into the text as given. `kind` is the file's extension. */
export function scanText(scanner: Scanner, text: string, kind: string): FileMatch[] {
  const blocks = blocksOf(text, kind);
  const readings = blocks.map((block) => scanner.read(block.text));
  const evidence = createEvidence();
  for (const reading of readings) evidence.add(reading);
  return blocks.flatMap((block, at) =>
    decide(block.text, readings[at]!, evidence).map((match) => ({
      ...match,
      from: match.from + block.start,
      to: match.to + block.start,
      surface: text.slice(match.from + block.start, match.to + block.start),
    })),
  );
}

function blocksOf(text: string, kind: string): FileBlock[] {
  if (kind === 'html' || kind === 'htm') return htmlBlocks(text);
  return textBlocks(kind === 'md' ? blankMarkdownCode(text) : text);
}

/** The first mention of each entry only. */
export function firstMentions(matches: FileMatch[]): FileMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ entryId }) => !seen.has(entryId) && seen.add(entryId));
}
