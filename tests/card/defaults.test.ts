import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '@/lib/settings';

it('starts calm: hovering on, 300 ms, first of a section, everything for a newcomer, no code, no sync', () => {
  expect(DEFAULT_SETTINGS).toMatchObject({
    modifier: 'none',
    showDelay: 300,
    hideDelay: 300,
    density: 'section',
    level: 1,
    underline: 'dotted',
    strength: 0.6,
    includeCode: false,
    tapToExplain: true,
    sync: false,
  });
});
