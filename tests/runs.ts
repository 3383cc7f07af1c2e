/** How often each property is tried: 1,000 times in `npm test`; `npm run fuzz` sets TERMLENS_RUNS and TERMLENS_SEED. */
import fc from 'fast-check';

export const RUNS = Number(process.env['TERMLENS_RUNS'] ?? 1000);

const seed = process.env['TERMLENS_SEED'];
if (seed !== undefined) fc.configureGlobal({ seed: Number(seed) });
