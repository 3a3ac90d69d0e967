import type { Plugin } from 'vite';

/** A key of a part, which nobody could have guessed, and no compression can shorten. */
const KEY = /,\s*key: "\w+"(?=\s*\})/g;

/** Leaves out the keys of the parts that icons are drawn from: their number and order never change. */
export function iconsWithoutKeys(): Plugin {
  return {
    name: 'icons-without-keys',
    apply: 'build',
    transform: {
      filter: { id: /[\\/]lucide-react[\\/]dist[\\/]esm[\\/]icons[\\/]/ },
      handler: (code) => ({ code: code.replace(KEY, ''), map: null }),
    },
  };
}
