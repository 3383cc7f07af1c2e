import { describe, expect, it } from 'vitest';
import { highlightCss, paintNames } from '@/lib/page/highlight-style';

describe('the style of marks', () => {
  it('never sets the colour of text or anything that moves it', () => {
    for (const underline of ['dotted', 'dashed', 'solid', 'wavy', 'background'] as const) {
      const declared = [...highlightCss({ underline, strength: 0.6 }, 'root').matchAll(/[{;]([a-z-]+):/g)].map(
        (one) => one[1],
      );
      for (const name of declared)
        expect(['text-decoration', 'text-underline-offset', 'background-color']).toContain(name);
    }
  });
  it('has a rule for every name, and none in print', () => {
    const css = highlightCss({ underline: 'dotted', strength: 1 }, 'every');
    for (const name of paintNames()) expect(css).toContain(`::highlight(${name})`);
    expect(css).toMatch(/@media print\{[^}]*text-decoration:none/);
  });
});
