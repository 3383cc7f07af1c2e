/** Serves fixture pages on loopback. Any *.localhost name reaches it, so that sites and subdomains can be told apart. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

export type Served = {
  /** The url of a fixture on a host such as `a.localhost`; 127.0.0.1 when none is given. */
  url(path: string, host?: string): string;
  /** Serves this text at the path from now on. */
  set(path: string, body: string, headers?: Record<string, string>): void;
  /** The paths that were asked for, in order. */
  asked: string[];
  close(): Promise<void>;
};

/** Starts a server over `tests/fixtures` and whatever `set` adds. */
export async function serve(root = join(import.meta.dirname, '../../fixtures')): Promise<Served> {
  const extra = new Map<string, { body: string; headers: Record<string, string> }>();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    asked.push(path);
    const type = TYPES[extname(path)] ?? 'text/html; charset=utf-8';
    const known = extra.get(path);
    if (known) {
      response.writeHead(200, { 'content-type': type, ...known.headers }).end(known.body);
      return;
    }
    readFile(join(root, normalize(path)))
      .then((body) => response.writeHead(200, { 'content-type': type }).end(body))
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    url: (path, host = '127.0.0.1') => `http://${host}:${port}${path.startsWith('/') ? path : `/${path}`}`,
    set: (path, body, headers = {}) => void extra.set(path, { body, headers }),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
