/** How long a page's matcher takes to start when the reader has 5,000 terms of their own. Pure code, so in Node: the engine is Chrome's. */
import { compileForms } from '../lib/matcher/compile';
import { createScanner } from '../lib/matcher/scanner';
import type { OwnTerm } from '../lib/settings';
import { readEntryFiles } from '../scripts/glossary/files';
import { median } from './matcher/measure';
import type { Options, Report } from './report';

const TERMS = 5000;
/** ms, median; the first start of a process also compiles the code itself. */
const LIMIT = 50;

export async function ownBench({ quick }: Options): Promise<Report> {
  const table = compileForms(readEntryFiles());
  const own = Array.from({ length: TERMS }, (_, at): OwnTerm => ({
    id: `own-${at}`,
    forms: [`reader term ${at.toString(36)}`, `术语${String.fromCodePoint(0x4e00 + at)}${at}`],
    gloss: 'Words of the reader.',
    edited: at,
  }));
  const start = (terms: OwnTerm[]) => {
    const started = performance.now();
    createScanner(table, terms).read(`One reader term ${(7).toString(36)} is here.`);
    return performance.now() - started;
  };
  const rounds = quick ? 3 : 11;
  const first = start(own);
  const [withOwn, without] = [own, []].map((terms) => median(Array.from({ length: rounds }, () => start(terms))));
  return {
    title: 'Terms of the reader’s own',
    lines: [
      {
        name: `start with ${TERMS} of them`,
        first: `${first.toFixed(1)} ms`,
        median: `${withOwn!.toFixed(1)} ms`,
        'without any': `${without!.toFixed(1)} ms`,
      },
    ],
    failures: withOwn! > LIMIT ? [`the start took ${withOwn!.toFixed(1)} ms, limit ${LIMIT} ms`] : [],
  };
}
