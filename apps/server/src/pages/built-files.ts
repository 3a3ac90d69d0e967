import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** A file that `vite build` has made for browsers. */
export interface BuiltFile {
  contentType: string;
  etag: string;
  body: Buffer;
  /** Where the build has compressed it. */
  encoded: { br: Buffer | null; gzip: Buffer | null };
}

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/vnd.microsoft.icon',
  '.js': 'application/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSED = /\.(?:br|gz)$/;
const HIDDEN = /(?:^|\/)\./;

/**
 * Reads the files in `folder` that browsers may ask for, by their paths from `/`: all of them, since the next build in the same
 * folder takes those away that pages of this one still name. Of `index.html`, the server makes pages.
 */
export async function readBuiltFiles(folder: string): Promise<ReadonlyMap<string, BuiltFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => path !== 'index.html' && !COMPRESSED.test(path) && !HIDDEN.test(path));
  return new Map(await Promise.all(paths.map(async (path) => [`/${path}`, await read(join(folder, path))] as const)));
}

async function read(file: string): Promise<BuiltFile> {
  const [body, br, gzip] = await Promise.all([readFile(file), readIfThere(`${file}.br`), readIfThere(`${file}.gz`)]);
  // Weak, because it is the same for all encodings.
  const etag = `W/"${createHash('sha1').update(body).digest('base64url')}"`;
  return { contentType: TYPES[extname(file)] ?? 'application/octet-stream', etag, body, encoded: { br, gzip } };
}

async function readIfThere(file: string): Promise<Buffer | null> {
  return existsSync(file) ? readFile(file) : null;
}
