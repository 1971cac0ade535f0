/** The files of the page, read once: what is not among them is not served. */
import { readdirSync, readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { pageHtml } from './html.ts';

export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

const FOLDER = new URL('./page/', import.meta.url);

/** By path; `/` is the page itself. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
    const type = TYPES[extname(name)];
    if (!type) continue;
    const path = name === 'index.html' ? '/' : `/${name.replaceAll('\\', '/')}`;
    assets.set(path, { type, body: readFileSync(new URL(name, FOLDER)) });
  }
  return assets;
}

/** Pages get their texts in the language; nothing is kept by the browser without asking, so that an update shows at once. */
export function sendAsset(response: ServerResponse, { type, body }: Asset, locale: string): void {
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-cache' });
  response.end(type === TYPES['.html'] ? pageHtml(body.toString('utf8'), locale) : body);
}
