/** Bundles the fixture apps with the frameworks' own packages, development builds, in memory. */
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type Plugin, build } from 'esbuild';
import { compile } from 'svelte/compiler';

const APPS = join(import.meta.dirname, '../../fixtures/apps');

const svelte: Plugin = {
  name: 'svelte',
  setup(builder) {
    builder.onLoad({ filter: /\.svelte$/ }, async ({ path }) => ({
      contents: compile(await readFile(path, 'utf8'), { filename: basename(path), dev: false }).js.code,
      loader: 'js',
    }));
  },
};

/** The script of one app, ready for a `<script type="module">`. */
export async function bundleApp(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(APPS, file)],
    bundle: true,
    write: false,
    format: 'esm',
    jsx: 'automatic',
    tsconfigRaw: { compilerOptions: { jsxImportSource: 'react', target: 'es2022' } },
    plugins: [svelte],
    conditions: ['browser', 'development'],
    define: {
      'process.env.NODE_ENV': '"development"',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    logLevel: 'error',
  });
  return outputFiles[0]!.text;
}
