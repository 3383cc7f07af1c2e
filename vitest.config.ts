import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';

/** Three kinds of tests, told apart by where they run: Node, a simulated DOM, real browsers with the built extension. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [WxtVitest()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/data/**', 'tests/build/**'],
        },
      },
      { plugins: [WxtVitest()], test: { name: 'data', include: ['tests/data/**/*.test.ts'] } },
      { plugins: [WxtVitest()], test: { name: 'build', include: ['tests/build/**/*.test.ts'] } },
      {
        plugins: [WxtVitest()],
        test: { name: 'components', include: ['tests/**/*.test.tsx'], environment: 'happy-dom' },
      },
      {
        plugins: [WxtVitest()],
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          // Each file has browsers of its own; two at a time fill two cores.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
