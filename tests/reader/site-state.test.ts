import { describe, expect, test } from 'vitest';
import type { PageReport } from '@/lib/messages';
import { DEFAULT_SITES, type Sites } from '@/lib/settings';
import { siteState } from '@/lib/reader/site-state';
import { en } from '@/lib/strings/en';

const NOW = 1_000_000;
const URL_ = 'https://news.example/a';
const SCAN = { blocks: 1, characters: 9, milliseconds: 1, matches: 0, marks: 0, skipped: {}, cut: false };
const report = (part: Partial<PageReport> = {}): PageReport => ({
  url: URL_,
  title: '',
  terms: [],
  scan: SCAN,
  doubtful: 0,
  ...part,
});
const state = (
  part: { url?: string; permitted?: boolean; reports?: Record<number, PageReport> },
  sites: Partial<Sites> = {},
) => siteState({ url: URL_, permitted: true, reports: {}, ...part }, { ...DEFAULT_SITES, ...sites }, en, NOW);

describe('the line under the site says why nothing is marked', () => {
  test.each([
    ['the site is off', state({}, { except: ['news.example'] }), en.reason.site],
    ['the site is snoozed', state({}, { snoozed: { 'news.example': NOW + 60_000 } }), 'Snoozed on this site until '],
    ['the site is not among those chosen', state({}, { mode: 'only' }), en.reason['not-on-list']],
    ['webmail', state({ url: 'https://mail.google.com/x' }), en.reason.sensitive],
    ['an online editor', state({ url: 'https://docs.google.com/x' }), en.reason.sensitive],
    ['a bank', state({ url: 'https://www.chase.com/x' }), en.reason.sensitive],
    ['a console', state({ url: 'https://eu.console.aws.amazon.com/x' }), en.reason.sensitive],
    ['a page that asks for a password', state({ reports: { 0: report({ off: 'sensitive' }) } }), en.reason.sensitive],
    ['a page of the browser', state({ url: 'chrome://settings' }), en.reason.restricted],
    ['no permission', state({ permitted: false }), en.reason.permission],
    ['a PDF viewer', state({ url: 'https://news.example/paper.pdf#page=2' }), en.reason.pdf],
    ['a PDF whose address does not say so', state({ reports: { 0: report({ off: 'pdf' }) } }), en.reason.pdf],
    ['a PDF on arXiv', state({ url: 'https://arxiv.org/pdf/1706.03762' }), en.reason.pdf],
    ['an address kept from us', state({ url: '', permitted: false }), en.reason.permission],
    ['no script has run', state({}), en.reason.silent],
    ['too large', state({ reports: { 0: report({ scan: { ...SCAN, cut: true } }) } }), en.reason['too-large']],
    ['no text', state({ reports: { 0: report({ off: 'not-html' }) } }), en.reason['not-html']],
    ['no terms', state({ reports: { 0: report() } }), en.reason.none],
    ['too little evidence', state({ reports: { 0: report({ doubtful: 3 }) } }), 'Nothing sure: 3 doubtful'],
    ['it is being read again', state({ reports: { 0: report({ off: 'site' }) } }), en.site.reading],
  ])('%s', (_why, seen, line) => expect(seen.line.startsWith(line)).toBe(true));

  test('a site asked for is read again although it asks for a password', () => {
    const seen = state({ reports: { 0: report({ off: 'sensitive' }) } }, { allowed: ['news.example'] });
    expect(seen).toMatchObject({ on: true, line: en.site.reading });
  });

  test('counts terms and places of all frames', () => {
    const terms = [{ id: 'gpt', count: 2, marks: 1 }];
    expect(state({ reports: { 0: report({ terms }), 3: report({ terms }) } }).line).toBe(
      '1 term, 4 places on this page',
    );
  });
});
