import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'oxc-parser';
import { expect, test } from 'vitest';

/*
 * `using` must not be used directly in a loop: esbuild lowers it to variables of the enclosing function, so that an
 * error of one iteration is thrown again after a later iteration has succeeded. Inside a nested function it is safe.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['apps', 'packages', 'examples', 'tests', 'scripts'];

const loops = ['ForStatement', 'ForInStatement', 'ForOfStatement', 'WhileStatement', 'DoWhileStatement'];
const functions = ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression', 'StaticBlock'];

/** The lines of a source with a `using` directly in a loop. */
function usingInLoops(name: string, source: string): number[] {
  const { program, errors } = parseSync(name, source);
  if (errors.length > 0) throw new Error(`${name} cannot be parsed: ${errors[0]?.message}`);
  const found: number[] = [];
  const visit = (node: unknown, inLoop: boolean): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, kind, start } = { type: '', kind: '', start: 0, ...node };
    if (inLoop && type === 'VariableDeclaration' && kind.endsWith('using')) {
      found.push(source.slice(0, start).split('\n').length);
    }
    const within = loops.includes(type) || (inLoop && !functions.includes(type));
    for (const child of Object.values(node)) visit(child, within);
  };
  visit(program, false);
  return found;
}

/** The source files in a folder, by their paths from the root. */
function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist'].includes(entry.name)) yield* sources(path);
    } else if (/\.(?:tsx?|mjs)$/.test(entry.name)) yield path;
  }
}

test.each([
  ['in the body of a for', 'for (;;) {\n  await using scope = open();\n}', [2]],
  ['in the head of a for', 'for (using one of all) one.go();', [1]],
  ['nested in a while', 'async function f() {\n  while (true) try {\n    using a = b();\n  } finally {}\n}', [3]],
  ['in a do', 'do { using a = b(); } while (a);', [1]],
  ['in a loop in a function in a loop', 'for (;;) all.map(() => { for (;;) { using a = b(); } });', [1]],
  ['in a function in a loop', 'for (;;) { const round = async () => { await using a = b(); }; }', []],
  ['outside of a loop', 'for (;;) {}\nusing a = b();', []],
])('detects whether a using is in a loop: %s', (_, source, lines) => {
  expect(usingInLoops('x.ts', source)).toEqual(lines);
});

test('no source file has a using in a loop', () => {
  const all = folders.flatMap((folder) => [...sources(folder)]);
  expect(all).toContain('packages/db/src/database.ts');
  const found = all.flatMap((path) => {
    const source = readFileSync(join(root, path), 'utf8');
    // Skips parsing most files, which do not contain it at all.
    return source.includes('using ') ? usingInLoops(path, source).map((line) => `${path}:${line}`) : [];
  });
  expect(found).toEqual([]);
});
