import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify, type Plugin, transformWithOxc } from 'vite';

const SCRIPTS = ['show-theme', 'record'].map((name) =>
  fileURLToPath(new URL(`../src/early/${name}.ts`, import.meta.url)),
);

/**
 * Puts what has to be there before the page's code into index.html, as one script: whoever is quicker than the code would
 * also be than a script's file.
 */
export function inlineEarly(): Plugin {
  return {
    name: 'inline-early',
    transformIndexHtml: {
      order: 'pre',
      async handler() {
        const children = await Promise.all(SCRIPTS.map(inlined));
        return [{ tag: 'script', children: children.join(''), injectTo: 'head' }];
      },
    },
  };
}

async function inlined(path: string): Promise<string> {
  const { code } = await transformWithOxc(await readFile(path, 'utf8'), path);
  // A module's own names would be everybody's in a script.
  const script = await minify(path, `(() => {${code.replace('export {};', '')}})();`);
  return script.code;
}
