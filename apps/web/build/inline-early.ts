import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify, type Plugin, transformWithOxc } from 'vite';

const RECORD = fileURLToPath(new URL('../src/early/record.ts', import.meta.url));

/** Puts src/early/record.ts into index.html: whoever is quicker than the page's code would also be than a script's file. */
export function inlineEarly(): Plugin {
  return {
    name: 'inline-early',
    transformIndexHtml: {
      order: 'pre',
      async handler() {
        const { code } = await transformWithOxc(await readFile(RECORD, 'utf8'), RECORD);
        // A module's own names would be everybody's in a script.
        const { code: children } = await minify(RECORD, `(() => {${code.replace('export {};', '')}})()`);
        return [{ tag: 'script', children, injectTo: 'head' }];
      },
    },
  };
}
