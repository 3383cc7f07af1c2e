/** The properties of scripts/fuzz, a thousand tries each. */
import fc from 'fast-check';
import { test } from 'vitest';
import { properties } from '@/scripts/fuzz/properties';

test.each(properties())('$name', async ({ property, cost }) => {
  await fc.assert(property, { numRuns: Math.ceil(1000 / cost) });
});
