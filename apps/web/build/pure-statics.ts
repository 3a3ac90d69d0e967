import type { Plugin } from 'vite';

/** Calls at the top of a module that only make something: a class's static property, a component. */
const MAKES = /^_defineProperty\(|(?<=^var \w+ = )React\d*\.(?:forwardRef|memo|createContext)\(/gm;
/** What React's developer tools would call a component. */
const DISPLAY_NAME = /^\w+\.displayName = "\w+";$/gm;

/**
 * Lets classes and components of a package be left out when nobody uses them, though its build makes them by calling a function
 * and names them by an assignment: a bundler must take either for something that is wanted.
 */
export function pureStatics(id: RegExp): Plugin {
  return {
    name: 'pure-statics',
    apply: 'build',
    transform: {
      filter: { id },
      handler: (code) => ({ code: code.replace(DISPLAY_NAME, '').replace(MAKES, '/* @__PURE__ */ $&'), map: null }),
    },
  };
}
