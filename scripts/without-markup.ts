import type { Plugin } from 'vite';

/**
 * Takes the one way to write markup from strings out of Preact: `dangerouslySetInnerHTML`, which we never use and the
 * stores rightly warn of. What would have become markup becomes text.
 */
export function withoutMarkup(): Plugin {
  return {
    name: 'termlens-without-markup',
    transform: (code, id) =>
      /node_modules\/preact\/dist\//.test(id) && code.includes('.innerHTML')
        ? { code: code.replace(/\.innerHTML(?=\s*=[^=])/g, '.textContent'), map: null }
        : undefined,
  };
}
