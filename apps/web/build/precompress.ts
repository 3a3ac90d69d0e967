import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** Images and fonts are compressed by themselves. */
const TEXT = /\.(js|css|svg)$/;

/** Writes each file of text compressed beside it, as small as it gets: once, instead of for everyone. */
export function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: (_, { isSsrBuild }) => !isSsrBuild,
    // What is in the bundle before is not what is written: Vite fills in the names of chunks at the very end.
    async writeBundle({ dir = '' }, bundle) {
      const names = Object.keys(bundle).filter((name) => TEXT.test(name));
      await Promise.all(names.map((name) => compress(join(dir, name))));
    },
  };
}

async function compress(path: string): Promise<void> {
  const source = await readFile(path);
  await Promise.all([
    writeFile(`${path}.br`, await promisify(brotliCompress)(source)),
    writeFile(`${path}.gz`, await promisify(gzip)(source)),
  ]);
}
