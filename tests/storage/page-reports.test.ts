import { describe, expect, test } from 'vitest';
import { isPdf, reportsFor, type TabReports } from '@/lib/storage/page-reports';

const reports = (url: string) => ({ 0: { url }, 2: { url: 'https://ads.example/' } }) as unknown as TabReports;

describe('what was reported counts for the page it was said of', () => {
  test.each([
    ['the same page', 'https://a.example/one', 'https://a.example/one'],
    ['a page that changed its own address', 'https://a.example/two?q#x', 'https://a.example/one'],
    ['a file', 'file:///home/a.html', 'file:///home/a.html'],
  ])('%s', (_what, now, said) => expect(reportsFor(now, reports(said))).toEqual(reports(said)));

  test.each([
    ['another site', 'https://b.example/one', 'https://a.example/one'],
    ['a PDF of the same site', 'https://a.example/paper.pdf', 'https://a.example/one'],
    ['the empty page a tab begins with', 'https://a.example/one', 'about:blank'],
    ['an address that is kept from us', '', 'https://a.example/one'],
  ])('not %s', (_what, now, said) => expect(reportsFor(now, reports(said))).toEqual({}));

  test('nothing was reported', () => expect(reportsFor('https://a.example/', {})).toEqual({}));
});

test.each([
  ['https://a.example/x.pdf', true],
  ['https://a.example/x.PDF?download=1#page=2', true],
  ['https://arxiv.org/pdf/1706.03762v7', true],
  ['https://arxiv.org/abs/1706.03762', false],
  ['https://a.example/x.pdf.html', false],
])('%s is a PDF: %s', (url, is) => expect(isPdf(url)).toBe(is));
