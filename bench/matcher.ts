/**
 * Finding terms against the limit (touching every character code once) and against other ways, in real browsers.
 *
 *   npm run bench -- matcher [--json] [--check] [--quick] [--entries DIR]
 */
import { BROWSERS, type BrowserName } from '../tests/e2e/harness/browser';
import type { Forms } from './matcher/in-page';
import { forms, type Language } from './matcher/material';
import { bundle, openSession, type Row, type Session, type Ways } from './matcher/measure';
import type { Options, Report } from './report';

const LANGUAGES: Language[] = ['en', 'zh'];
const SMALL = 200_000;
const LARGE = 2_000_000;
const HUGE = 10_000_000;
const ALL: Ways[] = ['read', 'ours', 'trie', 'aho'];

/** Limits of design and issue: ratios to the bare reading, and to other ways. */
const LIMITS = {
  en: { small: 5, large: 1.8, trie: 2, aho: 3 },
  zh: { small: 2.5, large: 1.8, trie: 3, aho: 3 },
  markJs: 500,
  growthWithForms: 1.5,
  exponent: 1.1,
};

export async function matcherBench(options: Options): Promise<Report> {
  const script = await bundle();
  const sets = new Map([400, 4_000, 40_000].map((count) => [count, forms(count, options.entries)]));
  const report: Report = { title: 'Finding terms', lines: [], failures: [] };
  for (const name of BROWSERS) {
    const session = await openSession(name, script);
    try {
      for (const language of LANGUAGES) await measureLanguage(name, language, session, sets, options, report);
    } finally {
      await session.close();
    }
  }
  return report;
}

async function measureLanguage(
  name: BrowserName,
  language: Language,
  session: Session,
  sets: Map<number, Forms>,
  options: Options,
  report: Report,
): Promise<void> {
  const rounds = options.quick ? 7 : 15;
  const limits = LIMITS[language];
  const at = (what: string) => `${name} ${language} ${what}`;
  const check = (what: string, value: number, most: number) => {
    if (value > most) report.failures.push(`${at(what)}: ${value.toFixed(2)}, limit ${most}`);
  };
  const add = (what: string, row: Row) => {
    report.lines.push({ name: at(what), ...print(row) });
    // The whole takes minutes; --json keeps standard output for itself.
    console.error(`  measured: ${at(what)}`);
  };

  const small = await session.row(language, SMALL, sets.get(4_000)!, ALL, rounds);
  add('200 K, 4,000 forms', small);
  check('200 K against reading', ratio(small, 'ours', 'read'), limits.small);
  check('trie RegExp: times faster', -ratio(small, 'trie', 'ours'), -limits.trie);
  check('Aho-Corasick: times faster', -ratio(small, 'aho', 'ours'), -limits.aho);

  const large = await session.row(language, LARGE, sets.get(4_000)!, ALL, rounds);
  add('2 M, 4,000 forms', large);
  check('2 M against reading', ratio(large, 'ours', 'read'), limits.large);

  const few = await session.row(language, LARGE, sets.get(400)!, ['read', 'ours'], rounds);
  add('2 M, 400 forms', few);
  const many = await session.row(language, LARGE, sets.get(40_000)!, ['read', 'ours'], rounds);
  add('2 M, 40,000 forms', many);
  check('40,000 forms against 400', ratio(many, 'ours', 'read') / ratio(few, 'ours', 'read'), LIMITS.growthWithForms);

  if (!options.quick) {
    const huge = await session.row(language, HUGE, sets.get(4_000)!, ['read', 'ours'], 7);
    add('10 M, 4,000 forms', huge);
    const exponent = Math.log(huge.times.ours! / small.times.ours!) / Math.log(HUGE / SMALL);
    report.lines.push({ name: at('growth from 200 K to 10 M'), exponent: exponent.toFixed(3) });
    check('exponent of growth', exponent, LIMITS.exponent);
    const mark = await session.markJs(language, SMALL, sets.get(400)!);
    const ours = await session.row(language, SMALL, sets.get(400)!, ['read', 'ours'], rounds);
    report.lines.push({
      name: at('200 K, 400 forms, mark.js'),
      'mark.js ms': mark.toFixed(0),
      'ours ms': ours.times.ours!.toFixed(2),
      'times faster': (mark / ours.times.ours!).toFixed(0),
    });
    check('mark.js: times faster', -mark / ours.times.ours!, -LIMITS.markJs);
  }
}

const ratio = (row: Row, over: Ways, under: Ways) => row.times[over]! / row.times[under]!;

function print({ times, ready }: Row): Record<string, string> {
  const out: Record<string, string> = { 'read ms': times.read!.toFixed(2) };
  for (const way of ['ours', 'trie', 'aho'] as const)
    if (times[way] !== undefined) out[way] = `${times[way].toFixed(2)} ms = ${(times[way] / times.read!).toFixed(2)} ×`;
  if (ready.ours !== undefined) out['ours ready ms'] = ready.ours.toFixed(1);
  return out;
}
