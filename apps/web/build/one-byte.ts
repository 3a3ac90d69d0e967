import type { Plugin } from 'vite';

/** Writes what the server loads in ASCII: it keeps the source in memory, in twice the space if a single character is not Latin. */
export function oneByte(): Plugin {
  return {
    name: 'one-byte',
    apply: (_, { isSsrBuild }) => isSsrBuild === true,
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\x7f]/g, escaped);
      }
    },
  };
}

const escaped = (unit: string) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
