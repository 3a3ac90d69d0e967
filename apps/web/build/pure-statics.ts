import type { Plugin } from 'vite';

/**
 * Lets a package's classes be left out when nobody uses them, though its build gives them their static properties by calling
 * a function: a bundler must take any call for one that does something.
 */
export function pureStatics(id: RegExp): Plugin {
  return {
    name: 'pure-statics',
    apply: 'build',
    transform: {
      filter: { id },
      handler: (code) => ({ code: code.replace(/^_defineProperty\(/gm, '/* @__PURE__ */ $&'), map: null }),
    },
  };
}
