/** Serves the demo article, or the reader's own file, on loopback: extensions may not read file:// without being asked. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { marked } from 'marked';

export type Demo = { url: string; close(): Promise<void> };

/** `target`: a URL (returned as it is), a .html or .md file, or nothing for the demo article. */
export async function serveDemo(target: string | undefined): Promise<Demo> {
  if (target && /^\w+:\/\//.test(target)) return { url: target, close: async () => undefined };
  const page = toHtml(target ?? join(import.meta.dirname, 'demo/article.html'));
  const server = createServer((request, response) => {
    if (request.url === '/') response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
    else response.writeHead(204).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}

function toHtml(path: string): string {
  const text = readFileSync(path, 'utf8');
  if (!['.md', '.markdown', '.txt'].includes(extname(path).toLowerCase())) return text;
  const body = marked.parse(text, { async: false });
  return `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${path.replace(/[<&]/g, '')}</title><style>body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:17px/1.8 Georgia,'Noto Serif CJK SC',serif}</style>${body}`;
}
