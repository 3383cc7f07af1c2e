/** How often each property is tried: 1,000 times in `npm test`; `npm run test:long` sets TERMLENS_RUNS. */
export const RUNS = Number(process.env['TERMLENS_RUNS'] ?? 1000);
