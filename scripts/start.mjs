/** `npm start`: packages first, then scripts/start.ts. */
import { installPackages, run } from './install.mjs';

installPackages();
process.exit(run('npx', ['tsx', 'scripts/start.ts', ...process.argv.slice(2)]));
