/** `npm test`: packages first, then scripts/test.ts. */
import { installPackages, run } from './install.mjs';

installPackages();
process.exit(run('npx', ['tsx', 'scripts/test.ts', ...process.argv.slice(2)]));
