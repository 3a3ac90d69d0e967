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
    enforce: 'post',
    async generateBundle(_, bundle) {
      const files = Object.values(bundle).filter(({ fileName }) => TEXT.test(fileName));
      const compressed = files.map(async (file) => {
        const source = file.type === 'chunk' ? file.code : file.source;
        const { fileName } = file;
        this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: await promisify(brotliCompress)(source) });
        this.emitFile({ type: 'asset', fileName: `${fileName}.gz`, source: await promisify(gzip)(source) });
      });
      await Promise.all(compressed);
    },
  };
}
