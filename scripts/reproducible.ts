/** Makes every zip twice, and the Firefox one once more from the source zip, and compares: `npm run reproducible`. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');

const first = zips(ROOT, ['', '-b firefox']);
const second = zips(ROOT, ['', '-b firefox']);
const source = [...first.keys()].find((name) => name.endsWith('-sources.zip'))!;
const folder = mkdtempSync(join(tmpdir(), 'termlens-source-'));
run(`unzip -q ${join(ROOT, '.output', source)} -d ${folder}`, ROOT);
symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
const third = zips(folder, ['-b firefox']);
rmSync(folder, { recursive: true, force: true });

for (const [name, hash] of first) {
  const again = [second.get(name), third.get(name) ?? hash];
  const same = again.every((other) => other === hash);
  console.log(`${same ? 'same  ' : 'DIFFERS'} ${name} ${hash.slice(0, 16)}`);
  if (!same) process.exitCode = 1;
}

/** Builds and zips in a folder; the zips' names with their SHA-256. */
function zips(root: string, browsers: string[]): Map<string, string> {
  const output = join(root, '.output');
  for (const browser of browsers) run(`npx wxt zip ${browser}`, root);
  const names = readdirSync(output).filter((name) => name.endsWith('.zip'));
  return new Map(
    names.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(output, name)))
        .digest('hex'),
    ]),
  );
}

function run(command: string, cwd: string): void {
  const { status, stderr } = spawnSync(command, { cwd, shell: true, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`${command} failed in ${cwd}:\n${String(stderr)}`);
}
