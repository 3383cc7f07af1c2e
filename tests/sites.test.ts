import { describe, expect, test } from 'vitest';
import { DEFAULT_SITES, type Sites } from '@/lib/settings';
import { fit, offReason, patternError, siteOf, tidyPattern, withPage, withSite } from '@/lib/sites';

const sites = (change: Partial<Sites>): Sites => ({ ...DEFAULT_SITES, ...change });

describe('siteOf', () => {
  test.each([
    ['https://www.example.com/a', 'example.com'],
    ['http://docs.example.com:8080/', 'docs.example.com'],
    ['file:///home/x/a.html', 'file'],
    ['about:blank', undefined],
    ['chrome://extensions', undefined],
    ['nonsense', undefined],
  ])('%s is %s', (url, site) => expect(siteOf(url)).toBe(site));
});

describe('patterns', () => {
  test.each([
    ['', 'empty'],
    ['https://example.com', 'scheme'],
    ['exa mple.com', 'spaces'],
    ['*.example.com', 'wildcard'],
    ['user@example.com', 'host'],
    ['example.com', undefined],
    ['例子.中国/文章/*', undefined],
  ])('“%s” is refused as %s', (pattern, error) => expect(patternError(pattern)).toBe(error));

  test('are stored in one spelling', () => {
    expect(tidyPattern(' WWW.Example.COM/ ')).toBe('example.com');
    expect(tidyPattern('Example.com/Docs/*')).toBe('example.com/Docs/*');
  });

  test('cover subdomains but not names that merely end alike', () => {
    expect(fit('example.com', 'https://a.example.com/')).toBeGreaterThan(0);
    expect(fit('example.com', 'https://notexample.com/')).toBe(0);
    expect(fit('example.com/docs/*', 'https://example.com/docs/a/b')).toBeGreaterThan(0);
    expect(fit('example.com/docs', 'https://example.com/docsother')).toBe(0);
    expect(fit('example.com/*/a/*.html', 'https://example.com/x/a/b.html')).toBeGreaterThan(0);
    expect(fit('example.com/ab*bc', 'https://example.com/abc')).toBe(0);
  });

  test('answer at once, however many stars an imported pattern has', () => {
    const started = performance.now();
    expect(fit(`a.com/${'*a'.repeat(100)}b`, `https://a.com/${'a'.repeat(5000)}`)).toBe(0);
    expect(performance.now() - started).toBeLessThan(50);
  });
});

describe('offReason', () => {
  test('the narrowest pattern decides', () => {
    const some = sites({ except: ['example.com'], allowed: ['docs.example.com'] });
    expect(offReason('https://example.com/', some, 0)).toBe('site');
    expect(offReason('https://docs.example.com/', some, 0)).toBeUndefined();
  });

  test('only-mode marks nothing else', () => {
    const some = sites({ mode: 'only', only: ['example.com'], except: ['example.com'] });
    expect(offReason('https://example.com/', some, 0)).toBeUndefined();
    expect(offReason('https://other.com/', some, 0)).toBe('not-on-list');
  });

  test('a snooze does not outlast a clock that is set back', () => {
    const made = 40 * 86_400_000;
    const some = sites({ snoozed: { 'example.com': made + 3_600_000 } });
    expect(offReason('https://example.com/', some, made)).toBe('snoozed');
    expect(offReason('https://example.com/', some, made - 86_400_000)).toBeUndefined();
  });

  test('a snooze ends by itself', () => {
    const some = sites({ snoozed: { 'example.com': 1000 } });
    expect(offReason('https://example.com/', some, 999)).toBe('snoozed');
    expect(offReason('https://example.com/', some, 1000)).toBeUndefined();
  });

  test('webmail is off until allowed', () => {
    expect(offReason('https://mail.google.com/mail/u/0', DEFAULT_SITES, 0)).toBe('sensitive');
    expect(offReason('https://mail.google.com/', withSite(DEFAULT_SITES, 'mail.google.com', true), 0)).toBeUndefined();
  });
});

describe('withSite', () => {
  test.each(['except', 'only'] as const)('switches there and back in mode %s', (mode) => {
    let now = sites({ mode });
    for (const on of [false, true, false, true]) {
      now = withSite(now, 'a.example.com', on);
      expect(offReason('https://a.example.com/x', now, 0) === undefined).toBe(on);
    }
  });

  test('switching one subdomain on leaves its parent off', () => {
    const now = withSite(sites({ except: ['example.com'] }), 'a.example.com', true);
    expect(offReason('https://b.example.com/', now, 0)).toBe('site');
    expect(offReason('https://a.example.com/', now, 0)).toBeUndefined();
  });
});

describe('withPage', () => {
  const page = 'https://example.com/a';

  test('switches the whole site, or the page alone', () => {
    expect(withPage(DEFAULT_SITES, page, false).except).toEqual(['example.com']);
    expect(withPage(DEFAULT_SITES, page, false, true).except).toEqual(['example.com/a']);
  });

  test('never does nothing: a narrower pattern that decides otherwise is switched too', () => {
    const off = sites({ except: ['example.com/a'] });
    expect(offReason(page, withPage(off, page, true), 0)).toBeUndefined();
    const on = sites({ allowed: ['example.com/*'] });
    expect(offReason(page, withPage(on, page, false), 0)).toBe('site');
  });
});
