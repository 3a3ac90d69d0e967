import type { Plugin } from 'vite';
import { catalogueModule, readCatalogue } from './catalogue.ts';
import { compileWords, hasWords } from './compile-words.ts';

const CATALOGUE = /^(.*\.po)\?(shop|admin)$/;

/** Compiles the words of the pages: messages in modules, and the catalogues of their translations. */
export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    async transform(code, id) {
      const [file = ''] = id.split('?');
      if (!/\.tsx?$/.test(file) || file.includes('/node_modules/') || !hasWords(code)) return null;
      const compiled = await compileWords(code, file);
      return compiled?.code ? { code: compiled.code, map: compiled.map } : null;
    },
    async load(id) {
      const [, file, part] = CATALOGUE.exec(id) ?? [];
      if (!file || (part !== 'shop' && part !== 'admin')) return null;
      this.addWatchFile(file);
      return catalogueModule(await readCatalogue(file), part);
    },
  };
}
