import type { Plugin } from 'vite';

/**
 * Gives a module a copy of what it imports as `name`. Code is split by modules: without it, what only this importer needs of
 * a package's one file would come with what everyone needs of it.
 */
export function separateCopy(name: string, importedBy: string): Plugin {
  return {
    name: 'separate-copy',
    apply: 'build',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source !== name || !importer?.endsWith(importedBy)) return null;
      const original = await this.resolve(source, importer, { skipSelf: true });
      return original && { ...original, id: `${original.id}?copy` };
    },
  };
}
