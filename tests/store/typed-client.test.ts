import { execFile } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

/*
 * The server's types are the contract with its clients: renaming a field on the server must break the build of the web
 * app and of other clients, without code generation. The test renames a field in a copy of the sources.
 */

const root = fileURLToPath(new URL('../..', import.meta.url));
let copy = '';

beforeAll(() => {
  // Inside node_modules, so that installed packages resolve from there, too.
  copy = mkdtempSync(join(root, 'node_modules/.typed-client-'));
  for (const part of ['packages', 'apps', 'examples']) {
    cpSync(join(root, part), join(copy, part), {
      recursive: true,
      filter: (path) => !/\/(node_modules|dist|\.turbo)(\/|$)/.test(path.slice(root.length)),
    });
  }
  copyFileSync(join(root, 'tsconfig.base.json'), join(copy, 'tsconfig.base.json'));
  mkdirSync(join(copy, 'node_modules/@lantern'), { recursive: true });
  for (const name of ['api', 'db', 'text', 'ui']) {
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules/@lantern', name), 'dir');
  }
  const include = ['apps/web/src/cart', 'apps/web/src/checkout', 'examples'];
  const compilerOptions = { jsx: 'react-jsx', lib: ['ES2023', 'DOM', 'DOM.Iterable', 'ESNext.Disposable'] };
  const types = ['node', 'vite/client'];
  const config = { extends: './tsconfig.base.json', compilerOptions: { ...compilerOptions, types }, include };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(config));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The compiler's errors. */
async function typeErrors(): Promise<{ file: string; message: string }[]> {
  const tsc = join(root, 'node_modules/.bin/tsc');
  const options = ['--noEmit', '--pretty', 'false', '--checkers', '1'];
  const { stdout } = await promisify(execFile)(tsc, options, { cwd: copy }).catch((error) => error);
  const lines = [...stdout.matchAll(/^([^\s(]+)\(\d+,\d+\): error (TS.*)$/gm)];
  return lines.map(([, file, message]) => ({ file: String(file), message: String(message) }));
}

test('renaming a field on the server breaks the build of the web app and the example', { tags: 'long' }, async () => {
  const view = join(copy, 'packages/api/src/cart/view.ts');
  const pricing = join(copy, 'packages/api/src/pricing/pricing.ts');
  for (const file of [view, pricing]) {
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll('totalCents', 'sumCents'));
  }
  const found = await typeErrors();
  // Any other error in the copy would invalidate the test.
  expect(found.filter(({ message }) => !/sumCents|totalCents/.test(message))).toEqual([]);
  const broken = found.map(({ file }) => file);
  expect(broken.some((file) => file.startsWith('apps/web/src/cart/'))).toBe(true);
  expect(broken.some((file) => file.startsWith('apps/web/src/checkout/'))).toBe(true);
  expect(broken).toContain('examples/buy.ts');
});
